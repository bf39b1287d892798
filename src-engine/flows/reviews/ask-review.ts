import type { Review } from '../../../src-shared/domain/review.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { leftToGive } from '../../../src-shared/domain/after-sales/money.ts'
import type { SeatParams } from '../../../src-shared/wire/seat.ts'
import { stateName } from '../../domain/policy/names.ts'
import { sumInWords } from '../../domain/policy/sentences.ts'
import { aboutOrder } from '../about-order.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'

/** What whoever asks has before them, for whoever decides: the order that is spoken of and the customer. */
function factsShown(engine: Engine, conversationId: string): LocalText[] {
  const record = engine.store.conversations.get(conversationId)
  const order = record && aboutOrder(engine, record)
  const customer = record?.conversation.customerId ? engine.store.shop.customer(record.conversation.customerId) : null
  const state = order && stateName(order.status)
  return [
    ...(order && state ? [{ zh: `订单 ${order.no} · ${state.zh}`, en: `Order ${order.no} · ${state.en}` }, { zh: `实付 ${sumInWords(order.total)}，还能退 ${sumInWords(leftToGive(order))}`, en: `Paid ${sumInWords(order.total)}, ${sumInWords(leftToGive(order))} left to give back` }] : []),
    ...(customer ? [{ zh: `顾客等级：${customer.level}`, en: `Level of the customer: ${customer.level}` }] : []),
  ]
}

/** Asks a supervisor, durably: offline the request waits. Must run inside a transaction. */
export function askReview(engine: Engine, asked: Pick<Review, 'id' | 'conversationId' | 'subject' | 'why' | 'findings' | 'basedOnSeq'>): void {
  const params: SeatParams<'review.ask'> = { ...asked, facts: factsShown(engine, asked.conversationId), name: ownSeat(engine).name }
  engine.store.commands.add({ id: asked.id, call: 'review.ask', params })
  engine.store.audit.add(engine.clock.now(), 'review-asked', asked.id, asked.why[0]?.rule ?? '')
}
