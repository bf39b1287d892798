import { Clock, Hand, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { sendHeld, stopAutopilot, takeBack } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk, useDeskState, useRun, useThread } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { clock } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'

/** Where a reply is, as a word, with the way out where it needs one. */
export function Delivery({ message, newestSent }: { message: ThreadMessage; newestSent: boolean }) {
  if (message.outside) return <Outside message={message} outside={message.outside} />
  switch (message.delivery) {
    case 'received': return null
    case 'sent': return newestSent ? <Sent message={message} /> : null
    case 'queued': return <Queued message={message} />
    case 'undo': return <Stoppable message={message} />
    case 'held': return <Held message={message} />
  }
}

/** With the customer, and whether they have had it on the screen. */
function Sent({ message }: { message: ThreadMessage }) {
  const { t, language } = useWords()
  const readSeq = useThread(message.conversationId).view?.readSeq ?? 0
  const isRead = message.seq !== null && message.seq <= readSeq
  return (
    <p className="delivery quiet small" data-testid="delivered" data-read={isRead ? '' : undefined}>
      {t(isRead ? 'delivery.read' : 'delivery.sent')} <span className="tabular">{clock(message.at, language)}</span>
    </p>
  )
}

/** Not at the customer's, or not for sure: the gateway has it, the channel does not. */
function Outside({ message, outside: { state, why } }: { message: ThreadMessage; outside: NonNullable<ThreadMessage['outside']> }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const [said, setSaid] = useState<string | null>(null)
  const again = () => { desk.client.call('delivery.again', { messageId: message.id }).catch((error: unknown) => setSaid(sayOf(error, language) ?? t('said.failed'))) }
  if (state === 'sent') return null
  return (
    <div className="delivery small" data-testid="outside" data-state={state}>
      <TriangleAlert size={12} aria-hidden /> {t(`delivery.outside.${state}`, { why: why === null ? '' : local(why) })}
      <button type="button" className="text-button" onClick={again}>{t('delivery.outside.again')}</button>
      {said !== null && <span role="alert">{said}</span>}
    </div>
  )
}

function Queued({ message }: { message: ThreadMessage }) {
  const { t } = useWords()
  const desk = useDesk()
  const live = useDeskState()?.link.state === 'live'
  return (
    <p className="delivery quiet small">
      <Clock size={12} aria-hidden /> {t(live ? 'delivery.sending' : 'delivery.queued')}
      {!live && <button type="button" className="text-button" onClick={() => takeBack(desk, message)}>{t('held.back')}</button>}
    </p>
  )
}

/** An automatic reply that can still be stopped: how long, and the button. */
function Stoppable({ message }: { message: ThreadMessage }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const run = useRun(message.conversationId)
  const offset = useDeskState()?.clockOffset ?? 0
  const left = useNow((now) => Math.max(0, Math.ceil(((run?.sendAt ?? 0) - now - offset) / 1000)))
  return (
    <div className="delivery undo-line small">
      <span className="tabular">{t('autopilot.goes', { seconds: left })}</span>
      <Button icon={<Undo2 size={14} aria-hidden />} hint={t('autopilot.stop.hint')} shortcut={keys['undo-autopilot']} data-testid="undo" onClick={() => stopAutopilot(desk, message.conversationId)}>
        {t('autopilot.stop')} <kbd>{keys['undo-autopilot']}</kbd>
      </Button>
    </div>
  )
}

/** A reply kept for the person: why, what is safe, and the two ways on. */
function Held({ message }: { message: ThreadMessage }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const messages = useThread(message.conversationId).view?.messages
  const newest = messages?.findLast((m) => m.author.kind === 'customer')
  const reason = message.holdReason ?? 'refused'
  return (
    <div className="held" role="group" aria-label={t('delivery.held')}>
      <p className="small"><Hand size={14} aria-hidden /> <span>{t(`hold.${reason}`, { time: clock(newest?.at ?? message.at, language) })}</span></p>
      <div className="held-actions">
        {reason !== 'review' && <Button data-testid="held-send" onClick={() => sendHeld(desk, message)}>{t('held.send')}</Button>}
        <Button data-testid="held-back" onClick={() => takeBack(desk, message)}>{t('held.back')}</Button>
      </div>
    </div>
  )
}
