import { expect, test } from 'vitest'
import { auroc, aurocEstimated, rocCurve } from './auroc.ts'
import { calibrationOf } from './calibration.ts'
import { confusedPart, confusionOf, foldConfusion, topConfusions } from './confusion.ts'
import { coverageAt, coverageCurve, thinned } from './coverage.ts'
import { bootstrap } from './interval.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { labelFigures } from './labels.ts'
import { outOfScope } from './out-of-scope.ts'
import { quantile } from './quantile.ts'
import { atThresholds } from './thresholds.ts'
import type { Told } from './told.ts'
import { worstFeelings, worstLabels } from './worst.ts'

const told = (expected: string | null, label: string | null, confidence = 0.9, text = ''): Told => ({ text, expected, label, confidence, claim: label === null ? 0 : confidence })
const scored = (...pairs: [score: number, positive: boolean][]) => pairs.map(([score, positive]) => ({ score, positive }))

/** Worked out by hand: a 2 of 3, b 1 of 2, "none" 1 of 2. */
const LINES = [told('a', 'a'), told('a', 'a'), told('a', 'b', 0.8), told('b', 'b'), told('b', null), told(null, null), told(null, 'a', 0.7)]

test('EV-1 precision, recall and F1 of a label are those that were worked out by hand (a label that is told too often would look good)', () => {
  const { labels, macroF1 } = labelFigures(LINES)
  expect(labels).toEqual([
    { label: 'a', precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, support: 3 },
    { label: 'b', precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 },
  ])
  expect(macroF1?.value).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12)
})

test('EV-1 a label that is never told has no precision and an F1 of 0, and is not left out of the mean', () => {
  const { labels, macroF1 } = labelFigures([told('a', 'a'), told('b', 'a')])
  expect(labels.find(({ label }) => label === 'b')).toEqual({ label: 'b', precision: null, recall: 0, f1: 0, support: 1 })
  expect(macroF1?.value).toBeCloseTo(1 / 3, 12)
})

test('EV-1 the confusion matrix has what was said in its rows, "none" last, and loses no line', () => {
  expect(confusionOf(LINES)).toEqual({ labels: ['a', 'b', null], matrix: [[2, 1, 0], [0, 1, 1], [1, 0, 1]] })
  expect(topConfusions(LINES, 2)).toEqual([{ expected: 'b', told: null, count: 1, share: 1 / 2 }, { expected: null, told: 'a', count: 1, share: 1 / 2 }])
  expect(foldConfusion(confusionOf(LINES), () => 'all')).toEqual({ labels: ['all', null], matrix: [[4, 1], [1, 1]] })
})

test('EV-1 of a large matrix the labels that are mixed up most are shown, the others in one row before "none"', () => {
  const lines = [...['a', 'b', 'c', 'd'].map((label) => told(label, label)), told('d', 'c'), told('d', 'c'), told(null, 'c')]
  expect(confusedPart(confusionOf(lines), 4)).toEqual({ labels: ['c', 'd', '', null], matrix: [[1, 0, 0, 0], [2, 1, 0, 0], [0, 0, 2, 0], [1, 0, 0, 0]] })
  expect(confusedPart(confusionOf(LINES), 3)).toEqual(confusionOf(LINES))
})

test('EV-2 the calibration error is the mean distance between confidence and truth (two steps, by hand)', () => {
  const { error, bins } = calibrationOf([{ confidence: 0.95, right: true }, { confidence: 0.95, right: false }, { confidence: 0.15, right: false }, { confidence: 1, right: true }])
  // 0.9-1: three lines, 2.9 sure, 2 right; 0.1-0.2: one line, 0.15 sure, 0 right.
  expect(error).toBeCloseTo((0.9 + 0.15) / 4, 12)
  expect(bins[9]).toEqual({ from: 0.9, to: 1, count: 3, confidence: expect.closeTo(2.9 / 3, 12) as number, right: 2 / 3 })
  expect(bins[5]).toMatchObject({ count: 0, confidence: null, right: null })
  expect(calibrationOf([]).error).toBeNull()
})

test('EV-3 coverage is the largest share of all lines that keeps the precision, also where an error came early', () => {
  const given = [{ confidence: 0.9, right: true }, { confidence: 0.8, right: false }, { confidence: 0.7, right: true }, { confidence: 0.6, right: true }, { confidence: 0.5, right: false }]
  const curve = coverageCurve(given, 10)
  expect(curve.map(({ precision }) => precision)).toEqual([1, 1 / 2, 2 / 3, 3 / 4, 3 / 5])
  expect(coverageAt(curve, 0.75)).toEqual({ precision: 0.75, coverage: 0.4, threshold: 0.6 })
  expect(coverageAt(curve, 0.99)).toEqual({ precision: 0.99, coverage: 0.1, threshold: 0.9 })
})

