import type { CorpusLine } from '../../corpus/lines.ts'
import type { Lexicon } from '../lexicon.ts'
import { alongCurve, platt, plattTogether, risingCurve, type Curve } from './calibrate.ts'
import { parseWordClasses } from './classes.ts'
import { featuresOf } from './features.ts'
import { LABEL_COUNT, labelNames, LAYER_NAMES, LAYERS, quantise, type Header, type TriageModel } from './format.ts'
import { createFound, type Found } from './grams.ts'
import { score, trainMachine, type Machine, type Sparse } from './machine.ts'
import { readingOfLine } from './reading.ts'
import { bestThreshold, recallThreshold } from './thresholds.ts'
import { createVectoriser, vocabularyOf, type Vocabulary } from './vectors.ts'

const GROUP_WEIGHTS = [1, 0.7, 0.4, 0.3, 0.5, 0.4]
const COST = 1
const ROUNDS = 8
/** A feature of one line alone is that writer's way of typing. */
const SEEN_AT_LEAST = 2
/** Features beyond these cost memory and changed no figure by more than 0.002 in cross-validation. */
const MOST_ROWS = 50_000
/** A topic needs this many lines to stand alone in the statistics. */
const THIN = 60
/** These may be given too often but must hardly ever be missed. */
const RECALL_FIRST = new Set(['topics.safety_incident', 'topics.scam_check', 'acts.human_wanted', 'marks.sensitive_info', 'marks.danger_person', 'marks.threat_authority'])
const RECALL = { wanted: 0.98, precision: 0.6 }

interface Example { readonly line: CorpusLine; readonly found: Pick<Found, 'count' | 'keys' | 'groups'>; readonly labels: readonly number[] }

const NAMES = labelNames()
const labelAt = new Map(NAMES.map((name, at) => [name, at]))

/** Numbers of a line's labels in the model. */
export function labelsOf(line: Pick<CorpusLine, 'topics' | 'acts' | 'marks' | 'emotion'>): number[] {
  const all = { topics: line.topics, acts: line.acts, marks: line.marks, emotion: [line.emotion] }
  return LAYER_NAMES.flatMap((layer) => all[layer].map((label) => labelAt.get(`${layer}.${label}`) ?? 0))
}

function examplesOf(lines: readonly CorpusLine[], lexicon: Lexicon, words: string): Example[] {
  const classes = parseWordClasses(words)
  const found = createFound()
  return lines.map((line) => {
    featuresOf(readingOfLine(line, lexicon), classes, found)
    const copy = { count: found.count, keys: found.keys.slice(0, found.count), groups: found.groups.slice(0, found.count) }
    return { line, found: copy, labels: labelsOf(line) }
  })
}

function vocabularyFrom(examples: readonly Example[]): Vocabulary {
  const seen = new Map<number, number>()
  for (const { found } of examples) for (const key of new Set(found.keys)) seen.set(key, (seen.get(key) ?? 0) + 1)
  const keys = [...seen].filter(([, count]) => count >= SEEN_AT_LEAST).map(([key]) => key).sort((a, b) => a - b)
  return vocabularyOf(Uint32Array.from(keys))
}

const NO_PLACES = new Uint16Array(0)

function packed(examples: readonly Example[], vocabulary: Vocabulary): Sparse {
  const vectorise = createVectoriser(vocabulary, GROUP_WEIGHTS)
  const starts = new Int32Array(examples.length + 1)
  const parts = examples.map(({ found }, n) => {
    const { count, places, values } = vectorise({ ...found, from: NO_PLACES, to: NO_PLACES })
    starts[n + 1] = (starts[n] ?? 0) + count
    return { places: places.slice(0, count), values: values.slice(0, count) }
  })
  const [places, values] = [new Int32Array(starts[examples.length] ?? 0), new Float32Array(starts[examples.length] ?? 0)]
  parts.forEach((part, n) => { places.set(part.places, starts[n]); values.set(part.values, starts[n]) })
  return { starts, places, values }
}

function fit(examples: readonly Example[], seed: number): { vocabulary: Vocabulary; machine: Machine } {
  const vocabulary = vocabularyFrom(examples)
  const isOf = new Uint8Array(examples.length * LABEL_COUNT)
  examples.forEach(({ labels }, n) => { for (const label of labels) isOf[n * LABEL_COUNT + label] = 1 })
  const options = { costOfMiss: COST, costOfFalse: COST, rounds: ROUNDS, seed }
  return { vocabulary, machine: trainMachine(packed(examples, vocabulary), isOf, LABEL_COUNT, vocabulary.keys.length, options) }
}

/** Numbers of the folds: the n-th writer of each language is judged by a model that has not read him. */
export function foldsOf(lines: readonly Pick<CorpusLine, 'language' | 'writer'>[]): number[] {
  const writers = new Map<string, string[]>()
  return lines.map(({ language, writer }) => {
    const own = writers.get(language) ?? []
    writers.set(language, own)
    if (!own.includes(writer)) own.push(writer)
    return own.indexOf(writer)
  })
}

