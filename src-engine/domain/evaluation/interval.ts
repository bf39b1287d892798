import type { Estimated } from './told.ts'

/** A small linear congruential generator (Numerical Recipes): same seed, same numbers. @returns a whole number below `n` */
function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const SEED = 20261127
/** So many lines are drawn in all at most, so that a long file does not take minutes. */
const MOST_DRAWN = 20_000_000
const RESAMPLES = 1_000
const FEWEST_RESAMPLES = 100

/**
 * The middle 95 % of a figure over lines drawn again with replacement (percentile bootstrap, Efron 1979).
 * @param n how many lines there are
 * @param figure of a sample, given how often each line was drawn; null where the sample has none
 * @param value the figure of the lines themselves
 */
export function bootstrap(n: number, figure: (drawn: Int32Array) => number | null, value: number, seed = SEED): Estimated {
  const below = seeded(seed)
  const found: number[] = []
  const resamples = Math.max(FEWEST_RESAMPLES, Math.min(RESAMPLES, Math.floor(MOST_DRAWN / Math.max(1, n))))
  for (let round = 0; round < resamples; round++) {
    const drawn = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      const at = below(n)
      drawn[at] = (drawn[at] ?? 0) + 1
    }
    const one = figure(drawn)
    if (one !== null) found.push(one)
  }
  found.sort((a, b) => a - b)
  const at = (share: number): number => found[Math.round(share * (found.length - 1))] ?? value
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) }
}
