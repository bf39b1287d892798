import { z } from 'zod'
import { SIGNS } from './outsider.ts'
import type { ClassifierModel } from './model.ts'

/** First bytes of a model file; the number is the version of the format. */
const MAGIC = 'DMCLASS2\n'
const EARLIER = 'DMCLASS1\n'

const Header = z.object({
  labels: z.array(z.string()).min(2),
  features: z.number().int().nonnegative(),
  temperature: z.number().positive(),
  outsider: z.object({ weights: z.array(z.number()).length(SIGNS), bias: z.number() }).nullable(),
  meaning: z.object({ size: z.number().int().positive(), fingerprint: z.number().int().nonnegative() }).nullable(),
})
type Header = z.infer<typeof Header>

/** One file: header; hash and idf a feature; scale a row; bias a label; one signed byte a row and label. */
export function writeClassifier({ labels, vocabulary, machine, calibration, meaning }: ClassifierModel): Uint8Array {
  const features = vocabulary.keys.length
  const head = new TextEncoder().encode(JSON.stringify({ labels, features, ...calibration, meaning } satisfies Header))
  const start = MAGIC.length + 4 + head.length
  const parts = placesOf(start, { labels, features, meaning })
  const bytes = new Uint8Array(parts.end)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  for (const [place, hash] of vocabulary.keys.entries()) {
    view.setInt32(start + 8 * place, hash, true)
    view.setFloat32(start + 8 * place + 4, vocabulary.idf[place] ?? 0, true)
  }
  for (const [row, scale] of machine.scales.entries()) view.setFloat32(parts.scales + 4 * row, scale, true)
  for (const [label, bias] of machine.biases.entries()) view.setFloat32(parts.biases + 4 * label, bias, true)
  bytes.set(new Uint8Array(machine.weights.buffer, machine.weights.byteOffset, machine.weights.length), parts.weights)
  return bytes
}

function placesOf(start: number, { labels, features, meaning }: Pick<Header, 'labels' | 'features' | 'meaning'>) {
  const rows = features + (meaning?.size ?? 0)
  const scales = start + 8 * features
  const biases = scales + 4 * rows
  const weights = biases + 4 * labels.length
  return { rows, scales, biases, weights, end: weights + rows * labels.length }
}

function headerOf(text: string): Header {
  try {
    return Header.parse(JSON.parse(text))
  } catch {
    throw new Error('the classifier is damaged')
  }
}

/** @throws Error with one sentence for a file that is none, damaged, or of another version. */
export function parseClassifier(bytes: Uint8Array): ClassifierModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const magic = text(0, MAGIC.length)
  if (magic === EARLIER) throw new Error('the classifier was made by an earlier version: learn it again')
  if (bytes.length < MAGIC.length + 4 || magic !== MAGIC) throw new Error('not a classifier of this version')
  const start = MAGIC.length + 4 + view.getUint32(MAGIC.length, true)
  if (start > bytes.length) throw new Error('the classifier is cut off or too long')
  const header = headerOf(text(MAGIC.length + 4, start))
  const { labels, features, temperature, outsider, meaning } = header
  const parts = placesOf(start, header)
  if (bytes.length !== parts.end) throw new Error('the classifier is cut off or too long')
  const keys = new Int32Array(features)
  const idf = new Float32Array(features)
  for (let place = 0; place < features; place++) {
    keys[place] = view.getInt32(start + 8 * place, true)
    idf[place] = view.getFloat32(start + 8 * place + 4, true)
  }
  const floats = (at: number, length: number): Float32Array => Float32Array.from({ length }, (_, i) => view.getFloat32(at + 4 * i, true))
  return {
    labels, vocabulary: { keys, idf }, calibration: { temperature, outsider }, meaning,
    machine: { labels: labels.length, scales: floats(parts.scales, parts.rows), biases: floats(parts.biases, labels.length), weights: new Int8Array(bytes.buffer, bytes.byteOffset + parts.weights, parts.rows * labels.length) },
  }
}
