import { LOCAL_ACCOUNT_ID, permits } from '../../src-shared/domain/roles.ts'
import { isApproved, REVIEW_UNDO_MS, type Review, type ReviewState } from '../../src-shared/domain/review.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { conversationOrRefuse } from '../append.ts'
import { otherSeats } from '../known-seats.ts'
import { refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { reviewOf } from './approved.ts'
import { putReview } from './end.ts'

const VERDICTS: Record<SeatParams<'review.decide'>['verdict'], ReviewState> = { approve: 'approved', edit: 'edited', reject: 'rejected' }
/** Accounts of a shop that are looked through for somebody else who may decide. */
const MOST_ACCOUNTS = 1000

async function known(tx: ReadTx, id: string): Promise<Review> {
  const review = await reviewOf(tx, id)
  if (review === null) throw refuse('not-found')
  return review
}

/** What a person asked for is theirs; of automatic work nobody is the author. */
const isPersons = ({ subject }: Review): boolean => subject.kind === 'reply' || (subject.kind === 'action' && subject.runId === null)
/** The local account is whoever sits there: its seats tell its people apart. */
const isOwn = ({ by }: Review, { seatId, account }: Actor): boolean => by.accountId === account.id && (account.id !== LOCAL_ACCOUNT_ID || by.seatId === seatId)

/** Is there somebody else who could decide it? */
async function hasSecond(tx: ReadTx, { seatId, account }: Actor, now: number): Promise<boolean> {
  const others = (await tx.statesOf('account', MOST_ACCOUNTS))
    .filter(({ account: other }) => other.id !== account.id && other.id !== LOCAL_ACCOUNT_ID && !other.disabled && permits(other.role, 'lead'))
  return others.length > 0 || (await otherSeats(tx, seatId, now))
}

/**
 * Decides a review in the caller's one transaction: nothing can come between the look at it and the decision. Decided,
 * run out or overtaken by the customer before, it is answered as it stands. @throws AppError `not-found`, `own-review`
 */
export async function decideReview(tx: WriteTx, now: number, actor: Actor, { id, reviewId, verdict, text, reason, name }: SeatParams<'review.decide'>): Promise<SeatResult<'review.decide'>> {
  const review = await known(tx, reviewId)
  // Asked again after the line was cut: the first answer, and still the first.
  if (review.state !== 'open') return { n: await tx.head(), review, first: (await tx.request(id)) !== null }
  if (isPersons(review) && isOwn(review, actor) && (await hasSecond(tx, actor, now))) throw refuse('own-review')
  const row = await conversationOrRefuse(tx, review.conversationId)
  if (row.lastCustomerSeq > review.basedOnSeq) return { ...(await putReview(tx, now, { ...review, state: 'outdated' })), first: false }
  if (now >= review.expiresAt) return { ...(await putReview(tx, now, { ...review, state: 'expired' })), first: false }
  const isSame = review.subject.kind === 'reply' && text === review.subject.text
  const decision = { by: { seatId: actor.seatId, accountId: actor.account.id, name }, at: now, undoUntil: now + REVIEW_UNDO_MS, text: isSame ? null : text ?? null, reason: reason ?? null }
  const put = await putReview(tx, now, { ...review, state: isSame ? 'approved' : VERDICTS[verdict], decision })
  await tx.putRequest(id, put.n)
  return { ...put, first: true }
}

/** Takes one's own decision back while nothing has come of it. @throws AppError `not-found` */
export async function undoReview(tx: WriteTx, now: number, actor: Actor, { id, reviewId }: SeatParams<'review.undo'>): Promise<SeatResult<'review.undo'>> {
  const review = await known(tx, reviewId)
  const { decision } = review
  const stands = { n: await tx.head(), review }
  if ((await tx.request(id)) !== null) return { ...stands, undone: true }
  const isDecided = isApproved(review) || review.state === 'rejected'
  if (!isDecided || decision?.by.seatId !== actor.seatId || now >= decision.undoUntil) return { ...stands, undone: false }
  if ((await tx.message(reviewId)) !== null || (await tx.state('effect', reviewId)) !== null) return { ...stands, undone: false }
  const row = await conversationOrRefuse(tx, review.conversationId)
  const state = row.lastCustomerSeq > review.basedOnSeq ? 'outdated' : 'open'
  const put = await putReview(tx, now, { ...review, state, decision: null })
  await tx.putRequest(id, put.n)
  return { ...put, undone: true }
}

/** Whoever asked does not want it any more. @throws AppError `not-found`, `not-permitted` */
export async function withdrawReview(tx: WriteTx, now: number, actor: Actor, { reviewId }: SeatParams<'review.withdraw'>): Promise<SeatResult<'review.withdraw'>> {
  const review = await known(tx, reviewId)
  if (review.by.seatId !== actor.seatId && !isOwn(review, actor)) throw refuse('not-permitted')
  const isPending = review.state === 'open' || (isApproved(review) && (await tx.message(reviewId)) === null && (await tx.state('effect', reviewId)) === null)
  if (!isPending) return { n: await tx.head(), review }
  return putReview(tx, now, { ...review, state: 'withdrawn' })
}
