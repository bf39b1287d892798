import type { Customer } from '../../src-shared/domain/customer.ts'
import type { DemoShop } from '../../src-shared/domain/demo-shop.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Product } from '../../src-shared/domain/product.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type DemoOrder = DemoShop['orders'][number]

/** Turns "days before now" into milliseconds of the clock; negative days lie in the future. */
const at = (now: number, daysAgo: number): number => Math.round(now - daysAgo * DAY_MS)
const atOrNull = (now: number, daysAgo: number | null): number | null => daysAgo === null ? null : at(now, daysAgo)

export function customerAt(now: number, { sinceDaysAgo, ...rest }: DemoShop['customers'][number]): Customer {
  return { ...rest, since: at(now, sinceDaysAgo) }
}

/** @throws Error where the order names a product or variant that the shop does not have. */
export function orderAt(now: number, order: DemoOrder, products: ReadonlyMap<string, Product>): Order {
  const items = order.items.map((item) => itemOf(item, products))
  const sum = items.reduce((total, item) => total + item.price.amount * item.quantity, 0)
  return {
    no: order.no, customerId: order.customerId, status: order.status, items,
    total: { amount: sum - order.discount, currency: items[0]?.price.currency ?? 'CNY' },
    placedAt: at(now, order.placedDaysAgo), paidAt: atOrNull(now, order.paidDaysAgo),
    promisedShipBy: atOrNull(now, order.promisedShipByDaysAgo), shippedAt: atOrNull(now, order.shippedDaysAgo),
    deliveredAt: atOrNull(now, order.deliveredDaysAgo), address: order.address, memo: order.memo,
    logistics: logisticsAt(now, order.logistics),
    afterSale: order.afterSale === null ? null : afterSaleAt(now, order.afterSale),
  }
}

function itemOf(item: DemoOrder['items'][number], products: ReadonlyMap<string, Product>): Order['items'][number] {
  const product = products.get(item.productId)
  const variant = product?.variants[item.variant]
  if (product === undefined || variant === undefined) throw new Error(`the demo shop has no ${item.productId} variant ${item.variant}`)
  return { productId: product.id, title: product.title, variant, quantity: item.quantity, price: product.price }
}

function logisticsAt(now: number, logistics: DemoOrder['logistics']): Order['logistics'] {
  if (logistics === null) return null
  const { etaDaysAgo, events, ...rest } = logistics
  return { ...rest, etaAt: atOrNull(now, etaDaysAgo), events: events.map(({ daysAgo, text }) => ({ at: at(now, daysAgo), text })) }
}

function afterSaleAt(now: number, { requestedDaysAgo, ...rest }: NonNullable<DemoOrder['afterSale']>): NonNullable<Order['afterSale']> {
  return { ...rest, requestedAt: at(now, requestedDaysAgo) }
}
