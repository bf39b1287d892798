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

const CurvePoints = z.array(z.tuple([z.number(), z.number()]))

const Header = z.object({
  /** The labels that the weights were made for; a file of another list is refused. */
  labels: perLabel(z.string()),
  /** Keys, and how many of them, the first ones, have a row of weights; the others only take part in the length of a vector. */
  features: z.number().int().nonnegative(),
  rows: z.number().int().nonnegative(),
  /** Text of the word classes (`corpus/words.txt`) as training saw it. */
  classes: z.string(),
  groupWeights: z.array(z.number().nonnegative()).length(GROUPS.length),
  calibration: perLabel(Calibration),
  /** Corrects the confidences of topics, acts and marks after that. */
  curves: z.object({ topics: CurvePoints, acts: CurvePoints, marks: CurvePoints }),
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
  const { features, rows } = header
  if (rows > features || bytes.length !== end + 4 * features + rows * (4 + LABEL_COUNT) + 4 * LABEL_COUNT) throw new Error('the triage model is cut off or too long')
  // A copy, because typed arrays of four bytes must begin at a multiple of four (a Buffer's own slice would copy nothing).
  const body = new Uint8Array(bytes.subarray(end)).buffer
  const [scales, biases] = [4 * features, 4 * (features + rows)]
  return {
    header, vocabulary: vocabularyOf(new Uint32Array(body, 0, features)), scales: new Float32Array(body, scales, rows),
    biases: new Float32Array(body, biases, LABEL_COUNT), weights: new Int8Array(body, biases + 4 * LABEL_COUNT),
  }
}

export function writeTriageModel({ header, vocabulary, scales, biases, weights }: TriageModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(Header.parse(header)))
  const parts = [vocabulary.keys, scales, biases, weights].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  const bytes = new Uint8Array(MAGIC.length + 4 + head.length + parts.reduce((sum, part) => sum + part.length, 0))
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  let at = MAGIC.length + 4 + head.length
  for (const part of parts) { bytes.set(part, at); at += part.length }
  return bytes
}

/** The features that say most (by their largest weight) come first and are kept as signed bytes, each row scaled to its largest. */
export function quantise({ keys }: Vocabulary, weights: Float32Array, mostRows: number): Pick<TriageModel, 'vocabulary' | 'scales' | 'weights'> {
  const largest = Float32Array.from(keys, (_, place) => weights.subarray(place * LABEL_COUNT, (place + 1) * LABEL_COUNT).reduce((most, one) => Math.max(most, Math.abs(one)), 0))
  const order = Array.from(keys.keys()).sort((a, b) => (largest[b] ?? 0) - (largest[a] ?? 0) || a - b)
  const rows = Math.min(mostRows, keys.length)
  const scales = new Float32Array(rows)
  const bytes = new Int8Array(rows * LABEL_COUNT)
  for (let row = 0; row < rows; row++) {
    const place = order[row] ?? 0
    const scale = (largest[place] ?? 0) / 127 || 1
    scales[row] = scale
    for (let label = 0; label < LABEL_COUNT; label++) bytes[row * LABEL_COUNT + label] = Math.round((weights[place * LABEL_COUNT + label] ?? 0) / scale)
  }
  return { vocabulary: vocabularyOf(Uint32Array.from(order, (place) => keys[place] ?? 0)), scales, weights: bytes }
}
