import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import { ANGRY, HELPING_ACTIONS, PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { unless, type Objection } from './objection.ts'

/** AI-02 lets a shop choose two or three failed rounds; we take the smaller. */
export const MAX_ATTEMPTS = 2
/** From this escalation score on a person looks, however calm the words. */
export const ESCALATION_LIMIT = 0.5

// Comparisons below are written so that a missing value, or one that is not a number, counts against.

/** Whether this desk may act at all, in this conversation, now. */
export function desk(facts: Facts): Objection[] {
  return [
    ...unless(facts.paused === false, 'draft', 'kill-switch', 'autopilot switched on again'),
    ...(facts.heldBy ? [{ outcome: 'draft', rule: `held:${facts.heldBy}`, need: `no ${facts.heldBy} that holds autopilot back` } satisfies Objection] : []),
    ...unless(facts.online === true, 'draft', 'offline', 'a live line to the gateway'),
    ...unless(facts.holdsLease === true, 'draft', 'lease', 'the lease of this conversation'),
    ...unless(facts.personInvolved === false, 'draft', 'AI-07', 'the customer told and in agreement to go back from a person to autopilot'),
    ...unless((facts.attempts ?? Number.NaN) < MAX_ATTEMPTS, 'escalate', 'attempt-limit', `fewer than ${MAX_ATTEMPTS} automatic replies so far`),
  ]
}

/** What always goes to a person, whatever a row says; a policy adds to it and takes nothing away. In a matter that is theirs what only helps them may be done. */
export function person(facts: Facts, { alwaysPerson }: Policy, request: DecideRequest | null): Objection[] {
  const always = (label: string): Objection => ({ outcome: 'escalate', rule: `always-person:${label}`, need: `no ${label}` })
  const isPersons = (mark: string): boolean => PERSON_MARKS.has(mark) || alwaysPerson.marks.includes(mark)
  const topics = request !== null && HELPING_ACTIONS.has(request.name) ? [] : [facts.intent ?? [], facts.otherTopics ?? []].flat()
  const marks = facts.marks ?? []
  return [
    ...(facts.acts ?? []).filter((act) => PERSON_ACTS.has(act) || alwaysPerson.acts.includes(act)).map(always),
    ...marks.filter(isPersons).map(always),
    ...topics.filter((topic) => PERSON_TOPICS.has(topic) || alwaysPerson.topics.includes(topic)).map(always),
    ...marks.filter((mark) => !isPersons(mark)).map((mark): Objection => ({ outcome: 'draft', rule: `mark:${mark}`, need: `no ${mark}` })),
    ...(['acts', 'marks', 'otherTopics'] as const).flatMap((name) => unless(Array.isArray(facts[name]), 'draft', `unknown:${name}`, `${name} are known`)),
  ]
}

/** @param allowed highest emotion level that the rows allow, 0..3 */
export function mood(facts: Facts, allowed: number): Objection[] {
  const limit = Math.min(allowed, ANGRY - 1)
  const level = facts.emotionLevel ?? Number.NaN
  return [
    ...unless(level <= limit, level < ANGRY ? 'draft' : 'escalate', 'anger-limit', `emotion level at most ${limit}`),
    ...unless((facts.escalation ?? Number.NaN) < ESCALATION_LIMIT, 'escalate', 'escalation-limit', `escalation below ${ESCALATION_LIMIT}`),
  ]
}
