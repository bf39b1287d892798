import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { editAgain } from '../../app/message-actions.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** Stands where a message was that the customer sees no more; its words can go on in the composer. */
export function Recalled({ message }: { message: ThreadMessage }) {
  const { t } = useWords()
  const desk = useDesk()
  const { kind, name } = message.author
  const who = kind === 'autopilot' ? t('author.autopilot') : name
  return (
    <p className="system-line quiet small" data-testid="recalled">
      {t('recall.done', { name: who })}{' '}
      <button type="button" className="text-button" onClick={() => editAgain(desk, message)}>{t('recall.edit')}</button>
    </p>
  )
}
