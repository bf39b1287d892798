import { z } from 'zod'
import type { ThreadReview } from '../../../src-shared/contract/reviews.ts'
import { isApproved, type Review } from '../../../src-shared/domain/review.ts'
import type { Engine } from '../context.ts'
import { knownReviews } from './known-review.ts'

const SEEN = 'review-seen'

const isSeen = ({ store }: Engine, id: string): boolean => store.shared.get(SEEN, id, z.literal(true)) === true

/** Does it still tell the agent something? What waits, and what came back and was not read yet. */
const tells = (engine: Engine, review: Review): boolean => review.state === 'open' || (!isApproved(review) && review.state !== 'withdrawn' && !isSeen(engine, review.id))

const ofHere = (engine: Engine, conversationId: string): Review[] => knownReviews(engine).filter((review) => review.conversationId === conversationId && review.by.seatId === engine.seatId)

/** The newest review of a conversation that this desk asked for and that still tells something. */
export function threadReview(engine: Engine, conversationId: string): ThreadReview | null {
  const review = ofHere(engine, conversationId).findLast((one) => tells(engine, one))
  return review ? { review, waits: review.revision === 0 } : null
}

/** The agent has read what became of it. Must run inside a transaction. */
export function readReview({ store }: Engine, id: string): void {
  store.shared.put(SEEN, id, true)
}

/** A new reply is the answer to whatever came back before. Must run inside a transaction. */
export function readReviews(engine: Engine, conversationId: string): void {
  for (const review of ofHere(engine, conversationId)) if (review.state !== 'open') readReview(engine, review.id)
}
