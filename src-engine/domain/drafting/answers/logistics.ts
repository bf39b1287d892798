import type { Order } from '../../../../src-shared/domain/order.ts'
import { agrees, asBubble, plainly, saidBefore, say, sorryForWait, type Context, type OrderAnswer } from './context.ts'
import type { Bubble } from '../types.ts'

/** A parcel without a scan for so long is a case for a person, not for "on its way". */
export const STUCK_MS = 3 * 24 * 3600 * 1000

/** How the parcel stands, from facts alone. */
export type ParcelState = 'unpaid' | 'paid' | 'paid-late' | 'paid-open' | 'moving' | 'eta-passed' | 'stuck' | 'lost' | 'returned' | 'delivered' | 'over' | 'unknown'

export function parcelState(order: Order, now: number): ParcelState {
  if (order.status === 'unpaid') return 'unpaid'
  if (order.status === 'cancelled' || order.status === 'refunded') return 'over'
  const parcel = order.logistics
  if (order.shownStatus && !parcel) return 'unknown'
  if (order.status === 'paid') return order.promisedShipBy === null ? 'paid-open' : order.promisedShipBy < now ? 'paid-late' : 'paid'
  if (!parcel) return order.status === 'refunding' ? 'over' : 'unknown'
  if (parcel.status === 'lost' || parcel.status === 'returned' || parcel.status === 'delivered' || parcel.status === 'stuck') return parcel.status
  if (parcel.etaAt !== null && parcel.etaAt < now) return 'eta-passed'
  const scan = parcel.events.at(-1)
  if (!scan) return parcel.trackingNo === '' ? 'unknown' : 'moving'
  return now - scan.at > STUCK_MS && parcel.etaAt === null ? 'stuck' : 'moving'
}

/** No scan for three days, or worse: nothing that a machine should call routine. */
export const isQuiet = (order: Order, now: number): boolean => now - (order.logistics?.events.at(-1)?.at ?? 0) > STUCK_MS

/** A resend, exchange or repair under way: "where is it" is then about that. */
export const hasOpenCase = (order: Order): boolean =>
  order.afterSale !== null && ['resend', 'exchange', 'repair'].includes(order.afterSale.kind) && order.afterSale.status !== 'closed' && order.afterSale.status !== 'paid'

/** The topic whose knowledge fits the parcel's state better than the words do; null: none. */
export function topicOfState(order: Order, now: number): string | null {
  const topics: Partial<Record<ParcelState, string>> = { lost: 'parcel_lost', stuck: 'logistics_stuck', 'eta-passed': 'logistics_stuck', 'paid-late': 'out_of_stock' }
  return topics[parcelState(order, now)] ?? null
}

export const whereIsOrder: OrderAnswer = (context, order) => {
  if (hasOpenCase(order)) return [[say(context, order, 'sale.other', ['afterSale.status', 'afterSale.requestedAt'])], [plainly('sale.check')]]
  const state = parcelState(order, context.input.now)
  const line = (key: string, facts: readonly string[] = []) => say(context, order, key, facts)
  switch (state) {
    case 'unpaid': return [[line('where.unpaid', ['status'])]]
    case 'paid': return [[line('where.paid', ['status', 'promisedShipBy'])]]
    case 'paid-late': return [[...sorryForWait(context), line('paid.late', ['status', 'promisedShipBy'])], ...asBubble(context.quote), [line('paid.lateNext')]]
    case 'paid-open': return [[line('paid.open', ['status'])]]
    case 'moving': return moving(context, order)
    case 'eta-passed': return [[line('where.scan', SCAN)], [line('where.etaPassed', ['logistics.etaAt', 'logistics.carrier'])], ...asBubble(context.quote)]
    case 'stuck': return noScan(context, order)
    case 'lost': return [[...sorryForWait(context), line('lost.state', ['logistics.status', 'logistics.trackingNo'])], ...asBubble(context.quote), [line('lost.next')]]
    case 'returned': return [[line('returned.state', ['logistics.status']), line('where.scan', SCAN)], [line('returned.next')]]
    case 'delivered': return [[line('delivered.state', ['deliveredAt']), line('where.scan', SCAN)], [plainly('delivered.next')]]
    case 'over': return [[line('order.status', ['status'])]]
    case 'unknown': return [[line('order.status', ['status'])], [line('check.open')]]
  }
}

