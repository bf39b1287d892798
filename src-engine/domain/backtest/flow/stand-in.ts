import type { OrderStatus, Order } from '../../../../src-shared/domain/order.ts'
import type { Product } from '../../../../src-shared/domain/product.ts'
import type { Money } from '../../../../src-shared/domain/text.ts'
import type { NodeOf, Workflow } from '../../../../src-shared/domain/workflow.ts'
import type { Value } from '../../../../src-shared/domain/workflow-value.ts'

/** One way in which what the past does not hold may have been. `choice`: the place of the choice that is taken where nobody chose; `days`: since the parcel came. */
export interface Guess { status: Order['status']; afterSale: boolean; days: number; choice: number }

const DAY = 24 * 3_600_000
/** Soon after the parcel came, and long after. */
const DAYS = [1, 60] as const
const THING = { zh: '这件商品', en: 'the item' }
const PRODUCT = 'stand-in'
export const ORDER_NO = '0000000000000000'

/** Ways that make a difference to this workflow, the likeliest first. @param statuses what the order's state may have been */
export function guessesFor(flow: Workflow, statuses: readonly OrderStatus[]): Guess[] {
  const looks = new Set(flow.nodes.flatMap((node) => (node.type === 'look-up' ? [node.what] : [])))
  const choices = Math.max(1, ...flow.nodes.map((node) => (node.type === 'question' ? (node.choices?.length ?? 1) : 1)))
  const found: Guess[] = []
  for (const status of statuses) {
    for (const afterSale of looks.has('after-sale') ? [true, false] : [false]) {
      for (const days of looks.has('delivery') ? DAYS : [DAYS[0]]) for (let choice = 0; choice < choices; choice++) found.push({ status, afterSale, days, choice })
    }
  }
  return found
}

/** The one order that stands for the customer's: nothing of it is known but what the guess says. @param price what one piece cost */
export function standInOrder({ status, afterSale, days }: Guess, price: Money, now: number): Order {
  const isSent = ['shipped', 'delivered', 'completed', 'refunding', 'refunded'].includes(status)
  const deliveredAt = ['delivered', 'completed', 'refunding', 'refunded'].includes(status) ? now - days * DAY : null
  const sentAt = isSent ? (deliveredAt ?? now) - 2 * DAY : null
  return {
    no: ORDER_NO, customerId: PRODUCT, status, items: [{ productId: PRODUCT, title: THING, variant: THING, quantity: 1, price }], total: price,
    placedAt: now - (days + 4) * DAY, paidAt: status === 'unpaid' ? null : now - (days + 4) * DAY, promisedShipBy: null, shippedAt: sentAt, deliveredAt,
    address: { name: '-', phone: '---', region: '', detail: '-' }, memo: '',
    logistics: sentAt === null ? null : { carrier: { zh: '快递', en: 'the carrier' }, trackingNo: ORDER_NO, status: deliveredAt === null ? 'in-transit' : 'delivered', etaAt: null, events: [{ at: sentAt, text: { zh: '运输中', en: 'in transit' } }] },
    afterSale: afterSale ? { id: PRODUCT, kind: 'refund', status: 'approved', amount: price, requestedAt: now - DAY } : null,
  }
}

/** Its goods, which cost nothing now: a price difference is then what people paid. */
export const standInProduct = ({ currency }: Money): Product => ({ id: PRODUCT, title: THING, category: '', price: { amount: 0, currency }, specs: [], variants: [THING], warrantyMonths: 0 })

/** What a customer may have answered to a question that nobody asked them. null: nothing can stand for it. */
export function standInAnswer({ collects, choices }: NodeOf<'question'>, { choice }: Guess, price: Money): Value | null {
  switch (collects.type) {
    case 'order': return { type: 'order', value: ORDER_NO }
    case 'item': return { type: 'item', value: { index: 0, quantity: 1, productId: PRODUCT, title: THING.zh } }
    case 'variant': return { type: 'variant', value: { productId: PRODUCT, variant: THING.zh, title: THING.zh } }
    case 'choice': {
      const chosen = choices?.[Math.min(choice, choices.length - 1)]
      return chosen ? { type: 'choice', value: chosen.value } : null
    }
    case 'yes-no': return { type: 'yes-no', value: true }
    case 'photo': return { type: 'photo', value: 1 }
    case 'amount': return { type: 'amount', value: price }
    case 'address': return { type: 'address', value: { name: '-', phone: '---', region: '', detail: '-' } }
    case 'date': return { type: 'date', value: '2026-01-02' }
    case 'email': return { type: 'email', value: 'someone@example.com' }
    case 'size': case 'colour': return { type: collects.type, value: '-' }
    case 'text': case 'invoice-title': case 'tax-id': return { type: 'text', value: '-' }
  }
}
