import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import { Policy, type ActionPolicy } from '../../../src-shared/domain/policy.ts'
import { ACTION_KINDS } from '../../../src-shared/domain/commerce.ts'
import { MARKS } from '../../../src-shared/domain/triage.ts'
import { decide } from './decide.ts'
import { GRAVITY } from './objection.ts'

const cap = { amount: 5000, count: 2 }
const refund: ActionPolicy = {
  level: 'act', undoSeconds: 10, confidenceFloor: 0.8, maxEmotionLevel: 1, orderStates: ['delivered'], deliveredWithinDays: 7,
  caps: { currency: 'CNY', perCase: { amount: 3000 }, perCustomerDay: cap, perShopDay: { amount: 100_000, count: 50 } },
  customerLevels: ['regular', 'gold'], maxRisk: 0.4, hours: { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] }, channels: ['web-chat'], evidence: ['photo'], confirm: true,
}
const policyOf = (row: Partial<ActionPolicy> = {}, more: Partial<Policy> = {}): Policy => ({ id: 'p', version: 1, intents: {}, actions: { refund: { ...refund, ...row } }, alwaysPerson: { topics: [], marks: [], acts: [] }, zone: 'Asia/Shanghai', ...more })

const none = { amount: 0, count: 0 }
const whole: Facts = {
  intent: 'quality_defect', intentConfidence: 0.9, otherTopics: [], acts: [], marks: [], emotionLevel: 0, escalation: 0.1, verified: true, orderStatus: 'delivered', orderCertain: true,
  paused: false, online: true, holdsLease: true, personInvolved: false, attempts: 0, channel: 'web-chat', at: '2026-11-27T10:00:00+08:00', customerLevel: 'gold', risk: 0.1, blacklisted: false,
  daysSinceDelivery: 3, evidence: ['photo'], confirmed: true, alreadyPaid: false, paidForCase: none, paidToday: { person: none, address: none, phone: none, payer: none, shop: none },
}
const request: DecideRequest = { name: 'refund', kwargs: { orderNo: '1', mode: 'partial', amount: { amount: 2000, currency: 'CNY' }, reason: 'stain' } }
const given = (change: Facts, policy = policyOf(), asked = request) => decide({ ...whole, ...change }, policy, asked)

test('PO-1 a request inside every limit of its row is auto', () => {
  expect(given({})).toEqual({ decision: 'auto', rules: ['level:act'], wouldNeed: [] })
})

describe('PO-1 each limit of a row alone stops a request, with its own rule and outcome (a limit that is written down and looked at by nobody)', () => {
  const cases: Array<[string, Facts, string, string]> = [
    ['order state', { orderStatus: 'shipped' }, 'draft', 'order-state'], ['which order', { orderCertain: false }, 'draft', 'order-certain'],
    ['days since delivery', { daysSinceDelivery: 8 }, 'draft', 'days-since-delivery'], ['a parcel from tomorrow', { daysSinceDelivery: -1 }, 'draft', 'days-since-delivery'],
    ['customer level', { customerLevel: 'new' }, 'draft', 'customer-level'], ['channel', { channel: 'mail' }, 'draft', 'channel'],
    ['evening', { at: '2026-11-27T18:00:00+08:00' }, 'draft', 'hours'], ['another zone\'s morning', { at: '2026-11-27T10:00:00Z' }, 'draft', 'hours'], ['a Saturday', { at: '2026-11-28T10:00:00+08:00' }, 'draft', 'hours'],
    ['buyer risk', { risk: 0.5 }, 'review', 'buyer-risk'], ['blacklist', { blacklisted: true }, 'review', 'blacklist'],
    ['evidence', { evidence: ['video'] }, 'ask', 'evidence:photo'], ['confirmation', { confirmed: false }, 'ask', 'confirmation'], ['identity', { verified: false }, 'ask', 'verified-only'],
    ['confidence', { intentConfidence: 0.7 }, 'draft', 'confidence-floor'], ['unhappy', { emotionLevel: 2 }, 'draft', 'anger-limit'], ['paid elsewhere', { alreadyPaid: true }, 'review', 'already-paid'],
    ['kill switch', { paused: true }, 'draft', 'kill-switch'], ['no lease', { holdsLease: false }, 'draft', 'lease'],
    ['over the case', { paidForCase: { amount: 1001, count: 1 } }, 'review', 'cap-case'], ['another currency', { amount: { amount: 2000, currency: 'USD' } }, 'review', 'cap-currency'],
    ['over the shop\'s day', { paidToday: { ...whole.paidToday, shop: { amount: 98_001, count: 1 } } }, 'review', 'cap-shop-day'],
    ['too often in the shop', { paidToday: { ...whole.paidToday, shop: { amount: 0, count: 50 } } }, 'review', 'cap-shop-day-count'],
  ]
  test.each(cases)('PO-1 %s', (name, change, decision, rule) => {
    const made = given(change, policyOf(), name === 'another currency' ? { ...request, kwargs: {} } : request)
    expect([made.decision, made.rules]).toEqual([decision, expect.arrayContaining([rule])])
  })
})

