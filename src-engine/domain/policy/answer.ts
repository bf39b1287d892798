import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import { acts, AUTO_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import type { IntentPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import { unless, type Objection } from './objection.ts'

/** The row of the topic asked about; null when there is none. */
export const intentRow = (facts: Facts, policy: Policy): IntentPolicy | null => {
  const topic = facts.intent ?? null
  return topic !== null && Object.hasOwn(policy.intents, topic) ? (policy.intents[topic] ?? null) : null
}

/** May this topic be answered without a person? */
export function answer(facts: Facts, policy: Policy): Objection[] {
  const topic = facts.intent ?? null
  if (topic === null) return [{ outcome: 'draft', rule: 'no-intent', need: 'a recognised topic' }]
  const row = intentRow(facts, policy)
  const level = row?.level ?? 'off'
  return [
    ...unless(AUTO_TOPICS.has(topic), 'draft', `ceiling:${topic}`, 'a topic that may be answered without a person'),
    ...unless(acts(level), 'draft', `level:${level}`, `level undo or act for ${topic}`),
    ...(row === null ? [] : unless((facts.intentConfidence ?? Number.NaN) >= row.confidenceFloor, 'draft', 'confidence-floor', `confidence of at least ${row.confidenceFloor}`)),
    ...unless((facts.otherTopics ?? []).length === 0, 'draft', 'several-topics', 'one topic in the message'),
  ]
}

/** Of an unverified customer nothing is known about orders, so only the identity is asked for. */
export function answeredOrder(facts: Facts, policy: Policy): Objection[] {
  if (facts.verified !== true) return [{ outcome: 'ask', rule: 'verified-only', need: 'a verified customer' }]
  const status = facts.orderStatus ?? null
  return [
    ...unless(status !== null && facts.orderCertain === true, 'draft', 'order-certain', 'one order that is meant beyond doubt'),
    ...(status === null ? [] : inState(intentRow(facts, policy)?.orderStates ?? [], status)),
    ...unless(facts.hasRoutineReply === true, 'draft', 'routine-facts', 'every fact of the answer present and no problem with the parcel'),
  ]
}

/** Is the order in one of the states? */
export const inState = (states: readonly string[], status: string | null): Objection[] =>
  unless(status !== null && states.includes(status), 'draft', 'order-state', `order state ${states.join(' or ') || '(none is routine)'}`)
