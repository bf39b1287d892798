import { expect, test } from 'vitest'
import { dueTone, spanText } from './time-left.ts'

const MIN = 60_000

test('CS-10 a deadline turns from quiet to marked to red as it comes near, and stays red behind it (a case that slips by in grey)', () => {
  expect([300, 121, 120, 16, 15, 0, -90].map((minutes) => dueTone(minutes * MIN, 0))).toEqual(['none', 'none', 'warn', 'warn', 'late', 'late', 'late'])
  expect(dueTone(null, 0)).toBe('none')
})

test('CS-10 what is left is told in the two largest parts, in both languages (a clock that nobody can read at a glance)', () => {
  expect([52 * 60, 80, 60, 9, 1].map((minutes) => spanText(minutes * MIN, 'zh'))).toEqual(['2天4小时', '1小时20分', '1小时', '9分', '60秒'])
  expect([52 * 60, 80, -9].map((minutes) => spanText(minutes * MIN, 'en'))).toEqual(['2 d 4 h', '1 h 20 min', '9 min'])
})
