import { Review } from '../../../src-shared/domain/review.ts'
import type { Engine } from '../context.ts'

/** Ended reviews older than this are not kept here, in milliseconds. */
const KEPT_MS = 7 * 24 * 3_600_000

/** The log tells how a review stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveReview(engine: Engine, review: Review): (() => void) | null {
  const { store } = engine
  const known = store.shared.get('review', review.id, Review)
  if (known && known.revision >= review.revision) return null
  // The request has the review's id: that has arrived, whether its acknowledgement did or not.
  for (const { id } of store.commands.of('review.ask')) if (id === review.id) store.commands.remove(id)
  // What was decided long ago is nobody's work any more.
  if (review.state !== 'open' && engine.clock.now() - review.askedAt > KEPT_MS) store.shared.remove('review', review.id)
  else store.shared.put('review', review.id, review)
  return () => {
    engine.publish({ kind: 'team' })
    engine.publish({ kind: 'context', conversationId: review.conversationId })
    engine.wake('outbox')
    if (review.subject.kind !== 'reply') engine.wake('workflows')
  }
}
