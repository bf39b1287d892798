import type { Order } from '../../../src-shared/domain/order.ts'
import { tokens } from '../knowledge/tokens.ts'
import { thingsIn } from './synonyms.ts'
import type { Turn } from './types.ts'

/** `order` is the one meant; `certain` when nothing else can be; `ask` lists those to choose from when it is not clear. */
export type Choice = { order: Order | null; certain: boolean; ask: Order[]; /** A number was given that is none of this customer's. */ unknownNumber: boolean }

type Question = { text: string; history: readonly Turn[]; orders: readonly Order[]; topic: string | null; denied: boolean }

/** Topics that change an order: here a guess is worse than a question. */
const CHANGES = new Set(['order_cancel', 'address_change', 'order_modify', 'delivery_schedule', 'refuse_intercept'])
/** Most orders named when we ask which one. */
const MOST_ASKED = 3

/** By number, by product words, by what was spoken of before, by the only or newest order in a fitting state; else ask. */
export function chooseOrder(question: Question): Choice {
  const { text, history, orders, topic } = question
  if (orders.length === 0) return { order: null, certain: false, ask: [], unknownNumber: false }
  const named = byNumber(text, orders)
  if (named) return sure(named)
  const unknownNumber = /(?<!\d)\d{16}(?!\d)/.test(text.normalize('NFKC'))
  if (unknownNumber) return { order: null, certain: false, ask: [], unknownNumber }
  const fits = fitting(orders, topic)
  const byWords = byProduct(text, orders)
  if (byWords.length === 1 && byWords[0]) return sure(byWords[0])
  if (byWords.length > 1) return among(byWords.filter((order) => fits.includes(order)).length > 0 ? byWords.filter((order) => fits.includes(order)) : byWords, topic)
  if (question.denied && orders.length > 1) return { order: null, certain: false, ask: newest(orders).slice(0, MOST_ASKED), unknownNumber }
  const before = fromHistory(history, orders)
  if (before) return { order: before.order, certain: before.byCustomer, ask: [], unknownNumber }
  if (fits.length > 0) return among(fits, topic)
  if (orders.length === 1 && orders[0]) return sure(orders[0])
  return { order: null, certain: false, ask: newest(orders).slice(0, MOST_ASKED), unknownNumber }
}

const sure = (order: Order): Choice => ({ order, certain: true, ask: [], unknownNumber: false })
const newest = (orders: readonly Order[]): Order[] => [...orders].sort((a, b) => b.placedAt - a.placedAt)

function among(orders: readonly Order[], topic: string | null): Choice {
  const sorted = newest(orders)
  const [first] = sorted
  if (first && sorted.length === 1) return sure(first)
  if (topic !== null && CHANGES.has(topic)) return { order: null, certain: false, ask: sorted.slice(0, MOST_ASKED), unknownNumber: false }
  return { order: first ?? null, certain: false, ask: [], unknownNumber: false }
}

/** Whole number, tracking number, or "ending in 6675" when only one order ends so. */
export function byNumber(text: string, orders: readonly Order[]): Order | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/(?<=\d)[ -](?=\d)/g, '')
  const whole = orders.filter((order) => plain.includes(order.no) || (order.logistics !== null && plain.includes(order.logistics.trackingNo.toUpperCase())))
  if (whole.length === 1) return whole[0] ?? null
  const tail = /(?:尾号|末四位|后四位|ENDING(?: IN)?)\D{0,4}(\d{4})(?!\d)/.exec(plain)?.[1]
  const ending = tail === undefined ? [] : orders.filter((order) => order.no.endsWith(tail))
  return ending.length === 1 ? (ending[0] ?? null) : null
}

