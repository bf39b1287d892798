import { expect, test } from 'vitest'
import { compare, interleave, median, quantile, spread } from './stats.ts'

test('BE-1 the median of an even number of runs is the mean of the two in the middle, and sorts by value (10 before 9 as text)', () => {
  expect(median([10, 9, 100, 1])).toBe(9.5)
  expect(median([3])).toBe(3)
  expect(() => median([])).toThrow(RangeError)
  expect(spread([10, 9, 100])).toEqual({ median: 10, min: 9, max: 100 })
})

test('BE-1 the value that 95 of 100 do not exceed is one of those measured (an average between two hides the slow one)', () => {
  expect(quantile(Array.from({ length: 100 }, (_, at) => 100 - at), 0.95)).toBe(95)
  expect([quantile([3], 0.95), quantile([1, 9], 0.95)]).toEqual([3, 9])
  expect(() => quantile([], 0.5)).toThrow(RangeError)
})

test('BE-1 the figure compares medians, its range the pairs (the best run set against the worst baseline)', () => {
  const samples = { baseline: [100, 200, 400], measured: [150, 240, 800] }
  expect(compare(samples, 'ratio')).toEqual({ median: 1.2, min: 1.2, max: 2 })
  expect(compare(samples, 'difference')).toEqual({ median: 40, min: 40, max: 400 })
})

test('BE-1 a run without its baseline is no figure', () => {
  expect(() => compare({ baseline: [1, 2], measured: [1] }, 'ratio')).toThrow(RangeError)
})

test('BE-2 baseline and measured take turns, and warm-ups do not count (all baselines first, while the machine is still quiet)', async () => {
  const order: string[] = []
  let n = 0
  const samples = await interleave(2, 1, () => { order.push('b'); return ++n }, () => { order.push('m'); return ++n })
  expect(order.join('')).toBe('bmbmbm')
  expect(samples).toEqual({ baseline: [3, 5], measured: [4, 6] })
})
