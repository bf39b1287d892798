import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { ACTS, MARKS, TOPICS } from '../../../src-shared/domain/triage.ts'
import { decide, type DecideFacts } from './decide.ts'

const row = { level: 'act' as const, undoSeconds: 8, confidenceFloor: 0.8, maxEmotionLevel: 1, orderStates: ['paid', 'shipped'] }
const policy: Policy = {
  id: 'p', version: 1, intents: { where_is_order: row, refund_only: row, ship_when: { ...row, level: 'suggest' } },
  alwaysPerson: { topics: ['safety_incident'], marks: ['threat_authority'], acts: ['human_wanted'] },
}
const routine: DecideFacts = {
  intent: 'where_is_order', intentConfidence: 0.95, otherTopics: [], acts: [], marks: [], emotionLevel: 0, escalation: 0.1, verified: true,
  orderStatus: 'shipped', orderCertain: true, hasRoutineReply: true, paused: false, online: true, holdsLease: true, personInvolved: false, attempts: 0,
}
const given = (change: Partial<DecideFacts>) => decide({ ...routine, ...change }, policy)

test('P-1 a routine case inside every limit is auto, and names the level that allowed it', () => {
  expect(given({})).toEqual({ decision: 'auto', rules: ['level:act'], wouldNeed: [] })
})

describe('P-2 one rule is enough to stop it', () => {
  const cases: Array<[string, Partial<DecideFacts>, string, string]> = [
    ['kill switch', { paused: true }, 'draft', 'kill-switch'],
    ['offline', { online: false }, 'draft', 'offline'],
    ['no lease', { holdsLease: false }, 'draft', 'lease'],
    ['a person has answered', { personInvolved: true }, 'draft', 'AI-07'],
    ['two automatic replies', { attempts: 2 }, 'escalate', 'attempt-limit'],
    ['not verified', { verified: false }, 'ask', 'verified-only'],
    ['angry', { emotionLevel: 3 }, 'escalate', 'anger-limit'],
    ['unhappy', { emotionLevel: 2 }, 'draft', 'anger-limit'],
    ['likely to escalate', { escalation: 0.5 }, 'escalate', 'escalation-limit'],
    ['a person is wanted', { acts: ['human_wanted'] }, 'escalate', 'always-person:human_wanted'],
    ['a threat', { marks: ['threat_authority'] }, 'escalate', 'always-person:threat_authority'],
    ['sarcasm', { marks: ['sarcasm'] }, 'draft', 'mark:sarcasm'],
    ['safety beside the question', { otherTopics: ['safety_incident'] }, 'escalate', 'always-person:safety_incident'],
    ['two questions', { otherTopics: ['freight_fee'] }, 'draft', 'several-topics'],
    ['no topic', { intent: null }, 'draft', 'no-intent'],
    ['an intent only drafted', { intent: 'ship_when' }, 'draft', 'level:suggest'],
    ['an intent not listed', { intent: 'freight_fee' }, 'draft', 'level:off'],
    ['an intent above its ceiling', { intent: 'refund_only' }, 'escalate', 'ceiling:refund_only'],
    ['an intent named like a property', { intent: 'constructor' }, 'draft', 'level:off'],
    ['doubt', { intentConfidence: 0.79 }, 'draft', 'confidence-floor'],
    ['doubt that is not a number', { intentConfidence: Number.NaN }, 'draft', 'confidence-floor'],
    ['which order?', { orderCertain: false }, 'draft', 'order-certain'],
    ['no order', { orderStatus: null }, 'draft', 'order-certain'],
    ['another state', { orderStatus: 'refunding' }, 'draft', 'order-state'],
    ['a fact is missing', { hasRoutineReply: false }, 'draft', 'routine-facts'],
  ]
  test.each(cases)('P-2 %s', (_name, change, decision, rule) => {
    const made = given(change)
    expect(made.decision).toBe(decision)
    expect(made.rules).toContain(rule)
    expect(made.wouldNeed).toHaveLength(made.rules.length)
  })
})

test('P-3 the gravest objection wins, and all are named (an angry stranger asked for his number)', () => {
  const made = given({ verified: false, emotionLevel: 3, paused: true })
  expect(made.decision).toBe('escalate')
  expect(made.rules).toEqual(expect.arrayContaining(['verified-only', 'anger-limit', 'kill-switch']))
})

test('P-4 a policy cannot lift what always goes to a person (a careless supervisor)', () => {
  const careless: Policy = { ...policy, intents: { where_is_order: { ...row, maxEmotionLevel: 3 } }, alwaysPerson: { topics: [], marks: [], acts: [] } }
  expect(decide({ ...routine, acts: ['human_wanted'] }, careless).decision).toBe('escalate')
  expect(decide({ ...routine, marks: ['danger_person'] }, careless).decision).toBe('escalate')
  expect(decide({ ...routine, emotionLevel: 3 }, careless).decision).toBe('escalate')
})

const anyFacts = fc.record({
  intent: fc.option(fc.constantFrom(...TOPICS)), intentConfidence: fc.double({ min: 0, max: 1 }), otherTopics: fc.subarray([...TOPICS], { maxLength: 2 }),
  acts: fc.subarray([...ACTS], { maxLength: 2 }), marks: fc.subarray([...MARKS], { maxLength: 2 }), emotionLevel: fc.integer({ min: 0, max: 3 }),
  escalation: fc.double({ min: 0, max: 1 }), verified: fc.boolean(), orderStatus: fc.option(fc.constantFrom('paid', 'shipped', 'refunded')),
  orderCertain: fc.boolean(), hasRoutineReply: fc.boolean(), paused: fc.boolean(), online: fc.boolean(), holdsLease: fc.boolean(),
  personInvolved: fc.boolean(), attempts: fc.integer({ min: 0, max: 4 }),
})
const openPolicy: Policy = {
  id: 'open', version: 1, alwaysPerson: { topics: [], marks: [], acts: [] },
  intents: Object.fromEntries(TOPICS.map((topic) => [topic, { ...row, confidenceFloor: 0, maxEmotionLevel: 3, orderStates: ['paid', 'shipped', 'refunded'] }])),
}

test('P-5 never auto while paused, offline, unverified, angry, without the lease or after a person, whatever else holds', () => {
  let autos = 0
  // Facts drawn near the routine case, so that the property sees autos as well.
  const near = fc.tuple(anyFacts, fc.array(fc.constantFrom(...(Object.keys(routine) as Array<keyof DecideFacts>)), { maxLength: 3 }))
    .map(([drawn, keys]): DecideFacts => ({ ...routine, ...Object.fromEntries(keys.map((key) => [key, drawn[key]])) }))
  fc.assert(fc.property(near, (facts) => {
    const { decision, rules } = decide(facts, openPolicy)
    if (decision === 'auto') autos += 1
    if (facts.paused || !facts.online || !facts.verified || facts.emotionLevel >= 3 || !facts.holdsLease || facts.personInvolved || facts.attempts >= 2) {
      expect(decision).not.toBe('auto')
    }
    expect(rules.length).toBeGreaterThan(0)
    expect(decide(facts, openPolicy)).toEqual(decide(facts, openPolicy))
  }), { seed: 20261123, numRuns: 2000 })
  expect(autos).toBeGreaterThan(100)
})
