import { Ticket } from '../../../src-shared/domain/ticket.ts'
import type { Engine } from '../context.ts'

/** Lists, context panel and alarm follow what changed. */
export function tellTicket(engine: Engine, conversationId: string | null): void {
  engine.publish({ kind: 'team' })
  if (conversationId !== null) engine.publish({ kind: 'context', conversationId })
  engine.wake('wakeups')
}

/** The log tells how a ticket stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveTicket(engine: Engine, ticket: Ticket): (() => void) | null {
  const { store } = engine
  // It has the id of the call that made it, and holds those of its comments: they have arrived, whether their acknowledgements did or not.
  for (const { id } of store.commands.of('ticket.make', 'ticket.comment')) if (id === ticket.id || ticket.comments.some((comment) => comment.id === id)) store.commands.remove(id)
  const known = store.shared.get('ticket', ticket.id, Ticket)
  if (known && known.revision >= ticket.revision) return null
  store.shared.put('ticket', ticket.id, ticket)
  return () => tellTicket(engine, ticket.conversationId)
}
