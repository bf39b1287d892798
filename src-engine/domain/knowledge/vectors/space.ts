import { featuresOf } from './features.ts'
import type { VectorTable } from './table.ts'

const HAN = /\p{Script=Han}/u
/** Features that the table has not are placed by their company; so many at most. */
const MOST_LEARNED = 30_000
/** How much such a feature says, in units of the table's weights. */
const LEARNED_WEIGHT = 5

/** Where a text points; only texts of one script can be compared. */
export interface Placed { han: boolean; direction: Float32Array }

/** The directions of texts of one script: sums of their features, learned ones too. */
class Space {
  readonly #table: VectorTable
  readonly #rows: ReadonlyMap<string, number>
  /** Sum of the directions of the passages that hold a feature which the table has not. */
  readonly #learned = new Map<string, Float32Array>()

  constructor(table: VectorTable) {
    this.#table = table
    this.#rows = new Map(table.features.map((feature, row) => [feature, row]))
  }

  of(text: string): Float32Array | null {
    const { size, weights, scales, values } = this.#table
    const sum = new Float32Array(size)
    const counts = new Map<string, number>()
    for (const feature of featuresOf(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    for (const [feature, times] of counts) {
      const row = this.#rows.get(feature)
      if (row === undefined) this.#addLearned(feature, times, sum)
      else {
        const by = (weights[row] ?? 0) * (scales[row] ?? 0) * Math.sqrt(times)
        for (let k = 0, at = row * size; k < size; k++, at++) sum[k] = (sum[k] ?? 0) + (values[at] ?? 0) * by
      }
    }
    return unit(sum)
  }

  /** Places what the table has not by the direction of a passage that holds it. @param by 1, or -1 for a passage that is removed */
  learn(text: string, direction: Float32Array, by: 1 | -1): void {
    for (const feature of new Set(featuresOf(text))) {
      if (this.#rows.has(feature)) continue
      let sum = this.#learned.get(feature)
      if (!sum && this.#learned.size < MOST_LEARNED) this.#learned.set(feature, sum = new Float32Array(direction.length))
      if (sum) for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + by * (direction[k] ?? 0)
    }
  }

  #addLearned(feature: string, times: number, sum: Float32Array): void {
    const learned = this.#learned.get(feature)
    const length = learned ? lengthOf(learned) : null
    if (!learned || length === null) return
    // A long manual passes here hundreds of thousands of times: nothing is copied. Rounded as a copy of length 1 would be.
    const by = Math.sqrt(times)
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + Math.fround((learned[k] ?? 0) / length) * LEARNED_WEIGHT * by
  }
}

/** null for a vector that points nowhere. */
function lengthOf(vector: Float32Array): number | null {
  let square = 0
  for (let k = 0; k < vector.length; k++) square += (vector[k] ?? 0) * (vector[k] ?? 0)
  return square < 1e-12 ? null : Math.sqrt(square)
}

/** A copy of length 1; null for one that points nowhere. */
function unit(vector: Float32Array): Float32Array | null {
  const length = lengthOf(vector)
  return length === null ? null : vector.map((value) => value / length)
}

export interface Places {
  of(text: string): Placed | null
  learn(text: string, placed: Placed, by: 1 | -1): void
}

/** Where texts point, by the table of their script. What an index learns stays its own. */
export function createPlaces(tables: { han: VectorTable; latin: VectorTable }): Places {
  const spaces = { han: new Space(tables.han), latin: new Space(tables.latin) }
  const spaceOf = (han: boolean): Space => (han ? spaces.han : spaces.latin)
  return {
    of(text) {
      const han = HAN.test(text)
      const direction = spaceOf(han).of(text)
      return direction && { han, direction }
    },
    learn: (text, { han, direction }, by) => spaceOf(han).learn(text, direction, by),
  }
}
