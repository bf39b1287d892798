import { bootstrap } from './interval.ts'
import type { Estimated } from './told.ts'

interface Scored {
  score: number
  positive: boolean
}

/**
 * Area under the ROC curve: how often a positive line has the higher score than a negative one, ties counting half
 * (Mann-Whitney). @param order places of the lines by rising score @param times how often each line counts
 */
function area(lines: readonly Scored[], order: readonly number[], times: (place: number) => number): number | null {
  let [below, won, positives, negatives] = [0, 0, 0, 0]
  for (let i = 0; i < order.length;) {
    const score = lines[order[i] ?? 0]?.score
    let [tiedPositive, tiedNegative] = [0, 0]
    for (; i < order.length; i++) {
      const place = order[i] ?? 0
      const line = lines[place]
      if (line === undefined || line.score !== score) break
      if (line.positive) tiedPositive += times(place)
      else tiedNegative += times(place)
    }
    won += tiedPositive * (below + tiedNegative / 2)
    below += tiedNegative
    positives += tiedPositive
    negatives += tiedNegative
  }
  return positives === 0 || negatives === 0 ? null : won / (positives * negatives)
}

/** @returns null where all lines are of one kind, so that there is nothing to tell apart */
export function auroc(lines: readonly Scored[]): number | null {
  return area(lines, risingOrder(lines), () => 1)
}

const risingOrder = (lines: readonly Scored[]): number[] => [...lines.keys()].sort((a, b) => (lines[a]?.score ?? 0) - (lines[b]?.score ?? 0))

/** The same with its interval. */
export function aurocEstimated(lines: readonly Scored[]): Estimated | null {
  const order = risingOrder(lines)
  const value = area(lines, order, () => 1)
  return value === null ? null : bootstrap(lines.length, (drawn) => area(lines, order, (place) => drawn[place] ?? 0), value)
}

export interface RocPoint {
  threshold: number
  /** Share of the positive lines with at least this score, and of the negative ones, 0..1. */
  recall: number
  falseAlarms: number
}

/** The ROC curve, highest threshold first; a point a distinct score. */
export function rocCurve(lines: readonly Scored[]): RocPoint[] {
  const sorted = lines.toSorted((a, b) => b.score - a.score)
  const positives = lines.filter(({ positive }) => positive).length
  const points: RocPoint[] = []
  let [caught, alarmed] = [0, 0]
  for (const [i, one] of sorted.entries()) {
    if (one.positive) caught += 1
    else alarmed += 1
    if (sorted[i + 1]?.score === one.score) continue
    points.push({ threshold: one.score, recall: caught / Math.max(1, positives), falseAlarms: alarmed / Math.max(1, lines.length - positives) })
  }
  return points
}
