import { calibrate, estimateOf, type Estimate } from './estimate.ts'
import { featuresOf } from './features.ts'
import { trainMachine } from './machine.ts'
import { pack } from './matrix.ts'
import type { Meaning } from './meaning.ts'
import type { ClassifierModel } from './model.ts'
import { seeded } from './seeded.ts'
import { createVectorizer, vocabularyOf } from './vectors.ts'

export interface Example {
  text: string
  /** null: none of the labels, out of scope. */
  label: string | null
}

/** More than so many examples are judged in fewer folds: each costs a training. */
const LARGE = 5_000

/** `card_not-working`, `cardNotWorking`: a label's name is one more example of it, with few others the best. */
const nameOf = (label: string): string => label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_\-./\s]+/g, ' ')

/**
 * Trains a classifier. @param seed same examples, seed and table, same model, bit for bit
 * @param meaning what English words mean; null: the classifier knows only the words of its examples
 * @throws Error with one sentence where there are fewer than two labels
 */
export function learn(examples: readonly Example[], seed: number, meaning: Meaning | null = null): { model: ClassifierModel; estimate: Estimate } {
  const labels = [...new Set(examples.flatMap(({ label }) => label ?? []))].sort()
  if (labels.length < 2) throw new Error('at least two labels are needed')
  const at = new Map(labels.map((label, index) => [label, index]))
  const own = examples.map(({ label }) => (label === null ? -1 : (at.get(label) ?? -1)))
  const texts = [...examples.map(({ text }) => text), ...labels.map(nameOf)]
  const targets = [...own, ...labels.keys()]
  const folds = examples.length > LARGE ? 3 : 5
  const vocabulary = vocabularyOf(texts.map(featuresOf))
  const task = { matrix: pack(texts.map(createVectorizer(vocabulary, meaning)), meaning?.size ?? 0), targets, labels: labels.length, width: vocabulary.keys.length }
  const { machine, judged } = trainMachine(task, [...foldsOf(own, folds, seed), ...labels.map(() => -1)], seed)
  const told = own.map((target, n) => ({ target, scores: judged[n] ?? new Float64Array(labels.length) }))
  const calibration = calibrate(told)
  return {
    model: { labels, vocabulary, machine, calibration, meaning: meaning === null ? null : { size: meaning.size, fingerprint: meaning.fingerprint } },
    estimate: estimateOf(told, labels.length, folds, calibration),
  }
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
