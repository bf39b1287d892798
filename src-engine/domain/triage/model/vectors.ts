import { GROUPS, type Found } from './grams.ts'

/** The features that training saw: an open hash table from key to place. */
export interface Vocabulary {
  /** Keys in the order of their places. */
  readonly keys: Uint32Array
  readonly slots: Int32Array
}

/** A message as a sparse vector; `from`/`to` are units of the normalised text. Arrays are reused: only the first `count` count. */
export interface Vector {
  count: number
  readonly places: Int32Array
  readonly values: Float32Array
  readonly from: Uint16Array
  readonly to: Uint16Array
}

/** Length that each group's part of a vector is brought to, in the order of GROUPS. */
export type GroupWeights = readonly number[]

const FREE = -1
const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 7) & mask

export function vocabularyOf(keys: Uint32Array): Vocabulary {
  let size = 1024
  while (size < keys.length * 2) size *= 2
  const slots = new Int32Array(size).fill(FREE)
  for (let place = 0; place < keys.length; place++) {
    let slot = slotOf(keys[place] ?? 0, size - 1)
    while (slots[slot] !== FREE) slot = (slot + 1) & (size - 1)
    slots[slot] = place
  }
  return { keys, slots }
}

/** Place of a key, or -1. */
export function placeOf({ keys, slots }: Vocabulary, key: number): number {
  const mask = slots.length - 1
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const place = slots[slot] ?? FREE
    if (place === FREE || keys[place] === key) return place
  }
}

/** Turns found features, each counted once, into vectors; one maker serves one caller at a time, its vector is overwritten by the next call. */
export function createVectoriser(vocabulary: Vocabulary, weights: GroupWeights): (found: Found) => Vector {
  const capacity = 8192
  const vector: Vector = { count: 0, places: new Int32Array(capacity), values: new Float32Array(capacity), from: new Uint16Array(capacity), to: new Uint16Array(capacity) }
  /** Call in which a place was last taken, so that the same feature counts once without clearing anything. */
  const taken = new Uint32Array(vocabulary.keys.length)
  const groupOf = new Uint8Array(capacity)
  const counts = new Uint16Array(GROUPS.length)
  let call = 0
  return (found) => {
    call++
    counts.fill(0)
    let count = 0
    for (let i = 0; i < found.count; i++) {
      const place = placeOf(vocabulary, found.keys[i] ?? 0)
      if (place < 0 || taken[place] === call) continue
      taken[place] = call
      const group = found.groups[i] ?? 0
      vector.places[count] = place
      vector.from[count] = found.from[i] ?? 0
      vector.to[count] = found.to[i] ?? 0
      groupOf[count] = group
      counts[group] = (counts[group] ?? 0) + 1
      count++
    }
    for (let i = 0; i < count; i++) {
      const group = groupOf[i] ?? 0
      vector.values[i] = (weights[group] ?? 0) / Math.sqrt(counts[group] || 1)
    }
    vector.count = count
    return vector
  }
}
