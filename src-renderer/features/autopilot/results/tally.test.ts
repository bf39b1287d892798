import { expect, test } from 'vitest'
import { closedOf, partsOf, toldOf } from './tally.ts'

test('ND-16 what cannot be told yet is in neither share: resolved is told of the cases whose wait is over (a quiet weekend would look like a bad one)', () => {
  const tally = { resolved: 6, reopened: 2, pending: 12 }
  expect(closedOf(tally)).toBe(20)
  expect(toldOf(tally)).toBe(8)
  expect(partsOf(tally)).toEqual([{ end: 'resolved', count: 6, percent: 30 }, { end: 'pending', count: 12, percent: 60 }, { end: 'reopened', count: 2, percent: 10 }])
  expect(partsOf({ resolved: 0, reopened: 0, pending: 0 })).toEqual([])
})

test('ND-16 bars beside one another have one scale (three cases would stand as high as three hundred)', () => {
  expect(partsOf({ resolved: 3, reopened: 0, pending: 0 }, 300)).toEqual([{ end: 'resolved', count: 3, percent: 1 }])
})
