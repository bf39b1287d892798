import type { Order } from '../../src-shared/domain/order.ts'
import { chooseOrder } from '../domain/drafting/choose-order.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'

/** Turns that are looked through for the order that is spoken of. */
const TURNS = 20

/** The order that the matter now open is about, as the drafter understands it; null when none or nobody is known. */
export function aboutOrder(engine: Engine, record: ConversationRecord): Order | null {
  const { customerId, verification, id } = record.conversation
  if (customerId === null || verification === 'none') return null
  const orders = engine.store.shop.orders(customerId)
  const turns = engine.store.messages.page(id, null, TURNS).flatMap(({ message }) => {
    const { kind } = message.author
    return kind === 'system' || message.recalledAt !== undefined ? [] : [{ seq: message.seq, role: kind, text: message.text, at: message.at }]
  })
  const text = turns.findLast((turn) => turn.role === 'customer')?.text ?? ''
  const [earlier, history] = [turns.filter(({ seq }) => seq < record.sinceSeq), turns.filter(({ seq }) => seq >= record.sinceSeq)]
  return chooseOrder({ text, history, earlier, orders, topic: stateOf(record).openTopic, denied: false }).order
}
