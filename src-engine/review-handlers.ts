import type { ReviewCalls } from '../src-shared/contract/reviews.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { decideReview, sendApproved, undoReview } from './flows/reviews/decide-review.ts'
import { listReviews } from './flows/reviews/list-reviews.ts'
import { readReview } from './flows/reviews/seen.ts'
import { setReviewPolicy } from './flows/reviews/set-policy.ts'
import { withdrawById } from './flows/reviews/withdraw.ts'
import { knownReview } from './flows/reviews/known-review.ts'

/** What the window may ask about what waits for a supervisor. */
export function reviewHandlers(engine: Engine): Pick<Handlers, keyof ReviewCalls> {
  const { store } = engine
  return {
    'reviews.list': () => listReviews(engine),
    'review.decide': (params) => decideReview(engine, params),
    'review.undo': ({ reviewId }) => undoReview(engine, reviewId),
    'review.send': ({ reviewId }) => {
      sendApproved(engine, reviewId)
      return {}
    },
    'review.withdraw': ({ reviewId }) => {
      store.transaction(() => withdrawById(engine, reviewId))
      engine.wake('outbox')
      return {}
    },
    'review.seen': ({ reviewId }) => {
      store.transaction(() => readReview(engine, reviewId))
      const conversationId = knownReview(engine, reviewId)?.conversationId
      if (conversationId !== undefined) engine.publish({ kind: 'context', conversationId })
      return {}
    },
    'review.policy': async ({ policy }) => ({ status: await setReviewPolicy(engine, policy) }),
  }
}
