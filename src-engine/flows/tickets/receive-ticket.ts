import { Ticket } from '../../../src-shared/domain/ticket.ts'
import type { Engine } from '../context.ts'

/** Lists, context panel and alarm follow what changed. */
export function tellTicket(engine: Engine, conversationId: string | null): void {
  engine.publish({ kind: 'team' })
  if (conversationId !== null) engine.publish({ kind: 'context', conversationId })
  engine.wake('wakeups')
}

/** Is it this desk that has the conversation, or wrote last in it? Where no person wrote, whoever made the ticket asks. */
function answersHere({ store, live, seatId, clock }: Engine, conversationId: string, { madeBy }: Ticket): boolean {
  const [last] = store.messages.byPersons(conversationId, 1)
  return live.focused.has(conversationId) || (live.leases.get(conversationId) ?? 0) > clock.now() || (last?.author.id ?? madeBy.id) === seatId
}

/** The log tells how a ticket stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveTicket(engine: Engine, ticket: Ticket): (() => void) | null {
  const { store } = engine
  // It has the id of the call that made it, and holds those of its comments: they have arrived, whether their acknowledgements did or not.
  for (const { id } of store.commands.of('ticket.make', 'ticket.comment')) if (id === ticket.id || ticket.comments.some((comment) => comment.id === id)) store.commands.remove(id)
  const known = store.shared.get('ticket', ticket.id, Ticket)
  if (known && known.revision >= ticket.revision) return null
  store.shared.put('ticket', ticket.id, ticket)
  const isDone = ticket.state === 'done' && known !== null && known.state !== 'done' && ticket.changedBy.id !== engine.seatId
  return () => {
    tellTicket(engine, ticket.conversationId)
    if (isDone && ticket.conversationId !== null && answersHere(engine, ticket.conversationId, ticket)) engine.publish({ kind: 'ticket-done', conversationId: ticket.conversationId, title: ticket.title })
  }
}
