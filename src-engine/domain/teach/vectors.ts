import { featuresOf } from '../classify/features.ts'

/** A text as hashed features; its length is 1, or 0 without any. */
export interface Sparse {
  readonly keys: readonly number[]
  readonly values: readonly number[]
}

export type ToVector = (text: string) => Sparse

/**
 * Weighs features by how rare they are in plain messages ("的" tells little), so that one lesson speaks for messages about
 * the same thing and not for all that share small words with it.
 * @param usual everyday messages; what stands in none of them tells most
 */
export function createVectors(usual: readonly string[]): ToVector {
  const seen = new Map<number, number>()
  for (const text of usual) for (const key of keysOf(text)) seen.set(key, (seen.get(key) ?? 0) + 1)
  const rarity = (key: number): number => Math.log((1 + usual.length) / (1 + (seen.get(key) ?? 0))) + 0.5
  return (text) => {
    const keys = [...keysOf(text)].sort((a, b) => a - b)
    const raw = keys.map(rarity)
    const length = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0)) || 1
    return { keys, values: raw.map((value) => value / length) }
  }
}

function keysOf(text: string): Set<number> {
  const { words, letters } = featuresOf(text)
  return new Set([...words.keys(), ...letters.keys()])
}
