import type { Decision, IntentPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import { AUTO_TOPICS, PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from './ceilings.ts'

/** What is known of one customer message when autopilot considers it. */
export type DecideFacts = {
  /** Topic that would be answered; null when triage found none. */
  intent: string | null
  /** 0..1 */
  intentConfidence: number
  /** Further topics of the same message. */
  otherTopics: readonly string[]
  acts: readonly string[]
  marks: readonly string[]
  /** 0 calm .. 3 angry. */
  emotionLevel: number
  /** 0..1 */
  escalation: number
  /** Is the customer's identity vouched for? */
  verified: boolean
  /** State of the order meant; null when there is none. */
  orderStatus: string | null
  /** Is it beyond doubt which order is meant? */
  orderCertain: boolean
  /** Did the drafter compose a routine answer from facts alone? */
  hasRoutineReply: boolean
  /** The kill switch. */
  paused: boolean
  online: boolean
  holdsLease: boolean
  /** A person has answered in this conversation. */
  personInvolved: boolean
  /** Earlier automatic replies in this conversation. */
  attempts: number
}

/** AI-02 lets a shop choose two or three failed rounds; we take the smaller. */
export const MAX_ATTEMPTS = 2
/** From this escalation score on a person looks, however calm the words. */
export const ESCALATION_LIMIT = 0.5
/** Nobody at this emotion level is answered by a machine, whatever the policy says (AI-03, MO-20). */
export const ANGRY = 3

type Outcome = 'ask' | 'draft' | 'escalate'
type Objection = { outcome: Outcome; rule: string; need: string }
const RANK: Record<Outcome, number> = { ask: 1, draft: 2, escalate: 3 }

/**
 * Decides what autopilot may do with one message. `auto` only when no rule objects; otherwise the gravest objection
 * wins: escalate > draft > ask. It grants or hands over and has no way to refuse a customer (AI-11). `rules` names the
 * rules that spoke, `wouldNeed` says for each what would have to change for `auto`.
 */
export function decide(facts: DecideFacts, policy: Policy): Decision {
  const objections = [...desk(facts), ...person(facts, policy), ...mood(facts, policy), ...intent(facts, policy), ...order(facts, policy)]
  if (objections.length === 0) return { decision: 'auto', rules: [`level:${levelOf(facts, policy)}`], wouldNeed: [] }
  const worst = objections.reduce((a, b) => (RANK[b.outcome] > RANK[a.outcome] ? b : a))
  return { decision: worst.outcome, rules: objections.map((o) => o.rule), wouldNeed: objections.map((o) => o.need) }
}

const rowOf = (facts: DecideFacts, policy: Policy): IntentPolicy | null =>
  facts.intent !== null && Object.hasOwn(policy.intents, facts.intent) ? (policy.intents[facts.intent] ?? null) : null
const levelOf = (facts: DecideFacts, policy: Policy): IntentPolicy['level'] => rowOf(facts, policy)?.level ?? 'off'

function desk(facts: DecideFacts): Objection[] {
  const found: Objection[] = []
  if (facts.paused) found.push({ outcome: 'draft', rule: 'kill-switch', need: 'autopilot switched on again' })
  if (!facts.online) found.push({ outcome: 'draft', rule: 'offline', need: 'a live line to the gateway' })
  if (!facts.holdsLease) found.push({ outcome: 'draft', rule: 'lease', need: 'the lease of this conversation' })
  if (facts.personInvolved) found.push({ outcome: 'draft', rule: 'AI-07', need: 'the customer told and in agreement to go back from a person to autopilot' })
  if (!(facts.attempts < MAX_ATTEMPTS)) found.push({ outcome: 'escalate', rule: 'attempt-limit', need: `fewer than ${MAX_ATTEMPTS} automatic replies so far` })
  return found
}

function person(facts: DecideFacts, policy: Policy): Objection[] {
  const topics = [...(facts.intent === null ? [] : [facts.intent]), ...facts.otherTopics]
  const always = (label: string): Objection => ({ outcome: 'escalate', rule: `always-person:${label}`, need: `no ${label}` })
  const found = [
    ...facts.acts.filter((act) => PERSON_ACTS.has(act) || policy.alwaysPerson.acts.includes(act)),
    ...facts.marks.filter((mark) => PERSON_MARKS.has(mark) || policy.alwaysPerson.marks.includes(mark)),
    ...topics.filter((topic) => PERSON_TOPICS.has(topic) || policy.alwaysPerson.topics.includes(topic)),
  ].map(always)
  const milder = facts.marks.filter((mark) => !PERSON_MARKS.has(mark) && !policy.alwaysPerson.marks.includes(mark))
  for (const mark of milder) found.push({ outcome: 'draft', rule: `mark:${mark}`, need: `no ${mark}` })
  return found
}

function mood(facts: DecideFacts, policy: Policy): Objection[] {
  const found: Objection[] = []
  const limit = Math.min(rowOf(facts, policy)?.maxEmotionLevel ?? 0, ANGRY - 1)
  // Written so that a value that is not a number counts as over the limit.
  if (!(facts.emotionLevel <= limit)) {
    found.push({ outcome: facts.emotionLevel < ANGRY ? 'draft' : 'escalate', rule: 'anger-limit', need: `emotion level at most ${limit}` })
  }
  if (!(facts.escalation < ESCALATION_LIMIT)) found.push({ outcome: 'escalate', rule: 'escalation-limit', need: `escalation below ${ESCALATION_LIMIT}` })
  return found
}

function intent(facts: DecideFacts, policy: Policy): Objection[] {
  if (facts.intent === null) return [{ outcome: 'draft', rule: 'no-intent', need: 'a recognised topic' }]
  const found: Objection[] = []
  const row = rowOf(facts, policy)
  const level = levelOf(facts, policy)
  if (!AUTO_TOPICS.has(facts.intent)) found.push({ outcome: 'draft', rule: `ceiling:${facts.intent}`, need: 'a topic that may be answered without a person' })
  if (level !== 'undo' && level !== 'act') found.push({ outcome: 'draft', rule: `level:${level}`, need: `level undo or act for ${facts.intent}` })
  if (row && !(facts.intentConfidence >= row.confidenceFloor)) {
    found.push({ outcome: 'draft', rule: 'confidence-floor', need: `confidence of at least ${row.confidenceFloor}` })
  }
  if (facts.otherTopics.length > 0) found.push({ outcome: 'draft', rule: 'several-topics', need: 'one topic in the message' })
  return found
}

/** Of an unverified customer nothing is known about orders, so only the identity is asked for. */
function order(facts: DecideFacts, policy: Policy): Objection[] {
  if (!facts.verified) return [{ outcome: 'ask', rule: 'verified-only', need: 'a verified customer' }]
  const found: Objection[] = []
  const states = rowOf(facts, policy)?.orderStates ?? []
  if (facts.orderStatus === null || !facts.orderCertain) found.push({ outcome: 'draft', rule: 'order-certain', need: 'one order that is meant beyond doubt' })
  if (facts.orderStatus !== null && !states.includes(facts.orderStatus)) {
    found.push({ outcome: 'draft', rule: 'order-state', need: `order state ${states.join(' or ') || '(none is routine)'}` })
  }
  if (!facts.hasRoutineReply) found.push({ outcome: 'draft', rule: 'routine-facts', need: 'every fact of the answer present and no problem with the parcel' })
  return found
}