/** Orders whose goods the text names best; [] when it names none. A word that is in every order tells nothing. */
export function byProduct(text: string, orders: readonly Order[]): Order[] {
  const things = thingsIn(text)
  const words = new Set(tokens(text))
  const named = orders.map((order) => ({ order, things: things.filter((thing) => goodsOf(order).includes(thing)).join() })).filter((entry) => entry.things !== '')
  // One order holds everything that is named: it is that one, whatever else shares a part of it.
  const holders = named.filter((entry) => named.every((other) => other.things.split(',').every((thing) => entry.things.split(',').includes(thing))))
  if (named.length > 1 && holders.length === 1 && holders[0]) return [holders[0].order]
  // Several different goods in one text: all of them are meant, the state must tell which for what.
  if (new Set(named.map((entry) => entry.things)).size > 1) return named.map((entry) => entry.order)
  const scored = orders.map((order) => {
    const titles = order.items.flatMap((item) => [item.title.zh, item.title.en, item.variant.zh, item.variant.en])
    const own = new Set(titles.flatMap(tokens))
    const shared = [...words].filter((word) => own.has(word) && word.length > 1 && !/^\d+$/.test(word)).length
    return { order, score: shared + 3 * things.filter((thing) => goodsOf(order).includes(thing)).length }
  })
  const best = Math.max(...scored.map((entry) => entry.score))
  if (best === 0 || (orders.length > 1 && scored.every((entry) => entry.score === best))) return []
  return scored.filter((entry) => entry.score === best).map((entry) => entry.order)
}

const goodsOf = (order: Order): number[] => order.items.flatMap((item) => [...thingsIn(item.title.zh), ...thingsIn(item.title.en)])

/** Our own sentences quote articles that speak of other goods as well: only a whole title names an order. */
const byTitle = (text: string, orders: readonly Order[]): Order[] =>
  orders.filter((order) => order.items.some((item) => text.includes(item.title.zh) || text.includes(item.title.en)))

/** The latest earlier turn that names one order by number or goods. */
function fromHistory(history: readonly Turn[], orders: readonly Order[]): { order: Order; byCustomer: boolean } | null {
  for (const turn of [...history].reverse().slice(1)) {
    const goods = turn.role === 'customer' ? byProduct(turn.text, orders) : byTitle(turn.text, orders)
    const order = byNumber(turn.text, orders) ?? (goods.length === 1 ? goods[0] : undefined)
    if (order) return { order, byCustomer: turn.role === 'customer' }
  }
  return null
}

/** Groups of states, best first: the first group that holds an order counts. */
function fitting(orders: readonly Order[], topic: string | null): Order[] {
  for (const fits of TIERS[topic ?? ''] ?? [isOpen]) {
    const found = orders.filter(fits)
    if (found.length > 0) return found
  }
  return []
}

type Fits = (order: Order) => boolean
const state = (...states: Order['status'][]): Fits => (order) => states.includes(order.status)
const isOpen = state('unpaid', 'paid', 'shipped', 'delivered', 'refunding')
const hasCase: Fits = (order) => order.afterSale !== null
const arrived = state('delivered', 'completed')
const preparing: Fits[] = [state('paid'), state('unpaid')]
const moving: Fits[] = [state('shipped'), state('paid'), arrived]
const settling: Fits[] = [(order) => hasCase(order) && order.afterSale?.status !== 'closed', hasCase, state('refunding', 'refunded', 'cancelled')]
const received: Fits[] = [state('delivered'), state('completed'), state('shipped')]
const TIERS: Record<string, Fits[]> = {
  ship_when: preparing, order_cancel: [...preparing, state('shipped')], address_change: [state('paid', 'unpaid'), state('shipped')], order_modify: preparing,
  delivery_schedule: [state('paid'), state('shipped')], out_of_stock: preparing,
  where_is_order: moving, logistics_stuck: moving, delivery_service: moving, refuse_intercept: moving, customs_duty: moving,
  parcel_lost: [(order) => order.logistics?.status === 'lost', ...moving],
  delivered_not_received: [state('delivered'), state('completed'), state('shipped')],
  refund_progress: settling, return_arrived: settling, refund_amount: settling, refund_withdraw: settling, refund_rejected: settling, repair_progress: settling,
  return_howto: settling, return_request: received, exchange_request: received, damaged: received, quality_defect: received, wrong_item: received,
  missing_item: received, gift_missing: received, not_as_described: received, resend_request: [hasCase, ...received], warranty_repair: received,
  return_eligibility: received, return_freight: received, usage_help: received, price_protection: received, invoice_request: received, invoice_fix: received,
}
