/** Steps of Newton's method; it has settled long before. */
const STEPS = 30
/** Steps and pace of the descent for the emotions, whose five numbers have no closed form. */
const DESCENT = { steps: 400, pace: 2 }

/**
 * Platt's calibration: the a and b under which scores that the model did not train on are likeliest, log-odds = a x score + b.
 * Targets are drawn in a little (Platt 1999), so that a label without a mistake does not become certain.
 */
export function platt(scores: Float64Array, has: Uint8Array): [number, number] {
  const positives = has.reduce((sum, one) => sum + one, 0)
  const negatives = has.length - positives
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)]
  let [a, b] = [1, Math.log((positives + 1) / (negatives + 1))]
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6]
    for (let i = 0; i < scores.length; i++) {
      const s = scores[i] ?? 0
      const p = 1 / (1 + Math.exp(-(a * s + b)))
      const miss = p - (has[i] === 1 ? high : low)
      const weight = Math.max(1e-9, p * (1 - p))
      ga += miss * s; gb += miss
      haa += weight * s * s; hab += weight * s; hbb += weight
    }
    const det = haa * hbb - hab * hab
    if (!(Math.abs(det) > 1e-12)) break
    const [da, db] = [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det]
    // A full step may overshoot where the two classes hardly overlap.
    const size = Math.min(1, 4 / Math.max(Math.abs(da), Math.abs(db), 1e-9))
    a -= size * da; b -= size * db
    if (Math.max(Math.abs(da), Math.abs(db)) < 1e-7) break
  }
  return [a, b]
}

/**
 * Calibration of labels of which exactly one holds: one slope for all and an offset each, by gradient descent on the log loss
 * of a softmax.
 * @param rows scores of each line, one a label @param targets index of the label that holds
 */
export function plattTogether(rows: readonly Float64Array[], targets: Int32Array): [number, number][] {
  const size = rows[0]?.length ?? 0
  const offsets = new Float64Array(size)
  let slope = 2
  const powers = new Float64Array(size)
  for (let step = 0; step < DESCENT.steps; step++) {
    const push = new Float64Array(size)
    let pull = 0
    rows.forEach((row, n) => {
      let total = 0
      for (let k = 0; k < size; k++) total += powers[k] = Math.exp(slope * (row[k] ?? 0) + (offsets[k] ?? 0))
      for (let k = 0; k < size; k++) {
        const miss = (powers[k] ?? 0) / total - (targets[n] === k ? 1 : 0)
        push[k] = (push[k] ?? 0) + miss
        pull += miss * (row[k] ?? 0)
      }
    })
    slope -= (DESCENT.pace * pull) / rows.length
    for (let k = 0; k < size; k++) offsets[k] = (offsets[k] ?? 0) - (DESCENT.pace * (push[k] ?? 0)) / rows.length
  }
  return Array.from(offsets, (offset) => [slope, offset])
}

/** Points of a rising curve that corrects confidences: `[told, true share]`, both 0..1, straight lines between them. */
export type Curve = readonly (readonly [number, number])[]

const CURVE_POINTS = 24

/**
 * What share of the labels told with a confidence is right, as a rising curve (isotonic regression by pooling neighbours that
 * disagree with the order), thinned to a few points. Platt's two numbers a label leave the surest too sure.
 */
export function risingCurve(confidences: Float64Array, has: Uint8Array): Curve {
  const order = Array.from(confidences.keys()).sort((a, b) => (confidences[a] ?? 0) - (confidences[b] ?? 0))
  const pools: { told: number; right: number; count: number }[] = []
  for (const at of order) {
    pools.push({ told: confidences[at] ?? 0, right: has[at] ?? 0, count: 1 })
    for (let last = pools.at(-1), before = pools.at(-2); last !== undefined && before !== undefined && before.right * last.count >= last.right * before.count; last = pools.at(-1), before = pools.at(-2)) {
      pools.splice(-2, 2, { told: before.told + last.told, right: before.right + last.right, count: before.count + last.count })
    }
  }
  const points: [number, number][] = []
  for (const { told, right, count } of pools) {
    const [at, share] = [told / count, right / count]
    const last = points.at(-1)
    if (last === undefined || at - last[0] >= 1 / CURVE_POINTS) points.push([at, share])
  }
  const end = pools.at(-1)
  if (end !== undefined && points.length > 1) points[points.length - 1] = [end.told / end.count, end.right / end.count]
  return points.map(([at, share]) => [Math.round(at * 1e4) / 1e4, Math.round(share * 1e4) / 1e4])
}

/** The curve's value; level before its first and after its last point. */
export function alongCurve(curve: Curve, confidence: number): number {
  let [x, y] = curve[0] ?? [0, confidence]
  if (confidence <= x) return y
  for (const [nextX, nextY] of curve) {
    if (confidence < nextX) return y + ((nextY - y) * (confidence - x)) / (nextX - x)
    x = nextX
    y = nextY
  }
  return y
}