const SCAN = ['logistics.events'] as const
const PARCEL = ['logistics.carrier', 'logistics.trackingNo'] as const

function moving(context: Context, order: Order): Bubble[] {
  const line = (key: string, facts: readonly string[] = []) => say(context, order, key, facts)
  // The number is given once; after that only the news, unless it is asked for.
  const known = saidBefore(context, order.logistics?.trackingNo ?? '') && !/单号|tracking n|number/i.test(context.matter.words)
  return [
    known ? [] : [line(order.logistics?.status === 'out-for-delivery' ? 'where.outForDelivery' : 'where.shipped', PARCEL)],
    [line('where.scan', SCAN), order.logistics?.etaAt ? line('where.eta', ['logistics.etaAt']) : line('where.noEta')],
  ]
}

/** What the shop does after days without a scan stands in its knowledge, with its times; we add who does it. */
function noScan(context: Context, order: Order): Bubble[] {
  const next = say(context, order, context.quote ? 'stuck.mine' : 'stuck.next', ['logistics.carrier'])
  return [[...sorryForWait(context), say(context, order, 'stuck.scan', SCAN)], ...asBubble(context.quote), [next]]
}

export const stuck: OrderAnswer = (context, order) => {
  const state = parcelState(order, context.input.now)
  if (state !== 'moving' && state !== 'eta-passed') return whereIsOrder(context, order)
  return isQuiet(order, context.input.now)
    ? noScan(context, order)
    : [...moving(context, order).slice(1), ...asBubble(context.quote)]
}

export const notReceived: OrderAnswer = (context, order) => {
  if (parcelState(order, context.input.now) !== 'delivered') return whereIsOrder(context, order)
  return [
    [say(context, order, 'dnr.state', ['deliveredAt', ...SCAN])],
    context.quote ? [context.quote] : context.matter.emotion < 2 ? [plainly('dnr.look')] : [],
    [say(context, order, 'dnr.next', ['logistics.carrier'])],
  ]
}

export const lost: OrderAnswer = (context, order) => (parcelState(order, context.input.now) === 'moving' ? stuck(context, order) : whereIsOrder(context, order))

const WISH = /(?:放|送|搁|留)(?:到|在|去)?.{0,6}(?:快递柜|驿站|门口|门卫|前台|丰巢)|别打电话|\b(?:leave it|put it)\b/i

export const deliveryService: OrderAnswer = (context, order) => {
  const state = parcelState(order, context.input.now)
  if (state === 'delivered') return [[plainly('service.sorry')], [say(context, order, 'delivered.state', ['deliveredAt'])], ...asBubble(context.quote)]
  if (order.logistics === null) return whereIsOrder(context, order)
  // A wish in so many words is passed on; it is not asked for again, nor apologised for.
  if (context.matter.emotion < 1 && WISH.test(context.matter.words)) return [[say(context, order, 'service.noted', ['logistics.carrier'])]]
  return [[plainly('service.sorry')], [say(context, order, 'where.scan', SCAN)], [say(context, order, 'service.wish', ['logistics.carrier'])]]
}

export const intercept: OrderAnswer = (context, order) => {
  if (order.status === 'paid' || order.status === 'unpaid') return [[say(context, order, 'cancel.ask', ['status', 'total'])]]
  if (order.status !== 'shipped') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  if (context.matter.acts.has('affirm') && agrees(context)) return [[say(context, order, 'intercept.done')], ...asBubble(context.quote)]
  return [[say(context, order, 'intercept.ask', ['shippedAt'])], ...asBubble(context.topic === 'refuse_intercept' ? context.quote : null)]
}
