import { z } from 'zod'
import { ACTS, EMOTIONS, MARKS, TOPICS } from '../../../../src-shared/domain/triage.ts'
import { GROUPS } from './grams.ts'
import { vocabularyOf, type Vocabulary } from './vectors.ts'

const MAGIC = 'DMTRIAG1'

/** The layers in the order in which their labels lie side by side in a model. */
export const LAYERS = { topics: TOPICS, acts: ACTS, marks: MARKS, emotion: EMOTIONS } as const
export type Layer = keyof typeof LAYERS
export const LAYER_NAMES = ['topics', 'acts', 'marks', 'emotion'] as const satisfies readonly Layer[]
export const LABEL_COUNT = LAYER_NAMES.reduce((sum, name) => sum + LAYERS[name].length, 0)

const perLabel = <T extends z.ZodType>(one: T) => z.array(one).length(LABEL_COUNT)
/** `[a, b]`: score s has the log-odds a x s + b (Platt 1999). */
const Calibration = z.tuple([z.number(), z.number()])

const Header = z.object({
  /** The labels that the weights were made for; a file of another list is refused. */
  labels: perLabel(z.string()),
  features: z.number().int().nonnegative(),
  /** Text of the word classes (`resources/triage/words.txt`) as training saw it. */
  classes: z.string(),
  groupWeights: z.array(z.number().nonnegative()).length(GROUPS.length),
  calibration: perLabel(Calibration),
  /** Confidence from which a label is given; emotions are chosen by comparison and carry a value that is not read. */
  thresholds: perLabel(z.number().min(0).max(1)),
  /** Labels with too few lines of our own to stand alone: their group counts, the label is still told. */
  thin: z.array(z.string()),
})
export type Header = z.infer<typeof Header>

/** Linear heads over hashed features: `weights[place * labels + label]`, signed bytes, each row with a scale of its own. */
export interface TriageModel {
  readonly header: Header
  readonly vocabulary: Vocabulary
  readonly scales: Float32Array
  readonly biases: Float32Array
  readonly weights: Int8Array
}

export const labelNames = (): string[] => LAYER_NAMES.flatMap((name) => LAYERS[name].map((label) => `${name}.${label}`))

/** @throws Error with one sentence for a file that is none, damaged, or made for other labels. */
export function parseTriageModel(bytes: Uint8Array): TriageModel {
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const start = MAGIC.length + 4
  if (bytes.length < start || text(0, MAGIC.length) !== MAGIC) throw new Error('not a triage model of this version')
  const end = start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  if (end > bytes.length) throw new Error('the triage model is cut off or too long')
  const header = Header.parse(JSON.parse(text(start, end)))
  if (header.labels.join() !== labelNames().join()) throw new Error('the triage model was made for other labels')
  const { features } = header
  if (bytes.length !== end + features * (12 + LABEL_COUNT) + 4 * LABEL_COUNT) throw new Error('the triage model is cut off or too long')
  // A copy, because typed arrays of four bytes must begin at a multiple of four.
  const body = bytes.slice(end).buffer
  const keys = new Uint32Array(body, 0, features)
  const idf = new Float32Array(body, 4 * features, features)
  return {
    header, vocabulary: vocabularyOf(keys, idf), scales: new Float32Array(body, 8 * features, features),
    biases: new Float32Array(body, 12 * features, LABEL_COUNT), weights: new Int8Array(body, 12 * features + 4 * LABEL_COUNT),
  }
}

export function writeTriageModel({ header, vocabulary, scales, biases, weights }: TriageModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(Header.parse(header)))
  const parts = [vocabulary.keys, vocabulary.idf, scales, biases, weights].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  const bytes = new Uint8Array(MAGIC.length + 4 + head.length + parts.reduce((sum, part) => sum + part.length, 0))
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  let at = MAGIC.length + 4 + head.length
  for (const part of parts) { bytes.set(part, at); at += part.length }
  return bytes
}

/** Signed bytes from weights, each feature's row scaled to its largest. */
export function quantise(weights: Float32Array, features: number): { scales: Float32Array; bytes: Int8Array } {
  const scales = new Float32Array(features)
  const bytes = new Int8Array(weights.length)
  for (let place = 0; place < features; place++) {
    let largest = 0
    for (let label = 0; label < LABEL_COUNT; label++) largest = Math.max(largest, Math.abs(weights[place * LABEL_COUNT + label] ?? 0))
    const scale = largest / 127 || 1
    scales[place] = scale
    for (let label = 0; label < LABEL_COUNT; label++) bytes[place * LABEL_COUNT + label] = Math.round((weights[place * LABEL_COUNT + label] ?? 0) / scale)
  }
  return { scales, bytes }
}