test('EV-3 lines of one confidence are taken together (whoever sorts the right ones first promises what no threshold can give)', () => {
  const curve = coverageCurve([{ confidence: 0.9, right: true }, { confidence: 0.9, right: false }], 2)
  expect(curve).toEqual([{ threshold: 0.9, coverage: 1, precision: 0.5 }])
  expect(coverageAt(curve, 0.95)).toEqual({ precision: 0.95, coverage: 0, threshold: null })
})

test('EV-3 a thinned curve keeps its ends', () => {
  const curve = Array.from({ length: 1000 }, (_, i) => ({ threshold: 1 - i / 1000, coverage: (i + 1) / 1000, precision: 1 }))
  const few = thinned(curve, 10)
  expect(few).toHaveLength(10)
  expect([few[0], few.at(-1)]).toEqual([curve[0], curve.at(-1)])
})

test('EV-4 AUROC counts pairs, ties half (a score that says nothing is .5, not 0 or 1)', () => {
  expect(auroc(scored([0.9, true], [0.8, false], [0.7, true], [0.1, false]))).toBe(3 / 4)
  expect(auroc(scored([0, true], [0, false], [0, false]))).toBe(1 / 2)
  // Pairs won: 0.5 against 0.5 half, against 0.2 whole; 0.2 against 0.5 none, against 0.2 half.
  expect(auroc(scored([0.5, true], [0.5, false], [0.2, true], [0.2, false]))).toBe((0.5 + 1 + 0 + 0.5) / 4)
  expect(auroc(scored([0.5, true]))).toBeNull()
})

test('EV-4 the ROC curve ends where all are called, and a bar counts what is at it', () => {
  const lines = scored([0.9, true], [0.5, false], [0.5, true], [0.1, false])
  expect(rocCurve(lines)).toEqual([{ threshold: 0.9, recall: 1 / 2, falseAlarms: 0 }, { threshold: 0.5, recall: 1, falseAlarms: 1 / 2 }, { threshold: 0.1, recall: 1, falseAlarms: 1 }])
  expect(atThresholds(lines, [0.5, 0.95])).toEqual([
    { threshold: 0.5, precision: 2 / 3, recall: 1, falseAlarms: 1 / 2, f1: 4 / 5 },
    { threshold: 0.95, precision: null, recall: 0, falseAlarms: 0, f1: 0 },
  ])
})

test('EV-5 Wilson’s interval is that of the literature, and never leaves 0..1', () => {
  // Newcombe 1998, table 1: 81 of 263.
  expect(wilson(81, 263)?.low).toBeCloseTo(0.2553, 4)
  expect(wilson(81, 263)?.high).toBeCloseTo(0.3662, 4)
  expect(wilson(0, 20)).toMatchObject({ value: 0, low: 0 })
  expect(wilson(20, 20)).toMatchObject({ value: 1, high: 1 })
  expect(wilson(0, 0)).toBeNull()
})

test('EV-5 the bootstrap gives the same interval each time, near the one that theory gives', () => {
  const right = Array.from({ length: 400 }, (_, i) => i % 5 !== 0)
  const share = (drawn: Int32Array): number => drawn.reduce((sum, times, i) => sum + (right[i] ? times : 0), 0) / 400
  const found = bootstrap(400, share, 0.8)
  expect(found).toEqual(bootstrap(400, share, 0.8))
  expect(Math.abs(found.low - 0.7608)).toBeLessThan(0.012)
  expect(Math.abs(found.high - 0.8392)).toBeLessThan(0.012)
  expect(aurocEstimated(scored([0.9, true], [0.1, false]))).toEqual({ value: 1, low: 1, high: 1 })
})

test('EV-6 out of scope: what got no label, what was withheld, and how well the claim tells them apart', () => {
  expect(outOfScope(LINES)).toMatchObject({ count: 2, recall: { value: 1 / 2 }, inScopeAccuracy: { value: 3 / 5 }, inScopeRefused: { value: 1 / 5 } })
  // Claims outside 0 and .7, inside .9 .9 .8 .9 0: the 0 outside wins 4 and ties 1, the .7 wins 4.
  expect(outOfScope(LINES)?.auroc?.value).toBeCloseTo((4.5 + 4) / 10, 12)
  expect(outOfScope([told('a', 'a')])).toBeNull()
})

test('EV-6 the worst errors are wrong and surest first; the unhappy with the lowest score stand apart from the false alarms', () => {
  expect(worstLabels(LINES, 2).map(({ confidence }) => confidence)).toEqual([0.9, 0.8])
  const felt = [{ text: 'a', dissatisfied: true, score: 0.9 }, { text: 'b', dissatisfied: true, score: 0.1 }, { text: 'c', dissatisfied: false, score: 0.8 }]
  expect(worstFeelings(felt, 1)).toEqual({ missed: [felt[1]], falseAlarms: [felt[2]] })
})

test('EV-6 a quantile lies between its neighbours', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantile([], 0.5)).toBeNull()
})
