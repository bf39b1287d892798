import type { SeatResult } from '../../src-shared/wire/seat.ts'
import type { WaitingCommand } from '../store/commands.ts'
import type { Engine } from './context.ts'
import { receiveReview } from './reviews/receive-review.ts'
import { receiveTicket } from './tickets/receive-ticket.ts'

/** The gateway's answer to a waiting call about a review or a ticket: it may be here before the log tells the same. */
export function settleShared(engine: Engine, call: WaitingCommand['call'], answer: unknown): void {
  if (call === 'review.ask' || call === 'review.withdraw') {
    const { review } = answer as SeatResult<'review.ask'>
    engine.store.transaction(() => receiveReview(engine, review))?.()
  } else if (call === 'ticket.make' || call === 'ticket.change' || call === 'ticket.comment') {
    const { ticket } = answer as SeatResult<'ticket.make'>
    engine.store.transaction(() => receiveTicket(engine, ticket))?.()
  }
}
