import { expect, test } from 'vitest'
import { calibrate, estimateOf, type Judged } from './estimate.ts'
import { likeliest, probabilitiesOf } from './probabilities.ts'

/** Scores of texts that one of three labels claims, and of texts that none claims much. */
const JUDGED: Judged[] = Array.from({ length: 60 }, (_, n) => {
  const inside = n % 4 !== 0
  return { target: inside ? n % 3 : -1, scores: Float64Array.from([0, 1, 2], (label) => (inside && label === n % 3 ? 0.4 : -0.9) + ((n * 13 + label * 7) % 10) / 25) }
})

test('CL-10 what is out of scope is told by how little all labels claim it; without such examples nothing is ever refused', () => {
  const calibration = calibrate(JUDGED)
  const { accuracy, outOfScopeRecall } = estimateOf(JUDGED, 3, 5, calibration)
  expect(accuracy).toBeGreaterThan(0.95)
  expect(outOfScopeRecall).toBeGreaterThan(0.9)
  const never = calibrate(JUDGED.filter(({ target }) => target >= 0))
  expect(never.outsider).toBeNull()
  expect(likeliest(probabilitiesOf(Float64Array.of(-9, -9, -8), never))).toBe(2)
})

test('CL-10 probabilities sum to one with and without none, also for scores far from any seen: NaN would sort anywhere', () => {
  for (const calibration of [calibrate(JUDGED), { temperature: 0.1, outsider: null }]) {
    for (const scores of [Float64Array.of(0, 0, 0), Float64Array.of(900, -900, 0), Float64Array.of(-900, -900, -900)]) expect(probabilitiesOf(scores, calibration).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
  }
})

test('CL-10 a single outsider among few examples does not turn the judge round: a text that a label claims would be refused, and a stranger named', () => {
  const { outsider } = calibrate([{ target: 0, scores: Float64Array.of(-0.8, -0.9) }, { target: 1, scores: Float64Array.of(-0.7, -0.6) }, { target: -1, scores: Float64Array.of(0.2, -0.5) }])
  expect(outsider?.weights.every((weight) => weight >= 0)).toBe(true)
})
