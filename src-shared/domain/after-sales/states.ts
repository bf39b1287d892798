import type { ActionKind, CommerceAction } from '../commerce.ts'
import type { Refusal } from '../effect.ts'
import type { Order, OrderStatus } from '../order.ts'

/** A way of asking: refunds and invoices have three each, whose states differ. */
export type ActionMode = 'full' | 'partial' | 'only' | 'issue' | 'resend' | 'change' | null

const SENT: readonly OrderStatus[] = ['shipped', 'delivered', 'completed']
const ARRIVED: readonly OrderStatus[] = ['delivered', 'completed']
const PAID: readonly OrderStatus[] = ['paid', ...SENT]
const EVERY: readonly OrderStatus[] = ['unpaid', ...PAID, 'cancelled', 'refunding', 'refunded']

/** In which states of the order an action makes sense at all. */
const STATES: Record<ActionKind, readonly OrderStatus[]> = {
  cancel: ['unpaid', 'paid'], 'change-items': ['unpaid', 'paid'], 'change-address': ['unpaid', 'paid'], 'change-payment': ['unpaid'],
  return: ARRIVED, exchange: ARRIVED, refund: [...PAID, 'refunding'], resend: SENT, invoice: PAID, coupon: PAID, compensate: PAID, 'price-difference': PAID,
  'urge-shipment': ['paid'], intercept: ['shipped'], 'extend-receipt': ['shipped', 'delivered'], 'book-service': ARRIVED, 'carrier-claim': [...SENT, 'refunding', 'refunded'],
  ticket: EVERY, memo: EVERY, flag: EVERY,
}

const state = (detail: string): Refusal => ({ reason: 'state', detail })
const already = (detail: string): Refusal => ({ reason: 'already', detail })
const doneBefore = (order: Order, kind: ActionKind): boolean => order.doings?.some((one) => one.kind === kind) ?? false
/** Is something being settled with the customer? */
const isOpen = ({ afterSale }: Order): boolean => afterSale !== null && afterSale.status !== 'paid' && afterSale.status !== 'closed'
const isGone = ({ logistics }: Order): boolean => logistics !== null && ['lost', 'returned', 'stuck'].includes(logistics.status)

function refundRefusal(order: Order, mode: ActionMode): Refusal | null {
  if (order.status === 'refunding') {
    const { kind, status } = order.afterSale ?? {}
    // Goods that have not been looked at are not paid for.
    if (kind === 'return' && status !== 'inspecting') return state('return-on-way')
    return null
  }
  if (isOpen(order)) return state('after-sale-open')
  if (mode === 'full' && order.status !== 'paid' && !isGone(order)) return state(`goods-with-customer:${order.status}`)
  return mode === 'only' && !ARRIVED.includes(order.status) ? state(`status:${order.status}`) : null
}

function invoiceRefusal({ invoice }: Order, mode: ActionMode): Refusal | null {
  if (mode === 'issue') return invoice ? already('invoice') : null
  return invoice ? null : state('no-invoice')
}

/** What speaks against it beside the state. */
function more(kind: ActionKind, mode: ActionMode, order: Order): Refusal | null {
  switch (kind) {
    case 'refund': return refundRefusal(order, mode)
    case 'return': case 'exchange': case 'resend': return isOpen(order) ? state('after-sale-open') : kind === 'resend' && order.status === 'shipped' && !isGone(order) ? state('parcel-on-way') : null
    case 'invoice': return invoiceRefusal(order, mode)
    case 'price-difference': case 'carrier-claim': case 'intercept': case 'urge-shipment': case 'extend-receipt':
      if (doneBefore(order, kind)) return already(kind)
      if (kind === 'carrier-claim' || kind === 'intercept') return order.logistics === null ? state('no-parcel') : null
      return null
    default: return null
  }
}

/** Why the order's state forbids an action; null: it does not. Amounts and goods are looked at by `apply`. */
export function stateRefusal(kind: ActionKind, mode: ActionMode, order: Order): Refusal | null {
  if (!STATES[kind].includes(order.status)) return state(`status:${order.status}`)
  return more(kind, mode, order)
}

export const modeOf = (action: CommerceAction): ActionMode => ('mode' in action ? action.mode : null)
