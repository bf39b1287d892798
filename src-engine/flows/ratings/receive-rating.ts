import { isLow, Rating } from '../../../src-shared/domain/rating.ts'
import { settleRating } from '../autonomy/settle-evidence.ts'
import type { Engine } from '../context.ts'
import { mayLead } from '../own-seat.ts'

/** The log tells of a rating. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveRating(engine: Engine, rating: Rating): (() => void) | null {
  const { store } = engine
  const { conversationId } = rating
  const known = store.shared.get('rating', conversationId, Rating)
  if (known && known.revision >= rating.revision) return null
  store.shared.put('rating', conversationId, rating)
  const fell = isLow(rating) && (known === null || !isLow(known))
  if (fell && rating.of.kind === 'autopilot') settleRating(engine, rating)
  const isNews = fell && (rating.of.id === engine.seatId || mayLead(engine))
  return () => {
    engine.publish({ kind: 'context', conversationId })
    engine.publish({ kind: 'team' })
    if (isNews) engine.publish({ kind: 'low-rating', conversationId, name: store.conversations.displayName(conversationId) ?? '' })
  }
}
