import { aurocEstimated, rocCurve, type RocPoint } from './auroc.ts'
import { calibrationOf, type Calibration } from './calibration.ts'
import { atThresholds, type AtThreshold } from './thresholds.ts'
import type { Estimated, Felt } from './told.ts'
import { worstFeelings } from './worst.ts'

export interface FeelingReport {
  kind: 'dissatisfaction'
  n: number
  /** Lines that a person called dissatisfied. */
  dissatisfied: number
  /** How often a dissatisfied line scores above another one, ties counting half; null where all lines are of one kind. */
  auroc: Estimated | null
  roc: RocPoint[]
  /** What a bar at each tenth would find and let through. */
  thresholds: AtThreshold[]
  calibration: Calibration
  worst: { missed: { text: string; score: number }[]; falseAlarms: { text: string; score: number }[] }
}

const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const MOST_ERRORS = 15
const MOST_POINTS = 100

const thinned = (points: readonly RocPoint[]): RocPoint[] =>
  points.filter((_, i) => points.length <= MOST_POINTS || i === points.length - 1 || i % Math.ceil(points.length / MOST_POINTS) === 0)

/** Everything that is measured of lines with a score of dissatisfaction each. */
export function feelingReport(lines: readonly Felt[]): FeelingReport {
  const scored = lines.map(({ score, dissatisfied }) => ({ score, positive: dissatisfied }))
  const { missed, falseAlarms } = worstFeelings(lines, MOST_ERRORS)
  const shown = ({ text, score }: Felt) => ({ text, score })
  return {
    kind: 'dissatisfaction', n: lines.length, dissatisfied: lines.filter(({ dissatisfied }) => dissatisfied).length,
    auroc: aurocEstimated(scored), roc: thinned(rocCurve(scored)), thresholds: atThresholds(scored, TENTHS),
    calibration: calibrationOf(scored.map(({ score, positive }) => ({ confidence: score, right: positive }))),
    worst: { missed: missed.map(shown), falseAlarms: falseAlarms.map(shown) },
  }
}
