import type { OutboxItem } from '../../store/outbox.ts'
import type { Engine } from '../context.ts'
import { knownReview } from './known-review.ts'

/** Nobody has to look at it any more; a request that has not left is forgotten. Must run inside a transaction. */
export function withdrawById(engine: Engine, id: string): void {
  const { store } = engine
  const review = knownReview(engine, id)
  if (!review || review.state === 'withdrawn') return
  // It may be on its way: the gateway hears of the request first, and then that it is off.
  const requestId = engine.newId()
  store.commands.add({ id: requestId, call: 'review.withdraw', params: { id: requestId, conversationId: review.conversationId, reviewId: id } })
  store.audit.add(engine.clock.now(), 'review-withdrawn', id)
}

/** A reply comes back into the composer: where it waited for a supervisor, that is off. Must run inside a transaction. */
export function withdrawReview(engine: Engine, { id }: OutboxItem): void {
  withdrawById(engine, id)
}
