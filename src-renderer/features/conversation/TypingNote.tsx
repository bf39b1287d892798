import { useWords } from '../../app/i18n/use-words.ts'
import { useRow, useTypingAt } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'

/** How long after the last sign of typing the note stays, in milliseconds. */
const TYPING_MS = 4000

export function TypingNote({ id }: { id: string }) {
  const { t } = useWords()
  const name = useRow(id)?.displayName ?? ''
  const at = useTypingAt(id)
  const typing = useNow((now) => now - at < TYPING_MS)
  return <p className="typing quiet small" aria-hidden>{typing ? t('thread.typing', { name }) : ' '}</p>
}
