export interface CalibrationBin {
  /** Confidence from, 0..1 (included), and to (excluded but for 1). */
  from: number
  to: number
  count: number
  /** Mean confidence and share that was right; null in an empty bin. */
  confidence: number | null
  right: number | null
}

export interface Calibration {
  /** Expected calibration error: mean distance between confidence and truth over the bins, weighed by their lines, 0..1. */
  error: number | null
  bins: CalibrationBin[]
}

const BINS = 10

/** Does "90 % sure" mean right nine times of ten? Ten equal steps of confidence (Naeini et al. 2015). */
export function calibrationOf(judged: readonly { confidence: number; right: boolean }[]): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { confidence, right } of judged) {
    const sum = sums[Math.max(0, Math.min(BINS - 1, Math.floor(confidence * BINS)))]
    if (sum === undefined) continue
    sum.count += 1
    sum.confidence += confidence
    sum.right += right ? 1 : 0
  }
  const bins = sums.map(({ count, confidence, right }, i): CalibrationBin => ({
    from: i / BINS, to: (i + 1) / BINS, count, confidence: count === 0 ? null : confidence / count, right: count === 0 ? null : right / count,
  }))
  const error = judged.length === 0 ? null : sums.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / judged.length
  return { error, bins }
}
