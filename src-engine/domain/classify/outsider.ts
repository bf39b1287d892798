/** Logarithm of the odds that a text is out of scope: a weight for each of what `signsOf` tells, and a bias. */
export interface Outsider {
  weights: number[]
  bias: number
}

/** What tells an outsider: how little the best label claims it, how little that is above the second, and how little all labels together. */
export const SIGNS = 4

function signsOf(scores: Float64Array): number[] {
  let [first, second, third, sum] = [-3, -3, -3, 0]
  for (const score of scores) {
    if (score > first) [first, second, third] = [score, first, second]
    else if (score > second) [second, third] = [score, second]
    else if (score > third) third = score
    sum += Math.exp(score * 3)
  }
  return [-first, second - first, -third, -Math.log(sum)]
}

export function outsideOdds(scores: Float64Array, { weights, bias }: Outsider): number {
  return signsOf(scores).reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), bias)
}

const STEPS = 400
const RATE = 0.5
const DECAY = 1e-3

/**
 * Logistic regression between the outsiders and the others, as if there were equally many of both.
 * @param judged scores of examples by machines that had not seen them
 */
export function fitOutsider(judged: readonly { target: number; scores: Float64Array }[]): Outsider {
  const outside = judged.filter(({ target }) => target < 0).length
  const some = judged.map(({ target, scores }) => ({ signs: signsOf(scores), out: target < 0, share: 0.5 / Math.max(1, target < 0 ? outside : judged.length - outside) }))
  const weights = Array.from({ length: SIGNS }, () => 0)
  let bias = 0
  for (let step = 0; step < STEPS; step++) {
    const slopes = Array.from({ length: SIGNS }, (_, at) => -DECAY * (weights[at] ?? 0))
    let lift = 0
    for (const { signs, out, share } of some) {
      const miss = ((out ? 1 : 0) - 1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), bias)))) * share
      for (const [at, sign] of signs.entries()) slopes[at] = (slopes[at] ?? 0) + miss * sign
      lift += miss
    }
    for (const [at, slope] of slopes.entries()) weights[at] = (weights[at] ?? 0) + RATE * 4 * slope
    bias += RATE * 4 * lift
  }
  return { weights, bias }
}