test('PO-2 a fact that is missing, null or not a number never makes it auto, whichever it is (a hole that reads as zero)', () => {
  const needed = Object.keys(whole).filter((key) => key !== 'intent')
  for (const key of needed) {
    for (const value of [undefined, null, ...(typeof whole[key] === 'number' ? [Number.NaN] : [])]) expect([key, value, given({ [key]: value }).decision]).not.toEqual([key, value, 'auto'])
  }
  expect(decide({}, policyOf(), request).decision).toBe('escalate')
  expect(given({}, policyOf({ caps: undefined })).rules).toContain('no-cap')
  expect(given({}, policyOf(), { name: 'refund', kwargs: { amount: 'all' } }).rules).toContain('amount-known')
  expect(given({}, policyOf(), { name: 'refund', kwargs: { amount: { amount: -1, currency: 'CNY' } } }).rules).toContain('amount-known')
  expect(given({}, policyOf(), { name: 'constructor', kwargs: {} }).rules).toContain('action-unlisted')
  expect(given({ amount: { amount: 1, currency: 'CNY' }, paidForCase: { amount: 2900, count: 1 } }).rules).toContain('cap-case')
})

test('PO-3 what was paid to the same person, address, phone or payer counts together, the fullest of the four (a second account, another phone)', () => {
  for (const who of ['person', 'address', 'phone', 'payer'] as const) {
    expect([who, given({ paidToday: { ...whole.paidToday, [who]: { amount: 3001, count: 1 } } }).rules]).toEqual([who, ['cap-customer-day']])
    expect([who, given({ paidToday: { ...whole.paidToday, [who]: { amount: 0, count: 2 } } }).rules]).toEqual([who, ['cap-customer-day-count']])
    expect([who, given({ paidToday: { ...whole.paidToday, [who]: null } }).rules]).toEqual([who, ['cap-customer-day']])
  }
})

test('PO-1 a topic\'s own row holds as well: it must list the action and act itself (a topic switched off whose action still goes out)', () => {
  const intent = { level: 'act' as const, undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1, orderStates: ['delivered'] }
  const withIntent = (row: object): Policy => policyOf({}, { intents: { quality_defect: { ...intent, ...row } } })
  expect(given({}, withIntent({ actions: ['refund'] })).decision).toBe('auto')
  expect(given({}, withIntent({ actions: ['exchange'] })).rules).toEqual(['action-allowed'])
  expect(given({}, withIntent({ actions: ['refund'], level: 'off' })).rules).toEqual(['level:off'])
  expect(given({ intent: 'refund_only' }).decision).toBe('escalate')
  expect(given({}, policyOf(), { ...request, kwargs: { ...request.kwargs, mode: 'only' } }).rules).toEqual(['always-person:refund_only'])
})

test('PO-1 in a matter that is a person\'s a ticket may be opened and a parcel urged, within the row, and nothing else; their marks and acts stay theirs (a matter that waits for a person with nothing written down)', () => {
  const help: ActionPolicy = { level: 'act', undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1 }
  const helping = policyOf({}, { actions: Object.fromEntries(ACTION_KINDS.map((kind) => [kind, help])), alwaysPerson: { topics: ['where_is_order'], marks: [], acts: [] } })
  const allowed = (change: Facts) => ACTION_KINDS.filter((name) => given({ amount: null, ...change }, helping, { name, kwargs: {} }).decision === 'auto')
  expect(allowed({ intent: 'delivered_not_received' }).sort()).toEqual(['extend-receipt', 'flag', 'memo', 'ticket', 'urge-shipment'])
  expect(allowed({ intent: 'where_is_order' })).toHaveLength(5)
  expect([allowed({ intent: 'delivered_not_received', marks: ['threat_legal_media'] }), allowed({ intent: 'delivered_not_received', acts: ['human_wanted'] }), allowed({ intent: 'delivered_not_received', emotionLevel: 3 })]).toEqual([[], [], []])
})

