import type { Change } from '../../src-shared/wire/protocol.ts'
import type { Engine } from './context.ts'
import { putChange } from './change-promise.ts'
import { readAgain } from './matters.ts'
import { currentDraft, fromLog } from './thread.ts'

type Recalled = Pick<Extract<Change, { type: 'message-recalled' }>, 'conversationId' | 'id' | 'at'>

/**
 * A reply was taken back from the customer: its words stay here as a record, nothing else goes on as if it had been said.
 * Whoever it answered waits again. Must run inside a transaction. @returns what to do after the commit, or null when it was
 * known.
 */
export function applyRecall(engine: Engine, { conversationId, id, at }: Recalled): (() => void) | null {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record || !store.messages.markRecalled(id, at)) return null
  const quoting = store.messages.emptyQuotes(conversationId, id)
  store.outbox.emptyQuotes(id)
  dropPromises(engine, conversationId, id)
  // A person looked at it: autopilot does not answer a second time what was taken back.
  const { conversation: _unchanged, ...derived } = readAgain(engine, record)
  store.conversations.saveDerived(conversationId, derived)
  return () => {
    const recalled = store.messages.get(id)
    for (const stored of recalled ? [recalled, ...quoting] : quoting) engine.publish({ kind: 'message', message: fromLog(engine, stored) })
    engine.publish({ kind: 'draft', conversationId, draft: currentDraft(engine, conversationId) })
    engine.publish({ kind: 'context', conversationId })
    engine.wake('outbox')
  }
}

/** What was promised in words that were taken back was not promised; the desk that sent them tells the others. */
function dropPromises(engine: Engine, conversationId: string, messageId: string): void {
  if (engine.store.messages.get(messageId)?.message.author.id !== engine.seatId) return
  for (const one of engine.store.followUps.ofMessage(messageId, conversationId)) if (one.state === 'open') putChange(engine, one, { state: 'dropped' })
}
