import { Quote as QuoteIcon, Tags, Undo2 } from 'lucide-react'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { openTeach } from '../../app/do-teach.ts'
import { quote, recall } from '../../app/message-actions.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { clock } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { TranslateMessage } from '../translation/TranslateButton.tsx'

/**
 * Beside a bubble under the pointer: its time, and what can be done with it. Out of the order of Tab, which would stop at
 * every message: Alt+Q, Alt+R and Alt+L do the same from anywhere.
 */
export function BubbleActions({ message }: { message: ThreadMessage }) {
  const { t, language } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  return (
    <div className="bubble-actions small">
      <time className="quiet tabular">{clock(message.at, language)}</time>
      {message.seq !== null && <Button kind="bare" tabIndex={-1} icon={<QuoteIcon size={13} aria-hidden />} name={t('quote.this')} shortcut={keys.quote} onClick={() => quote(desk, message)} />}
      <TranslateMessage message={message} />
      {message.verdict !== null && <Button kind="bare" tabIndex={-1} icon={<Tags size={13} aria-hidden />} name={t('teach.button')} shortcut={keys.teach} data-testid="teach" onClick={() => openTeach(desk, message)} />}
      {message.recallUntil !== undefined && <Recall message={message} until={message.recallUntil} />}
    </div>
  )
}

/** Goes when its time is over. */
function Recall({ message, until }: { message: ThreadMessage; until: number }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const offset = useDeskState()?.clockOffset ?? 0
  const open = useNow((now) => now + offset < until)
  if (!open) return null
  return <Button kind="bare" tabIndex={-1} icon={<Undo2 size={13} aria-hidden />} name={t('recall.this')} hint={t('recall.hint')} shortcut={keys['recall-reply']} data-testid="recall" onClick={() => recall(desk, message)} />
}
