/** Thresholds that are tried, in hundredths of confidence. */
const [LOWEST, HIGHEST] = [15, 85]
/** Below this a label would be wrong nine times in ten where it is given, whatever the ones above it do for the mean. */
const SAFE_SIDE = 12
/** Where few lines have a label, the best threshold is chance: it is drawn to this one, as if so many more lines had spoken for it. */
const USUAL = 0.4
const PATIENCE = 30

interface Sorted { readonly confidence: number; readonly has: boolean }

function sorted(confidences: Float64Array, has: Uint8Array): Sorted[] {
  return Array.from(confidences, (confidence, i) => ({ confidence, has: has[i] === 1 })).sort((a, b) => b.confidence - a.confidence)
}

/** Hits and labels given at a threshold. */
function at(list: readonly Sorted[], threshold: number): { hits: number; given: number } {
  let [hits, given] = [0, 0]
  for (const one of list) {
    if (one.confidence < threshold) break
    given++
    if (one.has) hits++
  }
  return { hits, given }
}

/** The threshold with the best F1 on lines that the model did not train on. */
export function bestThreshold(confidences: Float64Array, has: Uint8Array): number {
  const list = sorted(confidences, has)
  const support = list.filter((one) => one.has).length
  let best = { threshold: USUAL, f1: 0 }
  for (let hundredth = LOWEST; hundredth <= HIGHEST; hundredth++) {
    const { hits, given } = at(list, hundredth / 100)
    const f1 = (2 * hits) / Math.max(1, given + support)
    if (f1 > best.f1) best = { threshold: hundredth / 100, f1 }
  }
  return Math.round(100 * (best.threshold * support + USUAL * PATIENCE) / (support + PATIENCE)) / 100
}

/**
 * The highest threshold that still finds `recall` of the lines, unless fewer than `precision` of those given would be right: then
 * the lowest that keeps that precision.
 */
export function recallThreshold(confidences: Float64Array, has: Uint8Array, recall: number, precision: number): number {
  const list = sorted(confidences, has)
  const support = list.filter((one) => one.has).length
  let lowest = HIGHEST
  for (let hundredth = HIGHEST; hundredth >= SAFE_SIDE; hundredth--) {
    const { hits, given } = at(list, hundredth / 100)
    if (given > 0 && hits / given < precision) break
    lowest = hundredth
    if (hits >= recall * support) break
  }
  return lowest / 100
}
