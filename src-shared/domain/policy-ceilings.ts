import { ACTION_KINDS, PAYING_KINDS, type ActionKind } from './commerce.ts'
import type { PolicyProblem } from './policy-check.ts'
import type { ActionPolicy, AutonomyLevel, Policy } from './policy.ts'
import { TOPICS } from './triage.ts'

/**
 * The most autonomy that any policy may give, whatever a supervisor sets. Source: the shop's intent taxonomy and the
 * rules AI-01..AI-03, AI-08, SF-01, SF-03, CO-08, PI-04, PI-06, RK-02.
 */

/** Topics that may be answered without a person (`auto` ceiling). Every other topic is at most a draft here. */
export const AUTO_TOPICS: ReadonlySet<string> = new Set([
  'ship_when', 'order_lookup', 'carrier_choice', 'where_is_order', 'freight_fee', 'return_eligibility', 'return_howto', 'return_arrived',
  'refund_progress', 'points_member', 'usage_help', 'repair_progress', 'restock',
])

/** Topics, marks and acts that always go to a person. */
export const PERSON_TOPICS: ReadonlySet<string> = new Set([
  'out_of_stock', 'payment_issue', 'delivered_not_received', 'parcel_lost', 'authenticity', 'expiry_hygiene', 'safety_incident', 'refund_only',
  'refund_amount', 'refund_rejected', 'subsidy_tradein', 'cashback_review', 'service_complaint', 'promise_broken', 'platform_intervention',
  'compensation_demand', 'review_issue', 'privacy_request', 'scam_check', 'chargeback', 'business_inquiry',
])
export const PERSON_MARKS: ReadonlySet<string> = new Set([
  'threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform', 'danger_person', 'claimant_pattern', 'fraud_pattern',
  'sensitive_info', 'minor', 'elderly_vulnerable',
])
export const PERSON_ACTS: ReadonlySet<string> = new Set(['human_wanted'])

/** What may be done in a matter that is a person's: it helps them, pays nothing and decides nothing. Its marks and acts, and anger, are a person's all the same. */
export const HELPING_ACTIONS: ReadonlySet<string> = new Set<ActionKind>(['ticket', 'memo', 'flag', 'urge-shipment', 'extend-receipt'])

/** Nobody at this emotion level is answered by a machine, whatever the policy says (AI-03, MO-20). */
export const ANGRY = 3

const DESK_ACTIONS: ReadonlySet<string> = new Set(ACTION_KINDS)
const PAYING: ReadonlySet<string> = new Set(PAYING_KINDS)
export const isDeskAction = (name: string): boolean => DESK_ACTIONS.has(name)
export const isPaying = (name: string): boolean => PAYING.has(name)
/** Does the level let autopilot do something by itself? */
export const acts = (level: AutonomyLevel): boolean => level === 'undo' || level === 'act'

/** Money leaves without a person only under all three caps in money. */
export const isCapped = ({ caps }: Pick<ActionPolicy, 'caps'>): boolean =>
  [caps?.perCase, caps?.perCustomerDay, caps?.perShopDay].every((cap) => cap?.amount !== undefined)

/** Where a policy goes beyond what any may give; empty: nowhere. The gateway takes no policy with an entry here. */
export function beyondCeilings(policy: Policy): PolicyProblem[] {
  const found: PolicyProblem[] = []
  const topics: ReadonlySet<string> = new Set(TOPICS)
  for (const [topic, row] of Object.entries(policy.intents)) {
    const field = `intents.${topic}`
    if (!topics.has(topic)) found.push({ field, problem: 'no such topic' })
    // A topic whose request may be carried out under an action's own limits acts through that action.
    if (acts(row.level) && (PERSON_TOPICS.has(topic) || (!AUTO_TOPICS.has(topic) && (row.actions ?? []).length === 0))) found.push({ field: `${field}.level`, problem: 'this topic is a person\'s' })
    if (acts(row.level) && row.maxEmotionLevel >= ANGRY) found.push({ field: `${field}.maxEmotionLevel`, problem: 'angry customers are a person\'s' })
    for (const action of row.actions ?? []) if (!isDeskAction(action)) found.push({ field: `${field}.actions`, problem: `no such action: ${action}` })
  }
  for (const [name, row] of Object.entries(policy.actions ?? {})) {
    const field = `actions.${name}`
    if (!isDeskAction(name)) found.push({ field, problem: 'no such action' })
    if (row.identity === 'none') found.push({ field: `${field}.identity`, problem: 'nothing is done for somebody nobody vouches for' })
    if (acts(row.level) && row.maxEmotionLevel >= ANGRY) found.push({ field: `${field}.maxEmotionLevel`, problem: 'angry customers are a person\'s' })
    if (acts(row.level) && isPaying(name) && !isCapped(row)) found.push({ field: `${field}.caps`, problem: 'money needs a cap per case, per customer and day, and per shop and day' })
  }
  if (policy.records !== undefined) found.push({ field: 'records', problem: 'only for trying out a policy on records' })
  return found
}
