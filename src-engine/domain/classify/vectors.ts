import type { Features } from './features.ts'

/** Weight of the letters beside the words; the best of a few on a part of the training data. */
const LETTERS = 2

/** The features that training saw, with how telling each is (inverse document frequency). */
export interface Vocabulary {
  /** Hash of a feature, its place. */
  places: ReadonlyMap<number, number>
  idf: Float32Array
}

/** A text as a sparse vector of length 1. */
export interface Vector {
  places: Int32Array
  values: Float32Array
}

export function vocabularyOf(texts: readonly Features[]): Vocabulary {
  const seen = new Map<number, number>()
  for (const { words, letters } of texts) for (const group of [words, letters]) for (const key of group.keys()) seen.set(key, (seen.get(key) ?? 0) + 1)
  const keys = [...seen.keys()].sort((a, b) => a - b)
  return { places: new Map(keys.map((key, place) => [key, place])), idf: Float32Array.from(keys, (key) => Math.log((1 + texts.length) / (1 + (seen.get(key) ?? 0))) + 1) }
}

/** tf-idf with a damped term frequency; words and letters each of length 1, then weighed, so that a long word does not drown the others. */
export function vectorOf({ words, letters }: Features, { places, idf }: Vocabulary): Vector {
  const found: { place: number; value: number }[] = []
  let square = 0
  for (const [group, weight] of [[words, 1], [letters, LETTERS]] as const) {
    const own = [...group].flatMap(([key, n]) => {
      const place = places.get(key)
      return place === undefined ? [] : [{ place, value: (1 + Math.log(n)) * (idf[place] ?? 0) }]
    })
    const length = Math.hypot(...own.map(({ value }) => value)) || 1
    for (const { place, value } of own) found.push({ place, value: (value / length) * weight })
    square += own.length > 0 ? weight * weight : 0
  }
  const length = Math.sqrt(square) || 1
  return { places: Int32Array.from(found, ({ place }) => place), values: Float32Array.from(found, ({ value }) => value / length) }
}
