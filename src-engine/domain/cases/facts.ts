import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { paidFor } from '../../../src-shared/domain/cases/paid.ts'
import { amountOf } from '../../../src-shared/domain/commerce.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Effect } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Facts, Tally } from '../../../src-shared/domain/policy-facts.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface CaseWorld {
  order: Order | null
  customer: Customer | null
  /** What triage says of the customer's words in the case. */
  verdict: Verdict
  /** Effects of the last day that the desk has heard of, and the orders they were of. */
  effects: readonly Effect[]
  orderOf(no: string): Order | null
  now: number
  paused: boolean
  online: boolean
  /** Is nobody else in the customer's chat? */
  holdsLease: boolean
}

/** What was paid under a condition, in minor units and times. */
function tally(effects: readonly Effect[], mine: (effect: Effect) => boolean): Tally {
  const paid = effects.filter((effect) => effect.outcome.state === 'done' && mine(effect)).flatMap(({ action }) => amountOf(action) ?? [])
  return { amount: paid.reduce((sum, { amount }) => sum + amount, 0), count: paid.length }
}

/** What the policy is asked about granting this case. The platform's own form says what is wanted and of which order. */
export function caseFacts(one: AfterSaleCase, world: CaseWorld): Facts {
  const { order, customer, verdict, effects, orderOf, now } = world
  const labels = (list: readonly { label: string }[]): string[] => list.map(({ label }) => label)
  const ofOrder = (is: (other: Order) => boolean) => (effect: Effect): boolean => {
    const other = effect.action.orderNo === null ? null : orderOf(effect.action.orderNo)
    return other !== null && is(other)
  }
  const paid = paidFor(one, order)
  return {
    intent: null, intentConfidence: 1, otherTopics: [], acts: labels(verdict.acts), marks: labels(verdict.marks), emotionLevel: verdict.emotion.level, escalation: verdict.escalation,
    verified: order !== null && order.customerId === one.customerId, orderStatus: order?.status ?? null, orderCertain: order !== null,
    paused: world.paused, online: world.online, holdsLease: world.holdsLease,
    // Once a person has spoken in a case it stays a person's.
    personInvolved: one.history.some(({ by }) => by.kind === 'agent'), attempts: one.history.filter(({ by }) => by.kind === 'autopilot').length,
    channel: one.platform, at: now, customerLevel: customer?.level ?? null,
    // No list of such buyers comes with the shop's records: whoever is known is on none.
    blacklisted: customer === null ? null : false,
    daysSinceDelivery: order === null || order.deliveredAt === null ? null : (now - order.deliveredAt) / DAY_MS,
    evidence: one.pictures.length > 0 ? ['photo'] : [], asked: true, confirmed: true,
    alreadyPaid: paid.length > 0,
    paidForCase: { amount: paid.reduce((sum, { amount }) => sum + amount.amount, 0), count: paid.length },
    paidToday: order === null ? null : {
      person: tally(effects, ofOrder(({ customerId }) => customerId === order.customerId)),
      address: tally(effects, ofOrder(({ address }) => address.region === order.address.region && address.detail === order.address.detail)),
      phone: tally(effects, ofOrder(({ address }) => address.phone === order.address.phone)),
      payer: tally(effects, ofOrder((other) => (other.payer ?? other.customerId) === (order.payer ?? order.customerId))),
      shop: tally(effects, ({ by }) => by.kind === 'autopilot'),
    },
  }
}
