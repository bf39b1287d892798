import type { CallParams } from '../../src-shared/contract/calls.ts'
import { AppError } from '../../src-shared/errors.ts'
import { wallTime } from '../domain/time/wall.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/**
 * Flags an order or adds a line to its memo. The shop's system does it: the order shows the change once it did, until
 * then the card says that it waits. The same `id` twice is one mark.
 * @throws AppError `not-found` when the order is not one of this conversation's verified customer
 */
export function markOrder(engine: Engine, { id, conversationId, orderNo, flag, memo }: CallParams<'order.mark'>, agentName: string): void {
  const { store } = engine
  const conversation = store.conversations.get(conversationId)?.conversation
  const verified = conversation && conversation.verification !== 'none' ? conversation.customerId : null
  if (!verified || !store.shop.orders(verified).some((order) => order.no === orderNo)) {
    throw new AppError({ code: 'not-found', retryable: false, say: { zh: '这个会话里没有这个订单。', en: 'This conversation has no such order.' } })
  }
  store.transaction(() => {
    store.commands.add({ id, call: 'markOrder', params: { id, conversationId, orderNo, ...(flag === undefined ? {} : { flag }), ...(memo === undefined ? {} : { memo: signed(engine, memo, agentName) }) } })
    store.audit.add(engine.clock.now(), flag === undefined ? 'order-memo' : 'order-flag', id, flag ?? '')
  })
  engine.publish({ kind: 'context', conversationId })
  engine.wake('outbox')
}

/** A memo outlives its writer: who, and when in the shop's zone, stand behind it. */
function signed(engine: Engine, memo: string, name: string): string {
  const { month, day, hour, minute } = wallTime(engine.clock.now(), SHOP_TIME_ZONE)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${memo} (${name} ${two(month)}-${two(day)} ${two(hour)}:${two(minute)})`
}
