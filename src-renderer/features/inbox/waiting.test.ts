import { expect, test } from 'vitest'
import { row } from '../../bridge/made-up.ts'
import { overdueIds, waitedSeconds, waitText, waitTone } from './waiting.ts'

const clock = { startedAt: 0, warnAt: 108_000, dueAt: 180_000, rule: { id: 'r', say: { zh: '', en: '' } } }

test('W-15 grey, amber when an answer is due soon, red only past the rule; without a rule never red', () => {
  expect([0, 107_999, 108_000, 179_999, 180_000].map((now) => waitTone(clock, now))).toEqual(['calm', 'calm', 'warn', 'warn', 'late'])
  expect(waitTone(null, 9e12)).toBe('calm')
})

test('N-24 the overdue are the same value until another one is (else the whole queue is ordered anew each second)', () => {
  const rows = [row('a', { clock }), row('b', { clock: { ...clock, dueAt: 300_000 } }), row('c')]
  expect([179_999, 180_000, 299_999, 300_000].map((now) => overdueIds(rows, now))).toEqual(['', 'a', 'a', 'a b'])
})

test('W-15 a clock that runs a little behind the gateway shows 0:00, not a negative time', () => {
  expect(waitedSeconds(10_000, 9_000)).toBe(0)
  expect(waitedSeconds(10_000, 12_999)).toBe(2)
})

test('W-15 a wait fits its column from seconds to days, in the language of the screen (Chinese rows said “4 d”)', () => {
  const waits = [7, 761, 3599, 3720, 90_000, 400_000]
  expect(waits.map((seconds) => waitText(seconds, 'en'))).toEqual(['0:07', '12:41', '59:59', '1:02 h', '1 d', '4 d'])
  expect(waits.map((seconds) => waitText(seconds, 'zh'))).toEqual(['0:07', '12:41', '59:59', '1时02分', '1 天', '4 天'])
})
