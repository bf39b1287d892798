import { calibrationOf, type Calibration } from './calibration.ts'
import { confusionOf, topConfusions, type ConfusedPair, type Confusion } from './confusion.ts'
import { coverageAt, coverageCurve, thinned, type CoverageAt, type CoveragePoint } from './coverage.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { labelFigures, type LabelFigures } from './labels.ts'
import { outOfScope, type OutOfScope } from './out-of-scope.ts'
import { isRight, type Estimated, type Told } from './told.ts'
import { worstLabels } from './worst.ts'

export interface LabelReport {
  kind: 'labels'
  /** Lines that were judged. */
  n: number
  /** Share told as expected; a line without a label is right where it got none. */
  accuracy: Estimated | null
  /** Mean over the labels of the harmonic mean of precision and recall. */
  macroF1: Estimated | null
  labels: LabelFigures[]
  outOfScope: OutOfScope | null
  /** Of the lines that got a label. */
  calibration: Calibration
  /** Of all lines: how many can be answered when 95, 97, 99 % of the answers have to be right. */
  coverage: CoverageAt[]
  coverageCurve: CoveragePoint[]
  topConfusions: ConfusedPair[]
  confusion: Confusion
  /** Wrong and most sure of it. */
  worst: { text: string; expected: string | null; told: string | null; confidence: number }[]
}

const PRECISIONS = [0.95, 0.97, 0.99]
const MOST_PAIRS = 20
const MOST_ERRORS = 30
const MOST_POINTS = 100

/** Everything that is measured of lines with a label each. */
export function labelReport(lines: readonly Told[]): LabelReport {
  const given = lines.filter(({ label }) => label !== null).map((line) => ({ confidence: line.confidence, right: isRight(line) }))
  const curve = coverageCurve(given, lines.length)
  return {
    kind: 'labels', n: lines.length,
    accuracy: wilson(lines.filter(isRight).length, lines.length),
    ...labelFigures(lines),
    outOfScope: outOfScope(lines),
    calibration: calibrationOf(given),
    coverage: PRECISIONS.map((precision) => coverageAt(curve, precision)),
    coverageCurve: thinned(curve, MOST_POINTS),
    topConfusions: topConfusions(lines, MOST_PAIRS),
    confusion: confusionOf(lines),
    worst: worstLabels(lines, MOST_ERRORS).map(({ text, expected, label, confidence }) => ({ text, expected, told: label, confidence })),
  }
}
