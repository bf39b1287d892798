import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { isComeback, type Case } from './case.ts'

/** So long after its end a case may still come back, in milliseconds: 72 hours, whatever the clocks on the wall do. */
export const SETTLING_MS = 72 * 3_600_000

export interface Outcome {
  state: 'pending' | 'resolved' | 'reopened'
  /** Until when it counts as come back; null: until something promised has come, which it has not. */
  until: number | null
  /** Where and when the customer came back. */
  cameBack: { conversationId: string; at: number } | null
}

/** About parcels: such a case is over when the parcel is there. */
const PARCEL_TOPICS: ReadonlySet<string> = new Set([
  'ship_when', 'delivery_schedule', 'carrier_choice', 'where_is_order', 'logistics_stuck', 'delivery_service', 'address_change', 'refuse_intercept', 'resend_request', 'missing_item', 'gift_missing', 'wrong_item',
])
/** Promises that are kept when money or goods have come; others are over at their time. */
const MONEY_OR_PARCEL: ReadonlySet<FollowUp['kind']> = new Set(['ship', 'refund', 'compensation', 'pickup'])

/**
 * When what was promised in this case came; null: it has not come yet.
 * @param followUps of its conversation
 */
function awaited(one: Case, closedAt: number, followUps: readonly FollowUp[], orders: readonly Order[]): (number | null)[] {
  const promises = followUps
    .filter(({ promisedAt, state }) => promisedAt >= one.startedAt && promisedAt <= closedAt && state !== 'dropped')
    .map(({ kind, state, changedAt, dueAt }) => (state === 'done' ? changedAt : MONEY_OR_PARCEL.has(kind) ? null : dueAt))
  const spoken = orders.filter(({ no }) => one.orders.includes(no))
  const money = spoken.flatMap(({ afterSale, payouts }) => {
    if (!afterSale || afterSale.requestedAt > closedAt) return []
    if (afterSale.status !== 'paid' && afterSale.status !== 'closed') return [null]
    return (payouts ?? []).filter(({ at }) => at >= afterSale.requestedAt).map(({ at }) => at)
  })
  const parcels = one.topics.some((topic) => PARCEL_TOPICS.has(topic))
    ? spoken.flatMap(({ status, deliveredAt }) => (deliveredAt !== null ? [deliveredAt] : status === 'paid' || status === 'shipped' ? [null] : []))
    : []
  return [...promises, ...money, ...parcels]
}

/**
 * How a case that was closed has ended. Resolved is what nobody came back with for 72 hours, or until the money or the
 * parcel that was promised had come, whichever is later; until then it is pending.
 * @param others all cases of the same customer, in any order @param now milliseconds since the epoch
 */
export function outcomeOf(one: Case & { closedAt: number }, others: readonly Case[], followUps: readonly FollowUp[], orders: readonly Order[], now: number): Outcome {
  const { closedAt } = one
  const events = awaited(one, closedAt, followUps, orders)
  const until = events.includes(null) ? null : Math.max(closedAt + SETTLING_MS, ...events.filter((at) => at !== null))
  const back = others
    .filter((other) => other.startedAt > closedAt && (until === null || other.startedAt <= until) && isComeback(one, other))
    .reduce<Case | null>((first, other) => (first && first.startedAt <= other.startedAt ? first : other), null)
  if (back) return { state: 'reopened', until, cameBack: { conversationId: back.conversationId, at: back.startedAt } }
  return { state: until !== null && now > until ? 'resolved' : 'pending', until, cameBack: null }
}
