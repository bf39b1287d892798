export interface CoveragePoint {
  /** Only labels at least so sure are given. */
  threshold: number
  /** Share of all lines that are then given one, 0..1. */
  coverage: number
  /** Share of those that is right, 0..1. */
  precision: number
}

export interface CoverageAt {
  precision: number
  /** The largest share of all lines that can be answered at this precision; 0 where it cannot be had. */
  coverage: number
  threshold: number | null
}

/**
 * What is right among the surest (selective prediction, El-Yaniv and Wiener 2010): a point a distinct confidence, surest first.
 * Lines of one confidence come together, because no threshold can tell them apart.
 * @param given lines that got a label
 * @param all number of lines, also those that got none
 */
export function coverageCurve(given: readonly { confidence: number; right: boolean }[], all: number): CoveragePoint[] {
  const sorted = given.toSorted((a, b) => b.confidence - a.confidence)
  const points: CoveragePoint[] = []
  let right = 0
  for (const [i, one] of sorted.entries()) {
    right += one.right ? 1 : 0
    if (sorted[i + 1]?.confidence === one.confidence) continue
    points.push({ threshold: one.confidence, coverage: (i + 1) / all, precision: right / (i + 1) })
  }
  return points
}

/** How much can be answered when so many of the answers have to be right. */
export function coverageAt(curve: readonly CoveragePoint[], precision: number): CoverageAt {
  const best = curve.findLast((point) => point.precision >= precision)
  return { precision, coverage: best?.coverage ?? 0, threshold: best?.threshold ?? null }
}

/** The curve with at most about `most` points, evenly over the coverage; first and last stay. */
export function thinned(curve: readonly CoveragePoint[], most: number): CoveragePoint[] {
  if (curve.length <= most) return [...curve]
  const step = (curve.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => curve[Math.round(i * step)]).flatMap((point) => point ?? [])
}
