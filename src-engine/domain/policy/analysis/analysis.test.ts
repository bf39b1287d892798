import { expect, test } from 'vitest'
import { readPolicy } from '../../../command-line/decide.ts'
import type { Condition, Rule } from '../../../../src-shared/domain/policy-rule.ts'
import type { IntentPolicy, Policy } from '../../../../src-shared/domain/policy.ts'
import { analyse } from './index.ts'

const rule = (id: string, when: Condition, change: Partial<Rule> = {}): Rule => ({ id, when, outcome: 'draft', say: { zh: `规则${id}`, en: `rule ${id}` }, need: { zh: '改', en: 'change' }, ...change })
const policyOf = (change: Partial<Policy>): Policy => ({ id: 'p', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] }, ...change })
const found = (rules: Rule[], kind: 'conflict' | 'never') => analyse(policyOf({ rules })).filter((one) => one.kind === kind).map(({ where }) => where)
const n = (bound: object): Condition => ({ path: 'n', ...bound }) as Condition

test('PO-13 a rule whose condition excludes itself, that names nothing, or that a stricter one covers, is told of (a rule that a supervisor relies on and that never speaks)', () => {
  expect(found([rule('a', { all: [n({ above: 5 }), n({ atMost: 5 })] })], 'never')).toEqual([['rules.a']])
  expect(found([rule('a', { all: [n({ is: 1 }), n({ in: [2, 3] })] })], 'never')).toEqual([['rules.a']])
  expect(found([rule('a', { not: { any: [n({ is: 1 }), { not: n({ is: 1 }) }] } })], 'never')).toEqual([['rules.a']])
  expect(found([rule('a', n({ is: 1 }), { actions: ['refund'] })], 'never')).toEqual([['rules.a']])
  expect(found([rule('wide', n({ above: 5 }), { outcome: 'escalate' }), rule('narrow', n({ above: 9 }))], 'never')).toEqual([['rules.narrow', 'rules.wide']])
  expect(found([rule('first', n({ above: 5 })), rule('second', n({ above: 5 }))], 'never')).toEqual([['rules.second', 'rules.first']])
  // The narrower one is the graver: both speak.
  expect(found([rule('wide', n({ above: 5 })), rule('narrow', n({ above: 9 }), { outcome: 'escalate' })], 'never')).toEqual([])
  expect(found([rule('a', n({ atLeast: 5 })), rule('b', n({ atMost: 4 }))], 'never')).toEqual([])
})

test('PO-13 two rules that leave no case, or that say different things of the same cases, are a conflict (limits that switch autopilot off unseen)', () => {
  expect(found([rule('a', n({ above: 5 })), rule('b', n({ atMost: 5 }))], 'conflict')).toEqual([['rules.a', 'rules.b']])
  expect(found([rule('a', n({ above: 5 })), rule('b', n({ below: 5 }))], 'conflict')).toEqual([])
  expect(found([rule('a', n({ above: 5 }), { outcome: 'ask' }), rule('b', { not: n({ atMost: 5 }) }, { outcome: 'review' })], 'conflict')).toEqual([['rules.a', 'rules.b']])
  expect(found([rule('a', n({ above: 5 }), { actions: ['refund'] }), rule('b', n({ atMost: 5 }), { actions: ['cancel'] })], 'conflict')).toEqual([])
})

test('PO-13 rows that contradict each other, rows that cannot act, and what no row covers are told in both languages (an intent that nobody thought of)', () => {
  const row: IntentPolicy = { level: 'act', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates: ['paid'] }
  const action = { ...row, level: 'suggest' as const }
  const findings = analyse(policyOf({ intents: { order_cancel: { ...row, actions: ['cancel'] }, refund_only: row, where_is_order: { ...row, orderStates: [] }, damaged: row, address_change: { ...row, actions: ['flag'] } },
    actions: { cancel: action, flag: { ...row, orderStates: ['paid'], deliveredWithinDays: 3 }, memo: { ...row, caps: { currency: 'CNY', perCase: { amount: 0 } } } } }))
  const of = (kind: string) => findings.filter((one) => one.kind === kind).map(({ where }) => where[0])
  expect(of('conflict')).toEqual(['intents.order_cancel.actions', 'intents.refund_only.level'])
  expect(of('never')).toEqual(['intents.where_is_order.orderStates', 'intents.damaged.level', 'actions.flag.deliveredWithinDays', 'actions.memo.caps'])
  expect(of('gap')).toEqual(expect.arrayContaining(['intents.ship_when', 'actions.refund', 'orderStates']))
  expect(of('gap')).not.toContain('intents.safety_incident')
  expect(findings.every(({ say }) => /[\u4e00-\u9fff]/u.test(say.zh) && !/[\u4e00-\u9fff]/u.test(say.en))).toBe(true)
})

test('PO-13 the policies that ship hold no conflict and no rule that never speaks', () => {
  for (const name of ['default', 'tau-retail', 'ecom-bench']) {
    const policy = readPolicy(new URL(`../../../../resources/policies/${name}.json`, import.meta.url).pathname)
    expect([name, analyse(policy).filter(({ kind }) => kind !== 'gap')]).toEqual([name, []])
  }
})
