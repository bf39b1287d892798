import { expect, test } from 'vitest'
import { wishedPolicy } from './wished-policy.ts'

const RULES = { findings: 'error', over: { amount: 20_000, currency: 'CNY' }, probation: [], who: 'agents', minutes: 15 } as const
const wished = (amount: string, minutes = '15') => wishedPolicy({ ...RULES, probation: [] }, { amount, minutes })

test('RV-26 an amount that cannot be read is told and never kept as “no limit”; an empty one is no limit (a typing error that opens the till)', () => {
  for (const typo of ['2OO', '200元', '-5', 'abc']) expect(wished(typo)).toEqual({ policy: null, wrong: { amount: true, minutes: false } })
  expect(wished('199.5').policy).toEqual({ ...RULES, over: { amount: 19_950, currency: 'CNY' } })
  expect(wished('1,200').policy?.over).toEqual({ amount: 120_000, currency: 'CNY' })
  expect(wished(' ').policy).not.toHaveProperty('over')
})

test('RV-26 the minutes are what was typed, within a day; a field that is emptied to type anew is not one minute', () => {
  expect(wished('200', '30').policy?.minutes).toBe(30)
  for (const wrong of ['', '0', '1441', '1.5', 'x']) expect(wished('200', wrong)).toEqual({ policy: null, wrong: { amount: false, minutes: true } })
})
