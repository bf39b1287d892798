import type { ThreadPromise } from '../../src-shared/contract/promises.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { alarmAt } from '../domain/promises/alarm.ts'
import { keptSign, type LaterReply } from '../domain/promises/kept.ts'
import { readPromises } from '../domain/promises/read.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** Replies that are looked through for a promise kept. */
const REPLIES = 20

/** What was promised in a conversation, with what looks as if it was kept. @param orders the verified customer's */
export function threadPromises(engine: Engine, conversationId: string, orders: readonly Order[]): ThreadPromise[] {
  const { store } = engine
  const followUps = store.followUps.of(conversationId)
  if (followUps.length === 0) return []
  const replies = followUps.some(({ state }) => state === 'open') ? laterReplies(engine, conversationId) : []
  return followUps.map((one) => ({
    ...one, alarmAt: alarmAt(one, engine.promiseTerms), own: one.owner.id === engine.seatId, waits: store.commands.aboutFollowUp(one.id),
    kept: one.state === 'open' ? keptSign(one, replies.filter(({ at, id }) => at > one.promisedAt && id !== one.messageId), orders) : null,
  }))
}

/** Oldest first. */
function laterReplies({ store, promiseTerms }: Engine, conversationId: string): LaterReply[] {
  return store.messages.byPersons(conversationId, REPLIES).reverse().map(({ id, text, at }) => ({
    id, text, at, promises: readPromises(text, at, { terms: promiseTerms, timeZone: SHOP_TIME_ZONE }).length > 0,
  }))
}
