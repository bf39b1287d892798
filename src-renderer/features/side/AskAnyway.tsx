import type { Finding } from '../../../src-shared/domain/draft.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { questionWords } from '../composer/guard/finding-words.ts'
import { copyReply } from './do-side.ts'
import { setMode } from './panel.ts'

/** Asked once before words are copied that the guard marked as errors; the question says why. Enter goes back to them, so that haste is harmless. */
export function AskAnyway({ findings }: { findings: readonly Finding[] }) {
  const { t } = useWords()
  const desk = useDesk()
  const question = questionWords(t, 'copy', findings)
  return (
    <div className="send-question" role="group" aria-label={question} data-testid="side-anyway">
      <span>{question}</span>
      <Button autoFocus onClick={() => setMode('edit')}>{t('side.anyway.back')}</Button>
      <Button onClick={() => void copyReply(desk, true)}>{t('side.anyway')}</Button>
    </div>
  )
}
