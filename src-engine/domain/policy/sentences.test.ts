import { expect, test } from 'vitest'
import type { ActionPolicy, IntentPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import { policySentences } from './sentences.ts'

const whole: Required<ActionPolicy> & Required<IntentPolicy> = {
  level: 'undo', undoSeconds: 12, confidenceFloor: 0.81, maxEmotionLevel: 1, orderStates: ['paid', 'delivered'], actions: ['refund'], identity: 'verified', deliveredWithinDays: 9,
  caps: { currency: 'CNY', perCase: { amount: 1234 }, perCustomerDay: { amount: 2345, count: 2 }, perShopDay: { amount: 345_600, count: 77 } },
  customerLevels: ['gold'], maxRisk: 0.37, hours: { from: '08:15', to: '19:45', days: [1, 6] }, channels: ['web-chat'], evidence: ['unboxing-video'], confirm: true,
}
const { identity: _identity, ...intentRow } = whole
const { actions: _actions, ...actionRow } = whole
const policyOf = (change: object): Policy => ({ id: 'p', version: 1, intents: { order_cancel: { ...intentRow, ...change } }, actions: { refund: { ...actionRow, ...change } }, alwaysPerson: { topics: [], marks: [], acts: [] } })
const told = (policy: Policy) => policySentences(policy).map(({ sentences }) => ({ zh: sentences.map((one) => one.zh).join(''), en: sentences.map((one) => one.en).join(' ') }))

test('PO-12 every field of a row is in its sentences, in both languages: another value, another sentence (a limit that the supervisor cannot see)', () => {
  const [intent, action] = told(policyOf({}))
  const other: Record<string, unknown> = {
    level: 'act', undoSeconds: 13, confidenceFloor: 0.5, maxEmotionLevel: 2, orderStates: [], deliveredWithinDays: 1, caps: { ...whole.caps, perShopDay: { count: 78 } }, customerLevels: ['new'], maxRisk: 0.2,
    hours: { from: '22:00', to: '06:00' }, channels: ['mail'], evidence: ['photo', 'video'], confirm: false,
  }
  for (const [field, value] of Object.entries(other)) {
    const [changedIntent, changedAction] = told(policyOf({ [field]: value }))
    for (const language of ['zh', 'en'] as const) {
      expect([field, changedIntent?.[language] !== intent?.[language], changedAction?.[language] !== action?.[language]]).toEqual([field, true, true])
    }
  }
  expect(told(policyOf({ actions: [] }))[0]).not.toEqual(intent)
  expect(told(policyOf({ identity: 'none' }))[1]).not.toEqual(action)
  for (const part of ['¥12.34', '¥23.45', '¥3456.00', '77', '08:15', '81', '37', '12', '9']) expect([part, action?.zh.includes(part), action?.en.includes(part)]).toEqual([part, true, true])
})

test('PO-12 rows and rules are told by their names, and a rule in its own words', () => {
  const rule = { id: 'r', when: { path: 'a', is: 1 }, outcome: 'review' as const, say: { zh: '大件由主管看。', en: 'Large goods are looked at.' }, need: { zh: '小件', en: 'small goods' } }
  const parts = policySentences({ ...policyOf({}), rules: [rule] })
  expect(parts.map(({ field, title }) => [field, title.zh, title.en])).toEqual([['intents.order_cancel', '取消订单（未发货）', 'Cancel an unshipped order'], ['actions.refund', '退款', 'Refund'], ['rules.r', '大件由主管看。', 'Large goods are looked at.']])
  expect(parts[2]?.sentences).toContainEqual(rule.say)
})
