import { amountOf, type CommerceAction } from '../commerce.ts'
import type { Refusal } from '../effect.ts'
import type { Order } from '../order.ts'
import type { Payout } from '../order-records.ts'
import type { Money } from '../text.ts'
import { allPieces, backToStock, checkPieces, priceOf, swapped, takeFromStock, type Goods, type StockMove } from './goods.ts'
import { leftToGive, payoutsOf } from './money.ts'
import { modeOf, stateRefusal } from './states.ts'
import { isTaxId } from './tax-id.ts'

/** What an action makes of an order. */
export interface Applied {
  order: Order
  /** What goes to the customer at once; null: nothing. */
  pays: Money | null
  /** Goods that leave the shelf or come back to it. */
  stock: readonly StockMove[]
  reference: string
}

export interface Doing {
  /** Of the effect; the shop's own number of it is made from this. */
  id: string
  /** Milliseconds since the epoch. */
  now: number
  /** Who does it, as it stands behind a memo. */
  by: string
  goods: Goods
}

/** What of the order changes, what is paid for it, and which goods move. */
interface Changes { order?: Partial<Order>; pays?: { amount: Money; kind: Payout['kind'] }; stock?: readonly StockMove[]; detail?: string }
type OfOrder = Exclude<CommerceAction, { kind: 'ticket' }>
type Of<K extends CommerceAction['kind']> = Extract<CommerceAction, { kind: K }>

export const isRefusal = (outcome: object): outcome is Refusal => 'reason' in outcome
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ reason, detail })

/**
 * Does an action to an order as the shop would, in pure words: the same decides in the window what may be chosen and at the
 * gateway what is done. @returns why not, and then nothing is changed, or what becomes of it
 */
export function apply(action: CommerceAction, order: Order, doing: Doing): Applied | Refusal {
  const refusal = stateRefusal(action.kind, modeOf(action), order) ?? amountRefusal(action, order)
  if (refusal) return refusal
  const reference = referenceOf(action, doing.id)
  const changes = changesOf(action, order, doing, reference)
  if (isRefusal(changes)) return changes
  const { pays } = changes
  const payouts: Payout[] = pays ? [...payoutsOf(order), { reference, kind: pays.kind, by: 'shop', amount: pays.amount, at: doing.now }] : [...payoutsOf(order)]
  const doings = [...(order.doings ?? []), { id: doing.id, kind: action.kind, reference, at: doing.now, detail: changes.detail ?? '' }]
  return {
    order: { ...order, ...changes.order, ...(payouts.length > 0 ? { payouts } : {}), doings, revision: (order.revision ?? 0) + 1 },
    pays: pays?.amount ?? null, stock: changes.stock ?? [], reference,
  }
}

/** The shop's own number: told from the kind by its letter, and the same whenever it is asked for again. */
const LETTERS: Partial<Record<CommerceAction['kind'], string>> = { refund: 'R', return: 'T', exchange: 'X', resend: 'B', invoice: 'F', coupon: 'C', compensate: 'P', ticket: 'W', 'carrier-claim': 'K', 'book-service': 'S' }
export const referenceOf = ({ kind }: CommerceAction, id: string): string => `${LETTERS[kind] ?? 'D'}${id.replaceAll('-', '').slice(-12)}`

/** Never more than was paid less what went back, in the order's own money; never nothing. */
function amountRefusal(action: CommerceAction, order: Order): Refusal | null {
  const wanted = amountOf(action)
  if (wanted === null) return null
  const left = leftToGive(order)
  if (wanted.currency !== left.currency) return refused('amount', `currency:${left.currency}`)
  if (wanted.amount <= 0) return refused('amount', 'nothing')
  if (left.amount === 0) return refused('already', 'all-given-back')
  return wanted.amount > left.amount ? refused('amount', `left:${left.amount}`) : null
}

function changesOf(action: CommerceAction, order: Order, doing: Doing, reference: string): Changes | Refusal {
  if (action.kind === 'ticket') return {}
  return (HOW[action.kind] as (action: OfOrder, order: Order, doing: Doing, reference: string) => Changes | Refusal)(action, order, doing, reference)
}

