import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { paidFor } from '../../../src-shared/domain/cases/paid.ts'
import { isWatched, type Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Facts, Tally } from '../../../src-shared/domain/policy-facts.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { buyerRisk } from '../policy/buyer-risk.ts'
import { paidBefore } from '../policy/paid-before.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface CaseWorld {
  order: Order | null
  customer: Customer | null
  /** All orders of the customer that the desk knows. */
  own: readonly Order[]
  /** Orders of anybody of which something was paid back. */
  paid: readonly Order[]
  /** What autopilot paid in the last 24 hours. */
  shop: Tally
  /** What triage says of the customer's words in the case. */
  verdict: Verdict
  now: number
  /** The kill switch, or one that lies over this action or platform. */
  paused: boolean
  /** An incident that touches the order lets autopilot only prepare. */
  heldBy?: 'incident'
  online: boolean
  /** Is nobody else in the customer's chat? */
  holdsLease: boolean
}

/** What the policy is asked about granting this case. The platform's own form says what is wanted and of which order. */
export function caseFacts(one: AfterSaleCase, { order, customer, own, paid, shop, verdict, now, ...world }: CaseWorld): Facts {
  const labels = (list: readonly { label: string }[]): string[] => list.map(({ label }) => label)
  const given = paidFor(one, order)
  return {
    intent: null, intentConfidence: 1, otherTopics: [], acts: labels(verdict.acts), marks: labels(verdict.marks), emotionLevel: verdict.emotion.level, escalation: verdict.escalation,
    verified: order !== null && order.customerId === one.customerId, orderStatus: order?.status ?? null, orderCertain: order !== null,
    ...world,
    // Once a person has spoken in a case it stays a person's.
    personInvolved: one.history.some(({ by }) => by.kind === 'agent'), attempts: one.history.filter(({ by }) => by.kind === 'autopilot').length,
    channel: one.platform, at: now,
    ...(customer === null ? {} : { customerLevel: customer.level, blacklisted: isWatched(customer, now), risk: buyerRisk(own, now) }),
    daysSinceDelivery: order === null || order.deliveredAt === null ? null : (now - order.deliveredAt) / DAY_MS,
    evidence: one.pictures.length > 0 ? ['photo'] : [], asked: true, confirmed: true,
    ...(order === null ? {} : paidBefore(order, paid, shop, now)),
    // What the platform or an insurer paid in the case stands in no order.
    alreadyPaid: given.length > 0, paidForCase: { amount: given.reduce((sum, { amount }) => sum + amount.amount, 0), count: given.length },
  }
}
