import { expect, test } from 'vitest'
import { waitedSeconds, waitText, waitTone } from './waiting.ts'

test('W-15 grey, amber from 60 % of the rule, red only past it', () => {
  expect([0, 107, 108, 180, 181].map(waitTone)).toEqual(['calm', 'calm', 'warn', 'warn', 'late'])
})

test('W-15 a clock that runs a little behind the gateway shows 0:00, not a negative time', () => {
  expect(waitedSeconds(10_000, 9_000)).toBe(0)
  expect(waitedSeconds(10_000, 12_999)).toBe(2)
})

test('W-15 a wait fits its column from seconds to days', () => {
  expect([7, 761, 3599, 3720, 90_000, 400_000].map(waitText)).toEqual(['0:07', '12:41', '59:59', '1:02 h', '1 d', '4 d'])
})
