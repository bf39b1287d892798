import { z } from 'zod'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { unsupported, type Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import { UserErrors, type Graph } from './client.ts'
import { moneyOf, tailOf, type ShopifyOrder } from './orders.ts'

/** Written into the refund's note, so that a refund whose answer was lost is found again. */
export const markOf = (id: string): string => `[deskmate ${id}]`

const Refunded = z.object({ refundCreate: z.object({ refund: z.object({ id: z.string() }).nullish(), userErrors: UserErrors }) })
const Cancelled = z.object({ orderCancel: z.object({ job: z.object({ id: z.string() }).nullish(), orderCancelUserErrors: UserErrors.default([]), userErrors: UserErrors.default([]) }) })
const Updated = z.object({ orderUpdate: z.object({ order: z.object({ id: z.string() }).nullish(), userErrors: UserErrors }) })

/** `@idempotent` is required from 2026-04 on (shopify.dev/changelog, 12 December 2025). How long a key is remembered: [unverified] */
const REFUND = `mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } } }`
/** `refundMethod` in place of the deprecated `refund`: [unverified] */
const CANCEL = `mutation Cancel($id: ID!, $note: String) { orderCancel(orderId: $id, reason: CUSTOMER, refundMethod: { originalPaymentMethodsRefund: true }, restock: true, notifyCustomer: false, staffNote: $note) { job { id } orderCancelUserErrors { field message code } } }`
const UPDATE = `mutation Update($input: OrderInput!) { orderUpdate(input: $input) { order { id } userErrors { field message } } }`

const done = (reference: string | null, pays: Money | null = null): Performed => ({ state: 'done', reference, pays })
function saidNo(errors: z.infer<typeof UserErrors>): Performed | null {
  const [first] = errors
  return first ? { state: 'refused', reason: 'shop', detail: first.code ?? first.field?.join('.') ?? 'user-error' } : null
}

/** From which payments so much goes back, the oldest first; null: they do not hold so much. */
export function parentsOf(order: ShopifyOrder, amount: number): { orderId: string; parentId: string; amount: string; gateway: string; kind: 'REFUND' }[] | null {
  let left = amount
  let gone = order.refunds.reduce((sum, { totalRefundedSet }) => sum + moneyOf(totalRefundedSet).amount, 0)
  const parents = []
  for (const { id, kind, status, gateway, amountSet } of order.transactions) {
    if (status !== 'SUCCESS' || (kind !== 'SALE' && kind !== 'CAPTURE')) continue
    const held = moneyOf(amountSet).amount
    const free = Math.max(0, held - gone)
    gone = Math.max(0, gone - held)
    const take = Math.min(free, left)
    if (take > 0) parents.push({ orderId: order.id, parentId: id, amount: (take / 100).toFixed(2), gateway: gateway ?? '', kind: 'REFUND' as const })
    left -= take
  }
  return left > 0 ? null : parents
}

/** Does one thing to an order. @throws AppError `shop-unreachable` when its answer was not heard */
export async function write(graph: Graph, order: ShopifyOrder, id: string, action: CommerceAction): Promise<Performed> {
  switch (action.kind) {
    case 'refund': {
      const transactions = parentsOf(order, action.amount.amount)
      if (transactions === null) return { state: 'refused', reason: 'amount', detail: 'more-than-paid' }
      const { refundCreate } = await graph.mutate(Refunded, REFUND, { key: id, input: { orderId: order.id, note: `${action.reason} ${markOf(id)}`.trim(), notify: false, transactions } })
      return saidNo(refundCreate.userErrors) ?? done(refundCreate.refund ? tailOf(refundCreate.refund.id) : null, action.amount)
    }
    case 'cancel': {
      const { orderCancel } = await graph.mutate(Cancelled, CANCEL, { id: order.id, note: action.reason })
      return saidNo([...orderCancel.orderCancelUserErrors, ...orderCancel.userErrors]) ?? done(orderCancel.job ? tailOf(orderCancel.job.id) : null)
    }
    case 'change-address': {
      const { name, phone, region, detail } = action.address
      const [firstName = '', ...rest] = name.split(' ')
      const { orderUpdate } = await graph.mutate(Updated, UPDATE, { input: { id: order.id, shippingAddress: { firstName, lastName: rest.join(' '), phone, city: region, address1: detail } } })
      return saidNo(orderUpdate.userErrors) ?? done(null)
    }
    case 'memo': {
      const { orderUpdate } = await graph.mutate(Updated, UPDATE, { input: { id: order.id, note: [order.note, action.text].filter(Boolean).join('\n') } })
      return saidNo(orderUpdate.userErrors) ?? done(null)
    }
    default: return unsupported(action.kind)
  }
}
