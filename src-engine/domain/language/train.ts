import { gramsAtMost, gramsOf, lettersOf } from './grams.ts'
import { createWeigher, probabilitiesOf, type LanguageModel } from './model.ts'

export interface LanguageLine {
  text: string
  /** ISO 639-1. */
  code: string
}

const BUCKETS = 1 << 15
const LONGEST = 4
/** Pieces of one to three words cut out of each longer line: customers write short. */
const PIECES = 6
const PIECE_FROM_WORDS = 4
/** Added to each count of a million, so that an n-gram nobody wrote is unlikely, not impossible. */
const SMOOTHING = 0.05
const SPREADS = [0.6, 0.8, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]
const GROWTHS = [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]

/** A small linear congruential generator (Numerical Recipes): same seed, same pieces. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function withPieces(lines: readonly LanguageLine[], seed: number): LanguageLine[] {
  const below = seeded(seed)
  return lines.flatMap((line) => {
    const words = lettersOf(line.text).trim().split(' ')
    if (words.length < PIECE_FROM_WORDS) return [line]
    const pieces = Array.from({ length: PIECES }, (_, i) => {
      const from = below(words.length)
      return { text: words.slice(from, from + 1 + (i % 3)).join(' '), code: line.code }
    })
    return [line, ...pieces]
  })
}

/** Counts n-grams and turns them into weights. @param calibration of an earlier fit; its place is taken by plain sums where there is none */
function fit(lines: readonly LanguageLine[], languages: readonly string[], seed: number, calibration = { spread: 1, growth: 0.5 }): LanguageModel {
  const size = languages.length
  const at = new Map(languages.map((code, k) => [code, k]))
  const found = new Int32Array(gramsAtMost(LONGEST))
  const counts = new Float64Array(BUCKETS * size)
  const totals = new Float64Array(size)
  for (const { text, code } of withPieces(lines, seed)) {
    const k = at.get(code) ?? 0
    const grams = gramsOf(lettersOf(text), BUCKETS, LONGEST, found)
    for (let i = 0; i < grams; i++) {
      const cell = (found[i] ?? 0) * size + k
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    totals[k] = (totals[k] ?? 0) + grams
  }
  for (let row = 0; row < counts.length; row += size) {
    let mean = 0
    for (let k = 0; k < size; k++) {
      const weight = Math.log(((counts[row + k] ?? 0) / (totals[k] ?? 1)) * 1e6 + SMOOTHING)
      counts[row + k] = weight
      mean += weight / size
    }
    for (let k = 0; k < size; k++) counts[row + k] = (counts[row + k] ?? 0) - mean
  }
  const largest = counts.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest / 127
  return {
    header: { languages: [...languages], buckets: BUCKETS, longest: LONGEST, scale, ...calibration },
    weights: Int8Array.from(counts, (weight) => Math.round(weight / scale)),
  }
}

/** The calibration under which lines that the model has not seen are likeliest (mean log loss, over a fixed grid). */
function calibrate(model: LanguageModel, unseen: readonly LanguageLine[]): { spread: number; growth: number } {
  const weigh = createWeigher(model)
  const at = new Map(model.header.languages.map((code, k) => [code, k]))
  const evidence = unseen.map(({ text, code }) => {
    const { sums, grams } = weigh(text)
    return { sums: sums.slice(), grams, k: at.get(code) ?? 0 }
  })
  let best = { spread: 1, growth: 0.5, loss: Number.POSITIVE_INFINITY }
  for (const spread of SPREADS) {
    for (const growth of GROWTHS) {
      let loss = 0
      for (const one of evidence) loss -= Math.log(Math.max(1e-12, probabilitiesOf(one, { spread, growth })[one.k] ?? 0))
      if (loss < best.loss) best = { spread, growth, loss }
    }
  }
  return { spread: best.spread, growth: best.growth }
}

/**
 * Trains a language model. Every fifth line of a language is kept apart while the confidence is calibrated; the weights
 * that ship are then counted over all lines.
 * @param seed of the pieces that are cut out of longer lines; same lines and seed, same model, bit for bit
 */
export function trainLanguageModel(lines: readonly LanguageLine[], seed: number): LanguageModel {
  const languages = [...new Set(lines.map((line) => line.code))].sort()
  const seen = lines.filter((_, i) => i % 5 !== 4)
  const calibration = calibrate(fit(seen, languages, seed), lines.filter((_, i) => i % 5 === 4))
  return fit(lines, languages, seed, calibration)
}