const HOW: { [K in OfOrder['kind']]: (action: Of<K>, order: Order, doing: Doing, reference: string) => Changes | Refusal } = {
  cancel: (_action, order, { goods }) => {
    const left = leftToGive(order)
    return { order: { status: 'cancelled' }, stock: backToStock(goods, order, allPieces(order)), ...(left.amount > 0 ? { pays: { amount: left, kind: 'cancel' as const } } : {}) }
  },
  'change-items': changeItems,
  'change-address': ({ address }) => ({ order: { address } }),
  'change-payment': ({ method }, { paymentMethod }) => (method === paymentMethod ? refused('already', 'payment') : { order: { paymentMethod: method } }),
  return: ({ items, amount }, order, { now }, id) => checkPieces(order, items) ?? { order: { status: 'refunding', afterSale: { id, kind: 'return', status: 'approved', amount, requestedAt: now } } },
  exchange: ({ items }, order, { now, goods }, id) => {
    const taken = checkPieces(order, items) ?? takeFromStock(goods, items)
    return isRefusal(taken) ? taken : { stock: taken, order: { afterSale: { id, kind: 'exchange', status: 'approved', amount: { amount: 0, currency: order.total.currency }, requestedAt: now } } }
  },
  refund,
  resend: ({ items }, order, { now, goods }, id) => {
    const wrong = checkPieces(order, items)
    const taken = wrong ?? takeFromStock(goods, items.flatMap(({ index, quantity }) => { const item = order.items[index]; return item ? [{ productId: item.productId, variant: item.variant, quantity }] : [] }))
    return isRefusal(taken) ? taken : { stock: taken, order: { afterSale: { id, kind: 'resend', status: 'approved', amount: { amount: 0, currency: order.total.currency }, requestedAt: now } } }
  },
  invoice: ({ mode, title, taxId, email }, { invoice }, { now }) => {
    if (mode === 'resend' && invoice) return { order: { invoice: { ...invoice, email: email ?? invoice.email, sentAt: now } } }
    if (title.trim() === '') return refused('shop', 'invoice-title')
    if (taxId !== null && !isTaxId(taxId)) return refused('shop', 'tax-id')
    return { order: { invoice: { title: title.trim(), taxId: taxId?.trim().toUpperCase() ?? null, email, sentAt: now } } }
  },
  coupon: ({ amount }) => ({ pays: { amount, kind: 'coupon' } }),
  compensate: ({ amount }) => ({ pays: { amount, kind: 'compensate' } }),
  'price-difference': ({ amount }, order, { goods }) => {
    const fallen = priceFall(order, goods)
    return amount.amount > fallen ? refused('amount', `left:${fallen}`) : { pays: { amount, kind: 'price-difference' } }
  },
  'urge-shipment': () => ({}),
  intercept: (_action, { logistics }, { now }) => ({
    order: { logistics: logistics && { ...logistics, events: [...logistics.events, { at: now, text: { zh: '商家发起拦截，包裹将退回', en: 'The shop asked the carrier to stop the parcel and send it back' } }] } },
  }),
  'extend-receipt': ({ days }) => ({ detail: `days:${days}` }),
  'book-service': ({ service, itemIndex }, order) => (order.items[itemIndex] ? { detail: service } : refused('state', `item-unknown:${itemIndex}`)),
  'carrier-claim': ({ amount }, { total }) => (amount.currency !== total.currency || amount.amount <= 0 || amount.amount > total.amount ? refused('amount', `left:${total.amount}`) : { detail: `amount:${amount.amount}` }),
  memo: ({ text }, { memo }, { by }) => ({ order: { memo: [memo, by === '' ? text : `${text} (${by})`].filter((line) => line !== '').join('\n') } }),
  flag: ({ flag }) => ({ order: { flag } }),
}

/** `full` ends the order and gives all that is left; goods that never left go back to the shelf. */
function refund({ mode, amount }: Of<'refund'>, order: Order, { now, goods }: Doing, reference: string): Changes | Refusal {
  const left = leftToGive(order)
  if (mode === 'full' && amount.amount !== left.amount) return refused('amount', `left:${left.amount}`)
  const asked = order.status === 'refunding' ? order.afterSale : null
  // What was agreed on for goods that came back is not raised by asking again.
  if (asked?.kind === 'return' && amount.amount > asked.amount.amount) return refused('amount', `left:${asked.amount.amount}`)
  const ends = mode !== 'partial' || asked !== null
  const afterSale = asked ? { ...asked, status: 'paid' as const, amount } : { id: reference, kind: 'refund' as const, status: 'paid' as const, amount, requestedAt: now }
  return {
    order: { afterSale, status: ends ? 'refunded' : order.status }, pays: { amount, kind: asked?.kind === 'return' ? 'return' : 'refund' },
    stock: order.status === 'paid' && mode === 'full' ? backToStock(goods, order, allPieces(order)) : [],
  }
}

/** What costs less is paid back; what costs more the customer would have to pay, which nobody does for them here. */
function changeItems({ items }: Of<'change-items'>, order: Order, { goods }: Doing): Changes | Refusal {
  const taken = checkPieces(order, items) ?? takeFromStock(goods, items)
  if (isRefusal(taken)) return taken
  const after = swapped(order, items, goods)
  const more = priceOf(after) - priceOf(order.items)
  if (more > 0 && order.paidAt !== null) return refused('amount', `costs-more:${more}`)
  // The order then costs what it costs: the difference is no payout that could be counted against what was paid.
  return { order: { items: after, total: { ...order.total, amount: Math.max(0, order.total.amount + more) } }, stock: [...backToStock(goods, order, items), ...taken], detail: `difference:${more}` }
}

/** By how much the goods of an order cost less now than they did, in minor units. */
export function priceFall(order: Order, goods: Goods): number {
  return order.items.reduce((sum, { productId, price, quantity }) => sum + Math.max(0, price.amount - (goods.get(productId)?.price.amount ?? price.amount)) * quantity, 0)
}
