import { expect, test } from 'vitest'
import { replayed } from './replay.ts'

test('EA-1 drawn decisions replay to the same after they were written down, and some of them act (a set on which everything is refused would replay anyhow)', () => {
  const { same, wouldSame, auto } = replayed(3000)
  expect([same, wouldSame]).toEqual([1, 1])
  expect(auto).toBeGreaterThan(0.02)
})
