import { expect, test } from 'vitest'
import { checkPolicy } from '../../../src-shared/domain/policy-check.ts'
import { Condition, type Rule } from '../../../src-shared/domain/policy-rule.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { truthOf } from './condition.ts'
import { general } from './general.ts'

const truth = (condition: unknown, scope: Record<string, unknown>) => truthOf(Condition.parse(condition), scope)

test('PO-7 a condition is true, false, or unknown, and unknown stays unknown through all, any and not (a missing fact that reads as "no")', () => {
  const scope = { n: 3, text: 'a', list: [{ ok: true }, { ok: false }], names: ['a'], nothing: null, nan: Number.NaN }
  const cases: Array<[unknown, boolean | null]> = [
    [{ path: 'n', is: 3 }, true], [{ path: 'n', is: 4 }, false], [{ path: 'gone', is: 3 }, null], [{ path: 'nothing', is: null }, true], [{ path: 'constructor', is: 3 }, null],
    [{ path: 'n', in: [1, 3] }, true], [{ path: 'n', above: 3 }, false], [{ path: 'n', atLeast: 3 }, true], [{ path: 'n', below: 3 }, false], [{ path: 'n', atMost: 3 }, true],
    [{ path: 'text', above: 1 }, null], [{ path: 'nan', atMost: 1 }, null], [{ path: 'names', has: 'a' }, true], [{ path: 'text', has: 'a' }, null],
    [{ path: 'text', sameAs: 'names' }, null], [{ path: 'nothing', sameAs: 'nothing' }, null], [{ path: 'text', sameAs: 'text' }, true],
    [{ not: { path: 'gone', is: 1 } }, null], [{ all: [{ path: 'n', is: 3 }, { path: 'gone', is: 1 }] }, null], [{ all: [{ path: 'n', is: 4 }, { path: 'gone', is: 1 }] }, false],
    [{ any: [{ path: 'n', is: 3 }, { path: 'gone', is: 1 }] }, true], [{ every: 'list', where: { path: 'item.ok', is: true } }, false], [{ some: 'list', where: { path: 'item.ok', is: true } }, true],
    [{ every: 'gone', where: { path: 'item.ok', is: true } }, null], [{ some: 'text', where: { path: 'item.ok', is: true } }, null],
  ]
  for (const [condition, expected] of cases) expect([condition, truth(condition, scope)]).toEqual([condition, expected])
})

const rule: Rule = { id: 'heavy', actions: ['refund'], when: { path: 'request.kwargs.weight', above: 5 }, outcome: 'review', say: { zh: '重物要主管看', en: 'Heavy goods are looked at' }, need: { zh: '轻一些', en: 'lighter goods' } }
const policy: Policy = { id: 'p', version: 1, intents: {}, rules: [rule], alwaysPerson: { topics: [], marks: [], acts: [] } }

test('PO-7 a rule speaks where it holds and where that cannot be told, and only about what it is for', () => {
  const spoken = (name: string, kwargs: Record<string, unknown>) => general({}, policy, { name, kwargs }).map((one) => one.rule)
  expect(spoken('refund', { weight: 6 })).toEqual(['heavy'])
  expect(spoken('refund', { weight: 5 })).toEqual([])
  expect(spoken('refund', {})).toEqual(['heavy'])
  expect(spoken('cancel', { weight: 6 })).toEqual([])
  expect(general({ intent: 'damaged' }, { ...policy, rules: [{ ...rule, actions: undefined, intents: ['damaged'] }] }, null)).toEqual([{ outcome: 'review', rule: 'heavy', need: 'lighter goods' }])
})

test('PO-11 a policy that is wrong is refused with the field: a misspelt limit, a rule that refuses, one that anger silences, an id twice, a zone that is none (a limit that limits nothing)', () => {
  const withRule = (change: object) => ({ ...policy, rules: [{ ...rule, ...change }] })
  const row = { level: 'act', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates: [] }
  const wrong: Array<[unknown, string]> = [
    [withRule({ outcome: 'refuse' }), 'rules.0.outcome'], [withRule({ when: { path: 'a b', is: 1 } }), 'rules.0.when.path'], [withRule({ when: { path: 'a' } }), 'rules.0.when'],
    [withRule({ when: { not: { path: 'emotionLevel', above: 1 } } }), 'rules.0.when'], [withRule({ when: { path: 'marks', has: 'abuse' }, extra: 1 }), 'rules.0'],
    [withRule({ when: { path: 'escalation', below: 0.5 } }), 'rules.0.when'], [withRule({ when: { some: 'marks', where: { path: 'item', is: 'x' } } }), 'rules.0.when'],
    [{ ...policy, rules: [rule, rule] }, 'rules.1.id'], [{ ...policy, zone: 'Mars' }, 'zone'], [{ ...policy, intents: { a: { ...row, maxRsik: 0.1 } } }, 'intents.a.maxRsik'],
    [{ ...policy, intents: { a: { ...row, hours: { from: '9', to: '18:00' } } } }, 'intents.a.hours.from'], [{ ...policy, actions: { a: { ...row, caps: { currency: 'CNY', perCase: { amount: -1 } } } } }, 'actions.a.caps.perCase.amount'],
    [{ ...policy, intents: { a: { ...row, hours: { from: '09:00', to: '09:00' } } } }, 'intents.a.hours.to'],
  ]
  for (const [given, field] of wrong) {
    const checked = checkPolicy(given)
    expect([field, 'problems' in checked && checked.problems.map((one) => one.field)]).toEqual([field, expect.arrayContaining([field])])
  }
  expect(checkPolicy({ ...policy, intents: { a: row } })).toHaveProperty('policy')
})
