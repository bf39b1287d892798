import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { ReviewItem } from '../../../src-shared/contract/reviews.ts'
import { isApproved, type Review } from '../../../src-shared/domain/review.ts'
import type { Engine } from '../context.ts'
import { mayLead } from '../own-seat.ts'
import { knownReviews } from './known-review.ts'
import { reviewPolicy } from './reasons.ts'

/** Turns beside a review. */
const TURNS = 8
/** Decided ones that are shown, and for how long, in milliseconds. */
const DECIDED = 30
const DECIDED_MS = 24 * 3_600_000
/** Approved words that are not with the customer so long after they could go: the desk that asked is away. Milliseconds. */
const STUCK_MS = 20_000

/** Like stands beside like: what the same rule holds is decided in one go. */
const groupOf = ({ subject, why }: Review): string => `${subject.kind} ${why[0]?.rule ?? ''}`

function arrivalOf({ store, clock }: Engine, review: Review): ReviewItem['arrival'] {
  if (review.subject.kind !== 'reply' || !isApproved(review)) return 'none'
  if (store.messages.has(review.id)) return 'arrived'
  return clock.now() > (review.decision?.undoUntil ?? 0) + STUCK_MS ? 'stuck' : 'on-its-way'
}

function itemOf(engine: Engine, review: Review): ReviewItem {
  const turns = engine.store.messages.page(review.conversationId, null, TURNS).map(({ message }): ReviewItem['turns'][number] => ({
    id: message.id, by: message.author.kind === 'customer' || message.author.kind === 'system' ? message.author.kind : 'desk', name: message.author.name,
    text: message.recalledAt === undefined ? message.text : '', pictures: message.attachments.length, at: message.at,
  }))
  return { review, customer: engine.store.conversations.displayName(review.conversationId) ?? '', turns, own: review.by.seatId === engine.seatId, arrival: arrivalOf(engine, review) }
}

/** Those that wait for a decision, the oldest group first and in it the oldest. */
export function openReviews(engine: Engine): Review[] {
  const open = knownReviews(engine).filter(({ state, revision }) => state === 'open' && revision > 0)
  const oldest = new Map<string, number>()
  for (const review of open) oldest.set(groupOf(review), Math.min(review.askedAt, oldest.get(groupOf(review)) ?? review.askedAt))
  return open.toSorted((a, b) => (oldest.get(groupOf(a)) ?? 0) - (oldest.get(groupOf(b)) ?? 0) || groupOf(a).localeCompare(groupOf(b)) || a.askedAt - b.askedAt)
}

/** What the queue of reviews shows. */
export function listReviews(engine: Engine): CallResult<'reviews.list'> {
  const since = engine.clock.now() - DECIDED_MS
  const decided = knownReviews(engine).filter(({ state, askedAt }) => state !== 'open' && askedAt > since).reverse().slice(0, DECIDED)
  return { open: openReviews(engine).map((review) => itemOf(engine, review)), decided: decided.map((review) => itemOf(engine, review)), policy: reviewPolicy(engine), mayDecide: mayLead(engine) }
}
