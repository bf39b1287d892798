import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import { isApproved, type Review } from '../../src-shared/domain/review.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { ReadTx } from '../store/store.ts'

export async function reviewOf(tx: ReadTx, id: string): Promise<Review | null> {
  const state = await tx.state('review', id)
  return state?.type === 'review' ? state.review : null
}

/** Does a review stand in the way of this very reply? One that was approved lets the words go that were approved, and no others. */
export async function reviewForbids(tx: ReadTx, reply: Pick<SeatParams<'send'>, 'id' | 'conversationId' | 'text' | 'attachments'>): Promise<boolean> {
  const review = await reviewOf(tx, reply.id)
  if (review === null) return false
  if (!isApproved(review) || review.subject.kind !== 'reply' || review.conversationId !== reply.conversationId) return true
  const pictures = (of: readonly { sha256: string }[]): string => of.map(({ sha256 }) => sha256).join()
  return (review.decision?.text ?? review.subject.text) !== reply.text || pictures(review.subject.attachments) !== pictures(reply.attachments)
}

/** Of an action: `none`: nobody asked for a review under this id · `approved`: this very action · `not`: it must not be done. */
export async function reviewedAction(tx: ReadTx, id: string, action: CommerceAction): Promise<'none' | 'approved' | 'not'> {
  const review = await reviewOf(tx, id)
  if (review === null) return 'none'
  return isApproved(review) && review.subject.kind === 'action' && JSON.stringify(review.subject.action) === JSON.stringify(action) ? 'approved' : 'not'
}
