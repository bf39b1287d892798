import { outsideOdds, type Outsider } from './outsider.ts'

/** How scores become confidence; both by cross-validation. */
export interface Calibration {
  /** Scores divided by it are the logarithms of odds. */
  temperature: number
  /** null: the model always names a label. */
  outsider: Outsider | null
}

/** Probability of each label, and after them of none (0 where the model knows no none). */
export function probabilitiesOf(scores: Float64Array, { temperature, outsider }: Calibration): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) highest = Math.max(highest, score)
  const shares = new Float64Array(scores.length + 1)
  let total = 0
  for (let label = 0; label < scores.length; label++) total += shares[label] = Math.exp(((scores[label] ?? 0) - highest) / temperature)
  const none = outsider === null ? 0 : 1 / (1 + Math.exp(-outsideOdds(scores, outsider)))
  for (let label = 0; label < scores.length; label++) shares[label] = ((shares[label] ?? 0) / total) * (1 - none)
  shares[scores.length] = none
  return shares
}

/** The likeliest place; the first of equals. */
export function likeliest(probabilities: Float64Array): number {
  let best = 0
  for (let at = 1; at < probabilities.length; at++) if ((probabilities[at] ?? 0) > (probabilities[best] ?? 0)) best = at
  return best
}
