import { z } from 'zod'
import { gramsAtMost, gramsOf, lettersOf } from './grams.ts'

/** First bytes of a model file: our name for the format, and its version. */
export const MAGIC = 'DMLANG1\n'

export const Header = z.object({
  /** ISO 639-1, in the order of the weights. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(2),
  buckets: z.number().int().positive(),
  /** Longest n-gram, in characters. */
  longest: z.number().int().min(1).max(8),
  /** A stored weight times this is the logarithm of how much likelier a language makes an n-gram than the mean language. */
  scale: z.number().positive(),
  /** Calibration: n-grams overlap, so n of them speak like `spread` x n^`growth` independent ones would against each other. */
  spread: z.number().positive(),
  growth: z.number().min(0).max(1),
})
export type Header = z.infer<typeof Header>

/** A naive Bayes model over character n-grams. `weights` has one row of `languages.length` signed bytes a bucket. */
export interface LanguageModel {
  header: Header
  weights: Int8Array
}

/** @throws Error with one sentence for a file that is none, damaged, or of a later version. */
export function parseLanguageModel(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = MAGIC.length + 4
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('not a language model of this version')
  const end = start + view.getUint32(MAGIC.length, true)
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))))
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end)
  if (weights.length !== header.buckets * header.languages.length) throw new Error('the language model is cut off or too long')
  return { header, weights }
}

export function writeLanguageModel({ header, weights }: LanguageModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(MAGIC.length + 4 + head.length + weights.length)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true)
  bytes.set(head, MAGIC.length + 4)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), MAGIC.length + 4 + head.length)
  return bytes
}

/** Sums of log-likelihood ratios a language, and how many n-grams spoke. */
export interface Evidence {
  sums: Float64Array
  grams: number
}

/** What the n-grams of a text say, before calibration. The arrays are reused by the next call. */
export function createWeigher({ header: { languages, buckets, longest, scale }, weights }: LanguageModel): (text: string) => Evidence {
  const found = new Int32Array(gramsAtMost(longest))
  const sums = new Float64Array(languages.length)
  return (text) => {
    const grams = gramsOf(lettersOf(text), buckets, longest, found)
    sums.fill(0)
    for (let i = 0; i < grams; i++) {
      const row = (found[i] ?? 0) * languages.length
      for (let k = 0; k < languages.length; k++) sums[k] = (sums[k] ?? 0) + (weights[row + k] ?? 0)
    }
    for (let k = 0; k < languages.length; k++) sums[k] = (sums[k] ?? 0) * scale
    return { sums, grams }
  }
}

/** Calibrated probabilities (they sum to 1) from what the n-grams said. */
export function probabilitiesOf({ sums, grams }: Evidence, { spread, growth }: Pick<Header, 'spread' | 'growth'>): Float64Array {
  const temperature = spread * Math.max(1, grams) ** growth
  const highest = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp((sum - highest) / temperature))
  const total = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / total)
}

/**
 * How much likelier than others a customer writes these, before the first letter is read: orders of magnitude of who buys
 * in shops abroad, in steps of three. It decides single words ("hello", "danke") and yields to any longer text.
 */
const SHOPPERS: Record<string, number> = {
  en: 9, es: 3, pt: 3, fr: 3, de: 3, it: 3, ru: 3, tr: 3, ar: 3, id: 3, vi: 3, nl: 3, pl: 3, la: 1 / 3, eo: 1 / 3,
}

/** ISO 639-1 code and probability of the likeliest language; null for a text without letters. */
export function createIdentifier(model: LanguageModel): (text: string) => { code: string; confidence: number } | null {
  const weigh = createWeigher(model)
  const shoppers = model.header.languages.map((code) => SHOPPERS[code] ?? 1)
  return (text) => {
    if (!/\p{L}/u.test(text)) return null
    const shares = probabilitiesOf(weigh(text), model.header).map((p, k) => p * (shoppers[k] ?? 1))
    const best = shares.reduce((at, p, k) => (p > (shares[at] ?? 0) ? k : at), 0)
    return { code: model.header.languages[best] ?? '', confidence: (shares[best] ?? 0) / shares.reduce((a, b) => a + b, 0) }
  }
}
