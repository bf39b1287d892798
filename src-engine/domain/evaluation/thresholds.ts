import { f1 } from './f1.ts'

export interface AtThreshold {
  /** Lines with at least this score are called positive. */
  threshold: number
  /** null where none is called positive. */
  precision: number | null
  recall: number
  /** Share of the negative lines that are called positive. */
  falseAlarms: number
  f1: number
}

/** What a bar at each of these scores would find and let through. */
export function atThresholds(lines: readonly { score: number; positive: boolean }[], thresholds: readonly number[]): AtThreshold[] {
  const positives = lines.filter(({ positive }) => positive).length
  const negatives = lines.length - positives
  return thresholds.map((threshold) => {
    const called = lines.filter(({ score }) => score >= threshold)
    const caught = called.filter(({ positive }) => positive).length
    return {
      threshold, precision: called.length === 0 ? null : caught / called.length, recall: caught / Math.max(1, positives),
      falseAlarms: (called.length - caught) / Math.max(1, negatives), f1: f1(caught, called.length, positives),
    }
  })
}
