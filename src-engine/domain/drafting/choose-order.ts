import type { Order } from '../../../src-shared/domain/order.ts'
import { focusAfter, orderMeant, turnsAway } from './dialogue/focus.ts'
import { byNumber, byProduct, newest } from './dialogue/naming.ts'
import { looksLikeOrderNo } from './dialogue/order-number.ts'
import type { Turn } from './types.ts'

export { byNumber, byProduct } from './dialogue/naming.ts'

/** `order` is the one meant; `certain` when nothing else can be; `ask` lists those to choose from when it is not clear. */
export type Choice = { order: Order | null; certain: boolean; ask: Order[]; /** A number was given that is none of this customer's. */ unknownNumber: boolean }

type Question = { text: string; history: readonly Turn[]; orders: readonly Order[]; topic: string | null; denied: boolean; /** Number of the order that the channel shows beside the conversation. */ shown?: string | undefined; /** Turns of matters that have ended: theirs is the order only of who points back there. */ earlier?: readonly Turn[] | undefined }

/** Topics that change an order: here a guess is worse than a question. */
const CHANGES = new Set(['order_cancel', 'address_change', 'order_modify', 'delivery_schedule', 'refuse_intercept'])
/** Most orders named when we ask which one. */
const MOST_ASKED = 3

/** By number, by product words, by what was spoken of before or pointed at, by the only or newest order in a fitting state; else ask. */
export function chooseOrder(question: Question): Choice {
  const { text, history, orders, topic } = question
  if (orders.length === 0) return { order: null, certain: false, ask: [], unknownNumber: false }
  const named = byNumber(text, orders)
  if (named) return sure(named)
  const unknownNumber = looksLikeOrderNo(text, orders)
  if (unknownNumber) return { order: null, certain: false, ask: [], unknownNumber }
  const shown = orders.find((order) => order.no === question.shown) ?? null
  const focus = focusAfter(before(history), orders, shown)
  const fits = fitting(orders, topic)
  const byWords = byProduct(text, orders)
  if (byWords.length === 1 && byWords[0]) return sure(byWords[0])
  if (shown && byWords.includes(shown)) return sure(shown)
  if (byWords.length > 1) return among(byWords.filter((order) => fits.includes(order)).length > 0 ? byWords.filter((order) => fits.includes(order)) : byWords, topic)
  const meant = orderMeant(text, focus, orders)
  if (meant) return sure(meant)
  const lastTime = question.earlier && LAST_TIME.test(text) ? focusAfter(question.earlier, orders).order : null
  if (lastTime) return { order: lastTime, certain: false, ask: [], unknownNumber }
  if ((question.denied || turnsAway(text)) && orders.length > 1) return { order: null, certain: false, ask: newest(orders).slice(0, MOST_ASKED), unknownNumber }
  if (focus.order) return { order: focus.order, certain: focus.byCustomer, ask: [], unknownNumber }
  if (fits.length > 0) return among(fits, topic)
  if (orders.length === 1 && orders[0]) return sure(orders[0])
  return { order: null, certain: false, ask: newest(orders).slice(0, MOST_ASKED), unknownNumber }
}

/** Points back to what was spoken of before this matter. */
const LAST_TIME = /上次|上回|那次|(?:之前|以前|前几天|前阵子)[^，。,.!?？]{0,4}(?:说|问|讲|退|换|买)?的?那?(?:个|笔|单|件)|(?<![a-z])(?:last time|(?:as|we spoke|talked|asked|wrote)[^.?!]{0,12} before|from before|the one from)(?![a-z])/i

/** What was said before the customer's last words. */
const before = (history: readonly Turn[]): readonly Turn[] => (history.at(-1)?.role === 'customer' ? history.slice(0, -1) : history)

const sure = (order: Order): Choice => ({ order, certain: true, ask: [], unknownNumber: false })

function among(orders: readonly Order[], topic: string | null): Choice {
  const sorted = newest(orders)
  const [first] = sorted
  if (first && sorted.length === 1) return sure(first)
  if (topic !== null && CHANGES.has(topic)) return { order: null, certain: false, ask: sorted.slice(0, MOST_ASKED), unknownNumber: false }
  return { order: first ?? null, certain: false, ask: [], unknownNumber: false }
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