test('PO-1 a night shift belongs to the day on which it began', () => {
  const night = policyOf({ hours: { from: '22:00', to: '06:00', days: [5] } })
  expect(given({ at: '2026-11-27T23:00:00+08:00' }, night).decision).toBe('auto')
  expect(given({ at: '2026-11-28T05:59:00+08:00' }, night).decision).toBe('auto')
  expect(given({ at: '2026-11-28T06:00:00+08:00' }, night).rules).toEqual(['hours'])
  expect(given({ at: '2026-11-27T05:00:00+08:00' }, night).rules).toEqual(['hours'])
})

const anyRequest = fc.record({ name: fc.constantFrom(...ACTION_KINDS, 'other'), kwargs: fc.record({ amount: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 6000 }), currency: fc.constantFrom('CNY', 'USD') })) }) })
const tally = fc.option(fc.record({ amount: fc.integer({ min: 0, max: 6000 }), count: fc.integer({ min: 0, max: 3 }) }))
const drawn: fc.Arbitrary<Facts> = fc.record({
  emotionLevel: fc.integer({ min: 0, max: 3 }), escalation: fc.double({ min: 0, max: 1, noNaN: true }), verified: fc.boolean(), orderStatus: fc.constantFrom('delivered', 'shipped'), daysSinceDelivery: fc.integer({ min: 0, max: 9 }), customerLevel: fc.constantFrom('gold', 'new'), risk: fc.double({ min: 0, max: 1, noNaN: true }),
  blacklisted: fc.boolean(), evidence: fc.subarray(['photo', 'video']), confirmed: fc.boolean(), alreadyPaid: fc.boolean(), attempts: fc.integer({ min: 0, max: 2 }), paidForCase: tally,
  marks: fc.subarray([...MARKS], { maxLength: 1 }), intent: fc.option(fc.constantFrom('quality_defect', 'where_is_order', 'refund_only')),
}, { requiredKeys: [] })
/** Rules of a shop that look at the mood as well. */
const moody = policyOf({ maxEmotionLevel: 2 }, { rules: Policy.shape.rules.parse([
  { id: 'tense', when: { all: [{ path: 'escalation', above: 0.3 }, { path: 'risk', above: 0.2 }] }, outcome: 'review', say: { zh: '紧', en: 'tense' }, need: { zh: '缓', en: 'calm' } },
  { id: 'not-calm', when: { not: { path: 'emotionLevel', atMost: 1 } }, outcome: 'draft', say: { zh: '急', en: 'not calm' }, need: { zh: '缓', en: 'calm' } },
]) })

test('PO-6 anger, a threat or a rising score never make a decision more generous, whatever else holds (a customer who learns to shout)', () => {
  let autos = 0
  const worse: fc.Arbitrary<(facts: Facts) => Facts> = fc.constantFrom(
    (facts) => ({ ...facts, emotionLevel: 3 }), (facts) => ({ ...facts, emotionLevel: Math.min(3, (facts.emotionLevel ?? 2) + 1) }),
    (facts) => ({ ...facts, escalation: Math.max(facts.escalation ?? 1, 0.45) }), (facts) => ({ ...facts, escalation: 1 }),
    ...MARKS.map((mark) => (facts: Facts) => ({ ...facts, marks: [...(facts.marks ?? []), mark] })),
  )
  // Facts drawn near the whole case, so that the property sees autos as well.
  const near = fc.tuple(drawn, fc.integer({ min: 0, max: 3 })).map(([facts, n]): Facts => ({ ...whole, ...Object.fromEntries(Object.entries(facts).slice(0, n)) }))
  fc.assert(fc.property(near, anyRequest, worse, fc.boolean(), (before, asked, make, isPlain) => {
    const chosen = isPlain ? request : asked
    const calm = decide(before, moody, chosen).decision
    if (calm === 'auto') autos++
    expect(GRAVITY.indexOf(decide(make(before), moody, chosen).decision)).toBeGreaterThanOrEqual(GRAVITY.indexOf(calm))
  }), { seed: 20261128, numRuns: 3000 })
  expect(autos).toBeGreaterThan(50)
})
