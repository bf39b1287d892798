import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LookUpKind } from '../../../src-shared/domain/workflow.ts'
import type { Value, ValueType } from '../../../src-shared/domain/workflow-value.ts'
import { local } from '../drafting/format.ts'

/** The records that a run may read: of a verified customer only. */
export interface Records { orders: readonly Order[]; products: readonly Product[]; /** Milliseconds since the epoch. */ now: number }

/** What each look-up gives when it finds something; it needs an item where `item` is true. */
export const LOOK_UPS: Readonly<Record<LookUpKind, { item: boolean; gives: Readonly<Record<string, ValueType>> }>> = {
  order: { item: false, gives: { status: 'text', title: 'text', total: 'amount' } },
  parcel: { item: false, gives: { carrier: 'text', trackingNo: 'text', status: 'text', scan: 'text' } },
  delivery: { item: false, gives: { days: 'number' } },
  'after-sale': { item: false, gives: { kind: 'text', status: 'text', amount: 'amount' } },
  paid: { item: true, gives: { amount: 'amount' } },
  price: { item: true, gives: { paid: 'amount', now: 'amount', difference: 'amount' } },
}

const DAY = 24 * 3_600_000
const text = (value: string): Value => ({ type: 'text', value })
const amount = (minor: number, order: Order): Value => ({ type: 'amount', value: { amount: minor, currency: order.total.currency } })

/** @returns the fields found, or null: this is not to be found here */
export function lookUp(what: LookUpKind, orderNo: string, item: { index: number; quantity: number } | null, records: Records, language: 'zh' | 'en'): Record<string, Value> | null {
  const order = records.orders.find((one) => one.no === orderNo)
  if (!order) return null
  const position = item === null ? undefined : order.items[item.index]
  switch (what) {
    case 'order':
      return { status: text(order.status), title: text(order.items.map((one) => local(one.title, language)).join(language === 'zh' ? '、' : ', ')), total: { type: 'amount', value: order.total } }
    case 'parcel': {
      const scan = order.logistics?.events.at(-1)
      if (!order.logistics || !scan) return null
      return { carrier: text(local(order.logistics.carrier, language)), trackingNo: text(order.logistics.trackingNo), status: text(order.logistics.status), scan: text(local(scan.text, language)) }
    }
    case 'delivery':
      return order.deliveredAt === null ? null : { days: { type: 'number', value: Math.floor((records.now - order.deliveredAt) / DAY) } }
    case 'after-sale':
      return order.afterSale ? { kind: text(order.afterSale.kind), status: text(order.afterSale.status), amount: { type: 'amount', value: order.afterSale.amount } } : null
    case 'paid':
      return position && item ? { amount: amount(position.price.amount * item.quantity, order) } : null
    case 'price': {
      const now = records.products.find((one) => one.id === position?.productId)?.price
      if (!position || !item || now?.currency !== position.price.currency) return null
      const difference = Math.max(0, position.price.amount - now.amount)
      return { paid: { type: 'amount', value: position.price }, now: { type: 'amount', value: now }, difference: amount(difference * item.quantity, order) }
    }
  }
}
