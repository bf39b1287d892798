import { fitOutsider, type Outsider } from './outsider.ts'
import { likeliest, probabilitiesOf, type Calibration } from './probabilities.ts'

/** What cross-validation says of a model that was trained on all examples: each was judged by one that had not seen it. */
export interface Estimate {
  examples: number
  labels: number
  folds: number
  /** Share of the labelled examples told right, 0..1. */
  accuracy: number
  /** Mean over the labels of the harmonic mean of precision and recall. */
  macroF1: number
  /** Share of the out-of-scope examples that were refused; null where none was given. */
  outOfScopeRecall: number | null
  /** Expected calibration error of the confidence, ten steps. */
  calibrationError: number
}

/** Scores of an example by machines that have not seen it; target -1: out of scope. */
export interface Judged {
  target: number
  scores: Float64Array
}

const TEMPERATURES = [0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 1]
/** The least likely right label counts as so likely. */
const LEAST = 1e-9
/** What a right label is worth beside a right refusal. */
const INSIDE = 4
const SHIFTS = Array.from({ length: 61 }, (_, at) => -3 + at * 0.1)

export function calibrate(judged: readonly Judged[]): Calibration {
  const temperature = bestTemperature(judged.filter(({ target }) => target >= 0))
  return { temperature, outsider: judged.some(({ target }) => target < 0) ? balance(judged, temperature, fitOutsider(judged)) : null }
}

/** The temperature under which what is right is likeliest (mean log loss over the labelled examples). */
function bestTemperature(judged: readonly Judged[]): number {
  const loss = (temperature: number): number => judged.reduce((sum, { target, scores }) => sum - Math.log(Math.max(LEAST, probabilitiesOf(scores, { temperature, outsider: null })[target] ?? 0)), 0)
  return best(TEMPERATURES, (one) => -loss(one))
}

/**
 * How ready the model is to say none. A right label counts four times a right refusal: out-of-scope texts are the rarer, and a
 * label that is withheld costs a person's look at each of the others.
 */
function balance(judged: readonly Judged[], temperature: number, outsider: Outsider): Outsider {
  const value = (shift: number): number => {
    const right = { inside: 0, outside: 0 }
    const all = { inside: 0, outside: 0 }
    for (const { target, scores } of judged) {
      const side = target < 0 ? 'outside' : 'inside'
      all[side]++
      if (likeliest(probabilitiesOf(scores, { temperature, outsider: { ...outsider, bias: outsider.bias + shift } })) === (target < 0 ? scores.length : target)) right[side]++
    }
    return (INSIDE * right.inside) / Math.max(1, all.inside) + right.outside / Math.max(1, all.outside)
  }
  return { ...outsider, bias: outsider.bias + best(SHIFTS, value) }
}

/** The first of those with the highest value. */
function best(from: readonly number[], value: (one: number) => number): number {
  const [first = 0] = from
  return from.map((one) => ({ one, value: value(one) })).reduce((a, b) => (b.value > a.value ? b : a), { one: first, value: Number.NEGATIVE_INFINITY }).one
}

export function estimateOf(judged: readonly Judged[], labels: number, folds: number, calibration: Calibration): Estimate {
  const told = judged.map(({ target, scores }) => {
    const probabilities = probabilitiesOf(scores, calibration)
    const place = likeliest(probabilities)
    return { target, label: place === scores.length ? -1 : place, confidence: probabilities[place] ?? 0 }
  })
  const inScope = told.filter(({ target }) => target >= 0)
  const outside = told.filter(({ target }) => target < 0)
  const right = (some: typeof told): number => some.filter(({ target, label }) => target === label).length
  const [given, named, hit] = [0, 1, 2].map(() => new Int32Array(labels)) as [Int32Array, Int32Array, Int32Array]
  for (const { target, label } of told) {
    if (target >= 0) given[target] = (given[target] ?? 0) + 1
    if (label >= 0) named[label] = (named[label] ?? 0) + 1
    if (label >= 0 && target === label) hit[label] = (hit[label] ?? 0) + 1
  }
  const f1 = Array.from(hit, (n, label) => (2 * n) / Math.max(1, (named[label] ?? 0) + (given[label] ?? 0)))
  return {
    examples: judged.length, labels, folds, accuracy: right(inScope) / Math.max(1, inScope.length), macroF1: f1.reduce((a, b) => a + b, 0) / labels,
    outOfScopeRecall: outside.length > 0 ? right(outside) / outside.length : null, calibrationError: calibrationError(told),
  }
}

function calibrationError(told: readonly { target: number; label: number; confidence: number }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }))
  for (const { target, label, confidence } of told) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.sure += confidence
    if (target === label) bin.right++
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, told.length)
}
