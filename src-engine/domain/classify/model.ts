import { z } from 'zod'
import { featuresOf } from './features.ts'
import { createScorer, type Machine } from './machine.ts'
import { vectorOf, type Vocabulary } from './vectors.ts'

export interface ClassifierModel {
  labels: string[]
  vocabulary: Vocabulary
  machine: Machine
  /** Scores divided by it are the logarithms of odds. */
  temperature: number
  /** Score that "none of them" has; null: the model always names a label. */
  nullScore: number | null
}

const MAGIC = 'DMCLASS1\n'
const Header = z.object({ labels: z.array(z.string()).min(2), features: z.number().int().nonnegative(), temperature: z.number().positive(), nullScore: z.number().nullable() })

/** Probability of each label, and after them of none (0 where the model knows no none). */
export function probabilitiesOf(scores: Float64Array, { temperature, nullScore }: Pick<ClassifierModel, 'temperature' | 'nullScore'>): Float64Array {
  const all = Float64Array.from([...scores, nullScore ?? Number.NEGATIVE_INFINITY])
  const highest = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const shares = all.map((score) => Math.exp((score - highest) / temperature))
  const total = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / total)
}

export interface Classified {
  /** null: none of the labels. */
  label: string | null
  confidence: number
  alternatives: { label: string | null; confidence: number }[]
}

const ALTERNATIVES = 5

/** @param reject below this confidence no label is given; null: only where the model learned what is out of scope */
export function createClassifier(model: ClassifierModel, reject: number | null = null): (text: string) => Classified {
  const score = createScorer(model.machine)
  return (text) => {
    const probabilities = probabilitiesOf(score(vectorOf(featuresOf(text), model.vocabulary)), model)
    const ranked = [...probabilities].map((confidence, index) => ({ label: model.labels[index] ?? null, confidence }))
      .filter(({ label }) => label !== null || model.nullScore !== null)
      .sort((a, b) => b.confidence - a.confidence || String(a.label).localeCompare(String(b.label)))
    const [first = { label: null, confidence: 0 }] = ranked
    const refused = reject !== null && first.confidence < reject
    return { label: refused ? null : first.label, confidence: first.confidence, alternatives: ranked.slice(0, ALTERNATIVES) }
  }
}

/** One file: header, the features' hashes and idf, a scale a feature, and one signed byte a feature and label. */
export function writeClassifier({ labels, vocabulary, machine, temperature, nullScore }: ClassifierModel): Uint8Array {
  const features = vocabulary.idf.length
  const head = new TextEncoder().encode(JSON.stringify(Header.parse({ labels, features, temperature, nullScore })))
  const start = MAGIC.length + 4 + head.length
  const bytes = new Uint8Array(start + 12 * features + 4 * labels.length + features * labels.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  const keys = [...vocabulary.places.keys()]
  const weights = start + 12 * features + 4 * labels.length
  for (let place = 0; place < features; place++) {
    let largest = 0
    for (let label = 0; label < labels.length; label++) largest = Math.max(largest, Math.abs(machine.weights[label * features + place] ?? 0))
    const scale = largest / 127 || 1
    view.setUint32(start + 12 * place, keys[place] ?? 0, true)
    view.setFloat32(start + 12 * place + 4, vocabulary.idf[place] ?? 0, true)
    view.setFloat32(start + 12 * place + 8, scale, true)
    for (let label = 0; label < labels.length; label++) view.setInt8(weights + place * labels.length + label, Math.round((machine.weights[label * features + place] ?? 0) / scale))
  }
  for (let label = 0; label < labels.length; label++) view.setFloat32(start + 12 * features + 4 * label, machine.biases[label] ?? 0, true)
  return bytes
}

/** @throws Error with one sentence for a file that is none, damaged, or of a later version. */
export function parseClassifier(bytes: Uint8Array): ClassifierModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  if (bytes.length < MAGIC.length + 4 || text(0, MAGIC.length) !== MAGIC) throw new Error('not a classifier of this version')
  const start = MAGIC.length + 4 + view.getUint32(MAGIC.length, true)
  const { labels, features, temperature, nullScore } = Header.parse(JSON.parse(text(MAGIC.length + 4, start)))
  const weightsAt = start + 12 * features + 4 * labels.length
  if (bytes.length !== weightsAt + features * labels.length) throw new Error('the classifier is cut off or too long')
  const machine: Machine = { labels: labels.length, width: features, weights: new Float32Array(labels.length * features), biases: new Float32Array(labels.length) }
  const idf = new Float32Array(features)
  const places = new Map<number, number>()
  for (let place = 0; place < features; place++) {
    places.set(view.getUint32(start + 12 * place, true), place)
    idf[place] = view.getFloat32(start + 12 * place + 4, true)
    const scale = view.getFloat32(start + 12 * place + 8, true)
    for (let label = 0; label < labels.length; label++) machine.weights[label * features + place] = view.getInt8(weightsAt + place * labels.length + label) * scale
  }
  for (let label = 0; label < labels.length; label++) machine.biases[label] = view.getFloat32(start + 12 * features + 4 * label, true)
  return { labels, vocabulary: { places, idf }, machine, temperature, nullScore }
}