/** Scores of every line by a model that has not read its writer. @param broad read by each of these models */
function outOfFold(examples: readonly Example[], broad: readonly Example[], seed: number): Float64Array[] {
  const folds = foldsOf(examples.map(({ line }) => line))
  const scores = examples.map(() => new Float64Array(LABEL_COUNT))
  for (let fold = 0; fold <= Math.max(...folds); fold++) {
    const { vocabulary, machine } = fit([...examples.filter((_, n) => folds[n] !== fold), ...broad], seed)
    const judged = examples.flatMap((example, n) => (folds[n] === fold ? [{ example, n }] : []))
    const set = packed(judged.map(({ example }) => example), vocabulary)
    judged.forEach(({ n }, i) => score(set, i, machine.weights, machine.biases, LABEL_COUNT, scores[n] ?? new Float64Array(LABEL_COUNT)))
  }
  return scores
}

function calibrationOf(examples: readonly Example[], scores: readonly Float64Array[]): Pick<Header, 'calibration' | 'curves' | 'thresholds'> {
  const emotions = LABEL_COUNT - LAYERS.emotion.length
  const has = Array.from({ length: emotions }, (_, label) => Uint8Array.from(examples, ({ labels }) => (labels.includes(label) ? 1 : 0)))
  const own = has.map((_, label) => Float64Array.from(scores, (row) => row[label] ?? 0))
  const calibration = own.map((one, label) => platt(one, has[label] ?? new Uint8Array()))
  const told = own.map((one, label) => one.map((score) => 1 / (1 + Math.exp(-((calibration[label]?.[0] ?? 1) * score + (calibration[label]?.[1] ?? 0))))))
  const curveOf = (layer: string): Curve => {
    const labels = told.flatMap((_, label) => (NAMES[label]?.startsWith(layer) ? [label] : []))
    return risingCurve(Float64Array.from(labels.flatMap((label) => Array.from(told[label] ?? []))), Uint8Array.from(labels.flatMap((label) => Array.from(has[label] ?? []))))
  }
  const curves = { topics: curveOf('topics.'), acts: curveOf('acts.'), marks: curveOf('marks.') }
  const thresholds = told.map((one, label) => {
    const name = NAMES[label] ?? ''
    const curve = curves[name.startsWith('topics.') ? 'topics' : name.startsWith('acts.') ? 'acts' : 'marks']
    return thresholdOf(name, one.map((confidence) => alongCurve(curve, confidence)), has[label] ?? new Uint8Array())
  })
  const felt = Int32Array.from(examples, ({ labels }) => (labels.at(-1) ?? emotions) - emotions)
  return {
    curves: { topics: curves.topics.map(copy), acts: curves.acts.map(copy), marks: curves.marks.map(copy) },
    thresholds: [...thresholds, ...LAYERS.emotion.map(() => 0)], calibration: [...calibration, ...plattTogether(scores.map((row) => row.subarray(emotions)), felt)],
  }
}

const copy = ([told, share]: Curve[number]): [number, number] => [told, share]

function thresholdOf(name: string, confidences: Float64Array, has: Uint8Array): number {
  const best = bestThreshold(confidences, has)
  return RECALL_FIRST.has(name) ? Math.min(best, recallThreshold(confidences, has, RECALL.wanted, RECALL.precision)) : best
}

export interface Trained {
  readonly model: TriageModel
  /** Raw scores of each line by a model that has not read its writer, in the order of the lines. */
  readonly scores: readonly Float64Array[]
}

/**
 * Trains the heads: the weights that ship have read every line; calibration and thresholds come from models that had not read
 * the writer they judged.
 * @param broad lines that are learned from, but say nothing about how often a label holds or how sure the model may be
 * @param words text of the word classes
 * @param seed order in which examples are looked at; same lines, lexicon and seed, same model, bit for bit
 */
export function trainTriageModel(lines: readonly CorpusLine[], lexicon: Lexicon, words: string, seed: number, broad: readonly CorpusLine[] = []): Trained {
  const examples = examplesOf(lines, lexicon, words)
  const more = examplesOf(broad, lexicon, words)
  const scores = outOfFold(examples, more, seed)
  const { vocabulary, machine } = fit([...examples, ...more], seed)
  const quantised = quantise(vocabulary, machine.weights, MOST_ROWS)
  const count = (name: string): number => [...examples, ...more].filter(({ labels }) => labels.includes(labelAt.get(name) ?? -1)).length
  const header: Header = {
    labels: NAMES, features: vocabulary.keys.length, rows: quantised.scales.length, classes: words, groupWeights: GROUP_WEIGHTS, ...calibrationOf(examples, scores),
    thin: LAYERS.topics.filter((topic) => count(`topics.${topic}`) < THIN),
  }
  return { model: { header, ...quantised, biases: machine.biases }, scores }
}
