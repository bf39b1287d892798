import { featuresOf, type Features } from './features.ts'
import { createLookup } from './lookup.ts'
import type { Meaning } from './meaning.ts'

/** Weights of the groups beside each other; the best of a few on a held-out part of BANKING77's and CLINC150's training lines. */
const WEIGHTS = { words: 1.5, letters: 2, pairs: 1.5, meaning: 3 } as const
/** A pair of words that one example alone has says nothing about others. */
const PAIR_IN_TEXTS = 2

/** The features that training saw, with how telling each is (inverse document frequency). */
export interface Vocabulary {
  /** Hashes of the features, by place, the lowest first. */
  keys: Int32Array
  idf: Float32Array
}

/** A text as a vector of length 1: few of the vocabulary's places, and what it means, whole. */
export interface Vector {
  places: Int32Array
  values: Float32Array
  /** Empty where the text's meaning is not known. */
  meaning: Float32Array
}

export function vocabularyOf(texts: readonly Features[]): Vocabulary {
  const seen = new Map<number, number>()
  const countIn = (keys: readonly number[], counts: Map<number, number>): void => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const pairs = new Map<number, number>()
  for (const text of texts) {
    countIn(text.words, seen)
    countIn(text.letters, seen)
    countIn(text.pairs, pairs)
  }
  for (const [key, n] of pairs) if (n >= PAIR_IN_TEXTS) seen.set(key, n)
  const keys = Int32Array.from(seen.keys()).sort()
  return { keys, idf: Float32Array.from(keys, (key) => Math.log((1 + texts.length) / (1 + (seen.get(key) ?? 0))) + 1) }
}

const NOTHING = new Float32Array(0)

/** tf-idf with a damped term frequency; each group of length 1, then weighed, so that a long word does not drown the others. */
export function createVectorizer({ keys, idf }: Vocabulary, meaning: Meaning | null): (text: string) => Vector {
  const placeOf = createLookup(keys)
  const times = new Int32Array(keys.length)
  return (text) => {
    const features = featuresOf(text)
    const found: number[] = []
    const values: number[] = []
    let square = 0
    for (const group of ['words', 'letters', 'pairs'] as const) {
      const from = found.length
      for (const key of features[group]) {
        const place = placeOf(key)
        if (place < 0) continue
        if (times[place] === 0) found.push(place)
        times[place] = (times[place] ?? 0) + 1
      }
      let own = 0
      for (let i = from; i < found.length; i++) {
        const place = found[i] ?? 0
        const value = (1 + Math.log(times[place] ?? 1)) * (idf[place] ?? 0)
        times[place] = 0
        values.push(value)
        own += value * value
      }
      if (own === 0) continue
      const scale = WEIGHTS[group] / Math.sqrt(own)
      for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
      square += WEIGHTS[group] ** 2
    }
    const means = meaning?.of(text) ?? NOTHING
    if (means.length > 0) square += WEIGHTS.meaning ** 2
    const length = Math.sqrt(square) || 1
    return { places: Int32Array.from(found), values: Float32Array.from(values, (value) => value / length), meaning: means.map((value) => (value * WEIGHTS.meaning) / length) }
  }
}
