import type { Finding } from '../../../src-shared/domain/draft.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { copyReply } from './do-side.ts'
import { setMode } from './panel.ts'

/** Asked once before words are copied that no source holds. Enter goes back to them, so that haste is harmless. */
export function AskAnyway({ findings }: { findings: readonly Finding[] }) {
  const { t } = useWords()
  const desk = useDesk()
  const question = t(findings.length > 1 ? 'side.anyway.question.more' : 'side.anyway.question', { text: findings[0]?.text ?? '' })
  return (
    <div className="send-question" role="group" aria-label={question} data-testid="side-anyway">
      <span>{question}</span>
      <Button autoFocus onClick={() => setMode('edit')}>{t('side.anyway.back')}</Button>
      <Button onClick={() => void copyReply(desk, true)}>{t('side.anyway')}</Button>
    </div>
  )
}
