import { permits } from '../../src-shared/domain/roles.ts'
import { REVIEW_MINUTES, STOPPED_RULE, type Review, type ReviewPolicy } from '../../src-shared/domain/review.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { conversationOrRefuse } from '../append.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { reviewOf } from './approved.ts'
import { putReview } from './end.ts'

/** Of several policies the later one's word holds, as for the guard. */
async function reviewPolicy(tx: ReadTx): Promise<ReviewPolicy | null> {
  const rows = await tx.statesOf('policy', 10)
  return rows.findLast(({ policy }) => policy.review !== undefined)?.policy.review ?? null
}

/**
 * A person who may decide reviews needs none where the policy asks agents only. What automatic work may not do alone is always
 * looked at, and so are words that the guard stopped and somebody asks about of their own wish.
 */
function isExempt(policy: ReviewPolicy | null, { account }: Actor, { subject, why }: Pick<Review, 'subject' | 'why'>): boolean {
  const isAutomatic = subject.kind === 'step' || (subject.kind === 'action' && subject.runId !== null)
  return !isAutomatic && !why.some(({ rule }) => rule.startsWith(STOPPED_RULE)) && policy?.who !== 'everyone' && permits(account.role, 'lead')
}

/** Opens a review, once per id. @throws AppError `not-found` */
export async function askReview(tx: WriteTx, now: number, actor: Actor, { name, ...asked }: SeatParams<'review.ask'>): Promise<SeatResult<'review.ask'>> {
  const known = await reviewOf(tx, asked.id)
  if (known !== null) return { n: await tx.head(), review: known }
  const row = await conversationOrRefuse(tx, asked.conversationId)
  const policy = await reviewPolicy(tx)
  const by = { seatId: actor.seatId, accountId: actor.account.id, name }
  const review: Review = { ...asked, by, askedAt: now, expiresAt: now + (policy?.minutes ?? REVIEW_MINUTES) * 60_000, state: 'open', decision: null, revision: 0 }
  if (row.lastCustomerSeq > asked.basedOnSeq) return putReview(tx, now, { ...review, state: 'outdated' })
  if (isExempt(policy, actor, review)) return putReview(tx, now, { ...review, state: 'approved', decision: { by, at: now, undoUntil: now, text: null, reason: null } })
  return putReview(tx, now, review)
}
