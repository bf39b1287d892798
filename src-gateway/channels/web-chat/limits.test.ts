import { expect, test } from 'vitest'
import { visitorLimit } from './limits.ts'

test('G-63 a limit counts a visitor over all tabs, ends with its window, and a clock that is set back ends it too: ten tabs with ten times the calls', () => {
  let now = 1_000_000
  const allowed = visitorLimit(() => now, { count: 2, windowMs: 100 })
  expect([allowed('a'), allowed('a'), allowed('a'), allowed('b')]).toEqual([true, true, false, true])
  now += 99
  expect(allowed('a')).toBe(false)
  now += 1
  expect([allowed('a'), allowed('a'), allowed('a')]).toEqual([true, true, false])
  now -= 500_000
  expect([allowed('a'), allowed('b'), allowed('a'), allowed('a')]).toEqual([true, true, true, false])
})
