import type { Order } from '../../../src-shared/domain/order.ts'
import type { Money } from '../../../src-shared/domain/text.ts'

export type AfterSale = NonNullable<Order['afterSale']>

/** Never paid, or taken back: not bought. */
const NOT_BOUGHT: ReadonlySet<Order['status']> = new Set(['unpaid', 'cancelled', 'refunded'])

/** Orders with an after-sales case of one of these kinds, the case beside it. */
export function withCase(orders: readonly Order[], kinds?: readonly AfterSale['kind'][]): { order: Order; sale: AfterSale }[] {
  return orders.flatMap((order) => (order.afterSale && (!kinds || kinds.includes(order.afterSale.kind)) ? [{ order, sale: order.afterSale }] : []))
}

/** Cases whose money went back to the customer. */
export const paidBack = (orders: readonly Order[]): { order: Order; sale: AfterSale }[] => withCase(orders, ['refund', 'return']).filter(({ sale }) => sale.status === 'paid')

export const bought = (orders: readonly Order[]): Order[] => orders.filter(({ status }) => !NOT_BOUGHT.has(status))

/** Sums by currency. */
export function sums(amounts: readonly Money[]): Money[] {
  const sum = new Map<Money['currency'], number>()
  for (const { amount, currency } of amounts) sum.set(currency, (sum.get(currency) ?? 0) + amount)
  return [...sum].map(([currency, amount]) => ({ amount, currency }))
}
