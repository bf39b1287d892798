import { featuresOf, type Features } from './features.ts'
import { scoresOf, seeded, trainMachine } from './machine.ts'
import { probabilitiesOf, type ClassifierModel } from './model.ts'
import { vectorOf, vocabularyOf } from './vectors.ts'

export interface Example {
  text: string
  /** null: none of the labels, out of scope. */
  label: string | null
}

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

/** More than so many examples are judged in fewer folds: each costs a training. */
const LARGE = 5_000
const TEMPERATURES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1]
const NULL_SCORES = Array.from({ length: 41 }, (_, i) => -1 + i * 0.05)

interface Judged {
  target: number
  scores: Float64Array
}

/**
 * Trains a classifier. @param seed same examples and seed, same model, bit for bit
 * @throws Error with one sentence where there are fewer than two labels, or a label has one example only
 */
export function learn(examples: readonly Example[], seed: number): { model: ClassifierModel; estimate: Estimate } {
  const labels = [...new Set(examples.flatMap(({ label }) => label ?? []))].sort()
  if (labels.length < 2) throw new Error('at least two labels are needed')
  const at = new Map(labels.map((label, index) => [label, index]))
  const targets = examples.map(({ label }) => (label === null ? -1 : (at.get(label) ?? -1)))
  const features = examples.map(({ text }) => featuresOf(text))
  const folds = examples.length > LARGE ? 3 : 5
  const judged = crossValidate(features, targets, labels.length, folds, seed)
  const temperature = calibrate(judged)
  const nullScore = targets.includes(-1) ? balance(judged) : null
  const { vocabulary, machine } = fit(features, targets, labels.length, seed)
  return { model: { labels, vocabulary, machine, temperature, nullScore }, estimate: estimateOf(judged, labels.length, folds, { temperature, nullScore }) }
}

function fit(features: readonly Features[], targets: readonly number[], labels: number, seed: number) {
  const vocabulary = vocabularyOf(features)
  return { vocabulary, machine: trainMachine(features.map((one) => vectorOf(one, vocabulary)), targets, labels, vocabulary.idf.length, seed) }
}

/** Every label is spread over the folds as evenly as can be. */
function foldsOf(targets: readonly number[], folds: number, seed: number): number[] {
  const below = seeded(seed)
  const next = new Map<number, number>()
  return targets.map((target) => {
    const turn = next.get(target) ?? below(folds)
    next.set(target, turn + 1)
    return turn % folds
  })
}

function crossValidate(features: readonly Features[], targets: readonly number[], labels: number, folds: number, seed: number): Judged[] {
  const foldOf = foldsOf(targets, folds, seed)
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const seen = features.map((_, n) => n).filter((n) => foldOf[n] !== fold)
    const pick = <T>(from: readonly T[]): T[] => seen.flatMap((n) => from.slice(n, n + 1))
    const { vocabulary, machine } = fit(pick(features), pick(targets), labels, seed)
    return features.flatMap((one, n) => (foldOf[n] === fold ? [{ target: targets[n] ?? -1, scores: scoresOf(machine, vectorOf(one, vocabulary)) }] : []))
  })
}

/** The temperature under which what is right is likeliest (mean log loss over the labelled examples). */
function calibrate(judged: readonly Judged[]): number {
  const loss = (temperature: number): number => judged.reduce((sum, { target, scores }) => (target < 0 ? sum : sum - Math.log(Math.max(1e-9, probabilitiesOf(scores, { temperature, nullScore: null })[target] ?? 0))), 0)
  return TEMPERATURES.reduce((best, one) => (loss(one) < loss(best) ? one : best))
}

/**
 * The score below which nobody claims a text. A right label counts twice a right refusal: out-of-scope texts are the rarer, and
 * a label that is withheld costs a person's look at each of the others.
 */
function balance(judged: readonly Judged[]): number {
  const value = (nullScore: number): number => {
    const told = judged.map(({ target, scores }) => ({ target, told: bestOf(scores, nullScore) }))
    const share = (some: typeof told) => some.filter((one) => one.told === one.target).length / Math.max(1, some.length)
    return 2 * share(told.filter(({ target }) => target >= 0)) + share(told.filter(({ target }) => target < 0))
  }
  return NULL_SCORES.reduce((best, one) => (value(one) > value(best) ? one : best))
}

function bestOf(scores: Float64Array, nullScore: number | null): number {
  const best = scores.reduce((at, score, index) => (score > (scores[at] ?? Number.NEGATIVE_INFINITY) ? index : at), 0)
  return nullScore !== null && (scores[best] ?? 0) < nullScore ? -1 : best
}

function estimateOf(judged: readonly Judged[], labels: number, folds: number, model: Pick<ClassifierModel, 'temperature' | 'nullScore'>): Estimate {
  const told = judged.map(({ target, scores }) => {
    const label = bestOf(scores, model.nullScore)
    return { target, label, confidence: probabilitiesOf(scores, model)[label < 0 ? scores.length : label] ?? 0 }
  })
  const inScope = told.filter(({ target }) => target >= 0)
  const outside = told.filter(({ target }) => target < 0)
  const right = (some: typeof told) => some.filter(({ target, label }) => target === label).length
  const f1 = Array.from({ length: labels }, (_, label) => {
    const hit = told.filter((one) => one.target === label && one.label === label).length
    return (2 * hit) / Math.max(1, told.filter((one) => one.label === label).length + told.filter((one) => one.target === label).length)
  })
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
