import { z } from 'zod'
import type { Lexicon } from '../triage/lexicon.ts'
import { normalize } from '../triage/normalize.ts'
import { PLACES, placesOf } from './features.ts'

const MAGIC = 'DMFEEL01'

const Header = z.object({
  /** What a high probability says: "offensive", "anger". */
  label: z.string().min(1),
  /** Largest weight; a byte q stands for sign(q) x (q/127)^2 x largest, so that small weights keep their difference. */
  largest: z.number().positive(),
  bias: z.number(),
  /** Log-odds = a x score + b (Platt 1999), from texts that the weights have not read. */
  calibration: z.tuple([z.number(), z.number()]),
  /** Probability from which the label is given. */
  threshold: z.number().gt(0).lt(1),
})
export type Header = z.infer<typeof Header>
/** One yes-or-no question to a text: linear over hashed features, a signed byte a place. */
export interface HeadModel { readonly header: Header; readonly weights: Int8Array }

/** Score of a text with these places: the sum of their weights, damped by how many there are. */
export function scoreOf(places: Int32Array, weightAt: (place: number) => number, bias: number): number {
  let sum = 0
  for (const place of places) sum += weightAt(place)
  return bias + sum / Math.sqrt(Math.max(1, places.length))
}

export const probabilityOf = (score: number, [a, b]: readonly [number, number]): number => 1 / (1 + Math.exp(-(a * score + b)))

/** Signed bytes and the largest weight. */
export function quantise(weights: Float32Array): Pick<Header, 'largest'> & { bytes: Int8Array } {
  const largest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1
  return { largest, bytes: Int8Array.from(weights, (one) => Math.round(Math.sign(one) * Math.sqrt(Math.abs(one) / largest) * 127)) }
}

export function writeHead({ header, weights }: HeadModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(Header.parse(header)))
  const bytes = new Uint8Array(MAGIC.length + 4 + head.length + weights.length)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), MAGIC.length + 4 + head.length)
  return bytes
}

/** @throws Error with one sentence for a file that is none or is damaged */
export function parseHead(bytes: Uint8Array): HeadModel {
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const start = MAGIC.length + 4
  if (bytes.length < start || text(0, MAGIC.length) !== MAGIC) throw new Error('not a model of a feeling of this version')
  const end = start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  if (bytes.length !== end + PLACES) throw new Error('the model of a feeling is cut off or too long')
  // Copied value by value: a file's bytes may lie anywhere in a larger buffer.
  return { header: Header.parse(JSON.parse(text(start, end))), weights: Int8Array.from(bytes.subarray(end)) }
}

/** What a head says of a text, 0..1, and from which value on it says yes. */
export interface Head { readonly label: string; readonly threshold: number; probability(text: string, raw: string): number }

/** @param bytes a file of `resources/models` @throws Error with one sentence for a file that is none or is damaged */
export function createHead(bytes: Uint8Array): Head {
  const { header, weights } = parseHead(bytes)
  const values = Float32Array.from({ length: 256 }, (_, n) => Math.sign(n - 128) * ((n - 128) / 127) ** 2 * header.largest)
  const weightAt = (place: number): number => values[(weights[place] ?? 0) + 128] ?? 0
  return {
    label: header.label, threshold: header.threshold,
    probability: (text, raw) => probabilityOf(scoreOf(placesOf(text, raw), weightAt, header.bias), header.calibration),
  }
}

/** The same as a reader of raw texts whose .5 is the head's threshold; the order of texts stays. */
export function createLeaning(head: Head, lexicon: Lexicon): (raw: string) => number {
  return (raw) => {
    const p = head.probability(normalize(raw, lexicon.simplified).text, raw)
    return p < head.threshold ? (0.5 * p) / head.threshold : 0.5 + (0.5 * (p - head.threshold)) / (1 - head.threshold)
  }
}
