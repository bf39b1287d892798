import type { Review } from '../../src-shared/domain/review.ts'
import type { Store, WriteTx } from '../store/store.ts'

/** Writes how a review stands now. @returns the number of the event */
export async function putReview(tx: WriteTx, now: number, review: Review): Promise<{ n: number; review: Review }> {
  const next = { ...review, revision: review.revision + 1 }
  const { n } = await tx.append(now, { type: 'review', review: next })
  return { n, review: next }
}

/** The customer writes: whatever waits in this conversation answers something that is no longer all they said. */
export async function outdateReviews(tx: WriteTx, now: number, conversationId: string): Promise<void> {
  for (const review of await tx.openReviews()) {
    if (review.conversationId === conversationId) await putReview(tx, now, { ...review, state: 'outdated' })
  }
}

/** Nobody decided in time: it goes back to whoever asked, and is not approved. */
export async function expireReviews(store: Store, now: () => number): Promise<void> {
  const [next] = await store.read((tx) => tx.openReviews())
  if (next === undefined || next.expiresAt > now()) return
  await store.write(async (tx) => {
    for (const review of await tx.openReviews()) {
      if (review.expiresAt <= now()) await putReview(tx, now(), { ...review, state: 'expired' })
    }
  })
}
