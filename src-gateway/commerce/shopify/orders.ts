import { z } from 'zod'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Logistics, Order, OrderStatus, ParcelStatus } from '../../../src-shared/domain/order.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'

const Currency = z.enum(['CNY', 'USD', 'EUR', 'GBP'])
const MoneySet = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: Currency }) })
const nodes = <T extends z.ZodType>(one: T) => z.object({ nodes: z.array(one) })
const Time = z.string().nullish()

export const ShopifyReturn = z.object({
  id: z.string(), name: z.string(), status: z.enum(['REQUESTED', 'OPEN', 'CLOSED', 'CANCELED', 'DECLINED']), createdAt: Time,
  returnLineItems: nodes(z.object({ quantity: z.number().int().positive(), returnReason: z.string().nullish(), customerNote: z.string().nullish(), fulfillmentLineItem: z.object({ lineItem: z.object({ id: z.string() }) }).nullish() })),
})
export type ShopifyReturn = z.infer<typeof ShopifyReturn>

/** As much of https://shopify.dev/docs/api/admin-graphql/2026-04/objects/Order as is asked for below. */
export const ShopifyOrder = z.object({
  id: z.string(), name: z.string(), createdAt: z.string(), processedAt: Time, updatedAt: z.string(), cancelledAt: Time,
  displayFinancialStatus: z.string().nullish(), displayFulfillmentStatus: z.string().nullish(), note: z.string().nullish(),
  totalPriceSet: MoneySet, customer: z.object({ id: z.string(), displayName: z.string(), phone: z.string().nullish(), locale: z.string().nullish(), createdAt: Time }).nullish(),
  shippingAddress: z.object({ name: z.string().nullish(), phone: z.string().nullish(), address1: z.string().nullish(), address2: z.string().nullish(), city: z.string().nullish(), province: z.string().nullish(), country: z.string().nullish(), zip: z.string().nullish() }).nullish(),
  lineItems: nodes(z.object({ id: z.string(), title: z.string(), variantTitle: z.string().nullish(), quantity: z.number().int(), product: z.object({ id: z.string() }).nullish(), originalUnitPriceSet: MoneySet })),
  fulfillments: z.array(z.object({ createdAt: z.string(), deliveredAt: Time, displayStatus: z.string().nullish(), estimatedDeliveryAt: Time, trackingInfo: z.array(z.object({ company: z.string().nullish(), number: z.string().nullish() })) })),
  refunds: z.array(z.object({ id: z.string(), note: z.string().nullish(), createdAt: Time, totalRefundedSet: MoneySet })),
  returns: nodes(ShopifyReturn),
  transactions: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string(), gateway: z.string().nullish(), amountSet: MoneySet })),
})
export type ShopifyOrder = z.infer<typeof ShopifyOrder>

const MONEY = 'shopMoney { amount currencyCode }'
export const ORDER_FIELDS = `fragment OrderFields on Order {
  id name createdAt processedAt updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus note
  totalPriceSet { ${MONEY} } customer { id displayName phone locale createdAt }
  shippingAddress { name phone address1 address2 city province country zip }
  lineItems(first: 100) { nodes { id title variantTitle quantity product { id } originalUnitPriceSet { ${MONEY} } } }
  fulfillments(first: 10) { createdAt deliveredAt displayStatus estimatedDeliveryAt trackingInfo { company number } }
  refunds(first: 50) { id note createdAt totalRefundedSet { ${MONEY} } }
  returns(first: 10) { nodes { id name status createdAt returnLineItems(first: 50) { nodes { quantity returnReason customerNote ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } } } } } }
  transactions(first: 20) { id kind status gateway amountSet { ${MONEY} } }
}`

const same = (text: string): LocalText => ({ zh: text, en: text })
const at = (time: string | null | undefined): number | null => (time ? Date.parse(time) : null)
/** All four currencies that we know have two places. */
export const moneyOf = ({ shopMoney: { amount, currencyCode } }: z.infer<typeof MoneySet>): Money => ({ amount: Math.round(Number(amount) * 100), currency: currencyCode })
/** The last part of `gid://shopify/Order/1`. */
export const tailOf = (gid: string): string => gid.split('/').at(-1)?.split('?')[0] ?? gid

