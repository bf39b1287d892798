import { expect, test } from 'vitest'
import { auroc, evaluateIntentSets } from './classify-sets.ts'
import { drawn } from './intent-data.ts'

test('CL-13 AUROC is the chance that one of those stands above one of these; ties count half, whatever their order', () => {
  expect(auroc([0.1, 0.2], [0.3, 0.4])).toBe(1)
  expect(auroc([0.3, 0.4], [0.1, 0.2])).toBe(0)
  expect(auroc([0.5, 0.5, 0.5], [0.5])).toBe(0.5)
  expect(auroc([0.1, 0.6], [0.5, 0.6])).toBe(0.625)
})

test('CL-13 a draw has so many different examples of each label, and the same for the same seed: a double would be told by itself', () => {
  const examples = Array.from({ length: 30 }, (_, n) => ({ text: `text ${n}`, label: n % 2 === 0 ? 'even' : 'odd' }))
  const draw = drawn(examples, 10, 4)
  expect(new Set(draw.map(({ text }) => text)).size).toBe(20)
  expect(draw.filter(({ label }) => label === 'odd')).toHaveLength(10)
  expect(drawn(examples, 10, 4)).toEqual(draw)
})

test('CL-13 without the public sets there are no figures, and no error', async () => {
  expect(await evaluateIntentSets('/nowhere')).toEqual([])
})
