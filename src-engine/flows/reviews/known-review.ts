import { Review } from '../../../src-shared/domain/review.ts'
import type { SeatParams } from '../../../src-shared/wire/seat.ts'
import type { WaitingCommand } from '../../store/commands.ts'
import type { Engine } from '../context.ts'

/** A request that has not reached the gateway, as the review that it will be; it expires when it is there. */
function asWished(engine: Engine, { params }: WaitingCommand): Review {
  const { name, heard: _later, ...asked } = params as SeatParams<'review.ask'> & { heard?: unknown }
  return { ...asked, by: { seatId: engine.seatId, accountId: '', name }, askedAt: engine.clock.now(), expiresAt: engine.clock.now(), state: 'open', decision: null, revision: 0 }
}

/** Requests of this desk that wait for the line. */
export const wishedReviews = (engine: Engine): Review[] => engine.store.commands.of('review.ask').map((command) => asWished(engine, command))

/** As the log told it last, else as this desk asked for it; null: nobody did. */
export function knownReview(engine: Engine, id: string): Review | null {
  return engine.store.shared.get('review', id, Review) ?? wishedReviews(engine).find((review) => review.id === id) ?? null
}

/** All that this desk knows of, in the order in which they were asked for. */
export function knownReviews(engine: Engine): Review[] {
  const told = engine.store.shared.all('review', Review)
  const ids = new Set(told.map(({ id }) => id))
  return [...told, ...wishedReviews(engine).filter(({ id }) => !ids.has(id))].sort((a, b) => a.askedAt - b.askedAt)
}
