import { Review } from '../../../src-shared/domain/review.ts'
import type { Engine } from '../context.ts'

/** The log tells how a review stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveReview(engine: Engine, review: Review): (() => void) | null {
  const { store } = engine
  const known = store.shared.get('review', review.id, Review)
  if (known && known.revision >= review.revision) return null
  store.shared.put('review', review.id, review)
  return () => {
    engine.publish({ kind: 'team' })
    engine.publish({ kind: 'context', conversationId: review.conversationId })
  }
}
