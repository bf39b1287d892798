import { expect, test } from 'vitest'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { withCap } from './caps.ts'

const policy: Policy = {
  id: 'p', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] },
  actions: { refund: { level: 'undo', undoSeconds: 15, confidenceFloor: 0.8, maxEmotionLevel: 1, caps: { currency: 'CNY', perCase: { amount: 2000 }, perCustomerDay: { amount: 3000, count: 2 }, perShopDay: { amount: 50_000 } } } },
}

test('WB-8 a cap of a case that is raised takes the caps of a day with it, and one of a day that is lowered the case’s (the old one would decide, and the trial would show nothing)', () => {
  expect(withCap(policy, 'refund', 'perCase', 5000, 'CNY').actions?.['refund']?.caps).toEqual({ currency: 'CNY', perCase: { amount: 5000 }, perCustomerDay: { amount: 5000, count: 2 }, perShopDay: { amount: 50_000 } })
  expect(withCap(policy, 'refund', 'perShopDay', 1000, 'CNY').actions?.['refund']?.caps).toEqual({ currency: 'CNY', perCase: { amount: 1000 }, perCustomerDay: { amount: 1000, count: 2 }, perShopDay: { amount: 1000 } })
  expect(withCap(policy, 'refund', 'perCase', null, 'CNY').actions?.['refund']?.caps?.perCase?.amount).toBeUndefined()
})

test('WB-8 an action without a row is tried with one that is off (money would be counted as let out by nobody’s rule)', () => {
  expect(withCap(policy, 'compensate', 'perCase', 500, 'USD').actions?.['compensate']).toMatchObject({ level: 'off', caps: { currency: 'USD', perCase: { amount: 500 }, perCustomerDay: { amount: 500 }, perShopDay: { amount: 500 } } })
})