function statusOf(order: ShopifyOrder): OrderStatus {
  if (order.cancelledAt) return 'cancelled'
  if (order.displayFinancialStatus === 'REFUNDED') return 'refunded'
  if (order.returns.nodes.some(({ status }) => status === 'REQUESTED' || status === 'OPEN')) return 'refunding'
  if (order.displayFinancialStatus === 'PENDING' || order.displayFinancialStatus === 'AUTHORIZED' || order.displayFinancialStatus === 'EXPIRED') return 'unpaid'
  if (order.fulfillments.length === 0) return 'paid'
  return order.fulfillments.every(({ deliveredAt }) => deliveredAt) && order.displayFulfillmentStatus === 'FULFILLED' ? 'delivered' : 'shipped'
}

const PARCEL: Readonly<Record<string, ParcelStatus>> = { DELIVERED: 'delivered', OUT_FOR_DELIVERY: 'out-for-delivery', FAILURE: 'stuck', NOT_DELIVERED: 'stuck', ATTEMPTED_DELIVERY: 'stuck', LABEL_PRINTED: 'picked-up', CONFIRMED: 'picked-up' }

function parcelOf({ fulfillments }: ShopifyOrder): Logistics | null {
  const last = fulfillments.at(-1)
  const [tracking] = last?.trackingInfo ?? []
  if (!last || !tracking?.number) return null
  return { carrier: same(tracking.company ?? ''), trackingNo: tracking.number, status: PARCEL[last.displayStatus ?? ''] ?? 'in-transit', etaAt: at(last.estimatedDeliveryAt), events: [] }
}

function afterSaleOf({ returns, totalPriceSet }: ShopifyOrder): Order['afterSale'] {
  const one = returns.nodes.at(-1)
  if (!one) return null
  const status = { REQUESTED: 'requested', OPEN: 'goods-on-way', CLOSED: 'closed', CANCELED: 'closed', DECLINED: 'closed' } as const
  return { id: tailOf(one.id), kind: 'return', status: status[one.status], amount: { ...moneyOf(totalPriceSet), amount: 0 }, requestedAt: at(one.createdAt) ?? 0 }
}

export const customerIdOf = (connectionId: string, { customer, name }: ShopifyOrder): string => `${connectionId}:${customer ? tailOf(customer.id) : `guest-${name}`}`

export function customerOf(connectionId: string, order: ShopifyOrder): Customer {
  const { customer, shippingAddress } = order
  return {
    id: customerIdOf(connectionId, order), name: customer?.displayName ?? shippingAddress?.name ?? '', language: (customer?.locale ?? 'en').slice(0, 2), level: 'regular',
    phone: customer?.phone ?? shippingAddress?.phone ?? '', since: at(customer?.createdAt) ?? Date.parse(order.createdAt), note: '',
  }
}

/** An order as we know one. Its revision is the second of its last change, which only grows. */
export function orderOf(connectionId: string, order: ShopifyOrder): Order {
  const to = order.shippingAddress
  const partly = order.displayFulfillmentStatus === 'PARTIALLY_FULFILLED' || order.displayFinancialStatus === 'PARTIALLY_REFUNDED'
  return {
    no: order.name, customerId: customerIdOf(connectionId, order), status: statusOf(order), ...(partly ? { shownStatus: same([order.displayFulfillmentStatus, order.displayFinancialStatus].filter(Boolean).join(' · ')) } : {}),
    items: order.lineItems.nodes.filter(({ quantity }) => quantity > 0).map((line) => ({ productId: line.product ? tailOf(line.product.id) : tailOf(line.id), title: same(line.title), variant: same(line.variantTitle ?? ''), quantity: line.quantity, price: moneyOf(line.originalUnitPriceSet) })),
    total: moneyOf(order.totalPriceSet), placedAt: Date.parse(order.createdAt), paidAt: statusOf(order) === 'unpaid' ? null : at(order.processedAt), promisedShipBy: null,
    shippedAt: at(order.fulfillments[0]?.createdAt), deliveredAt: at(order.fulfillments.at(-1)?.deliveredAt),
    address: { name: to?.name ?? '', phone: to?.phone ?? '', region: [to?.country, to?.province, to?.city].filter(Boolean).join(' '), detail: [to?.address1, to?.address2, to?.zip].filter(Boolean).join(', ') },
    logistics: parcelOf(order), afterSale: afterSaleOf(order), memo: order.note ?? '', revision: Math.floor(Date.parse(order.updatedAt) / 1000),
    payouts: order.refunds.filter(({ totalRefundedSet }) => moneyOf(totalRefundedSet).amount > 0).map((refund) => ({ reference: tailOf(refund.id), kind: 'refund', by: 'shop', amount: moneyOf(refund.totalRefundedSet), at: at(refund.createdAt) ?? 0 })),
  }
}
