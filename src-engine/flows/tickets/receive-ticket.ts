import { Ticket } from '../../../src-shared/domain/ticket.ts'
import type { Engine } from '../context.ts'

/** The log tells how a ticket stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveTicket(engine: Engine, ticket: Ticket): (() => void) | null {
  const { store } = engine
  const known = store.shared.get('ticket', ticket.id, Ticket)
  if (known && known.revision >= ticket.revision) return null
  store.shared.put('ticket', ticket.id, ticket)
  return () => {
    engine.publish({ kind: 'team' })
    if (ticket.conversationId !== null) engine.publish({ kind: 'context', conversationId: ticket.conversationId })
  }
}
