import type { Vector } from './vectors.ts'

/** Vectors one after the other in flat arrays: training goes over them some thousand times. */
export interface Matrix {
  length: number
  /** Vector n has the places from starts[n] to starts[n + 1]. */
  starts: Int32Array
  places: Int32Array
  values: Float32Array
  /** `size` values a vector; all 0 where its meaning is not known. */
  meaning: Float32Array
  size: number
}

export function pack(vectors: readonly Vector[], size: number): Matrix {
  const starts = new Int32Array(vectors.length + 1)
  for (const [n, { places }] of vectors.entries()) starts[n + 1] = (starts[n] ?? 0) + places.length
  const total = starts[vectors.length] ?? 0
  const matrix: Matrix = { length: vectors.length, starts, places: new Int32Array(total), values: new Float32Array(total), meaning: new Float32Array(vectors.length * size), size }
  for (const [n, { places, values, meaning }] of vectors.entries()) {
    matrix.places.set(places, starts[n])
    matrix.values.set(values, starts[n])
    matrix.meaning.set(meaning, n * size)
  }
  return matrix
}

/** @param w a weight a place, then one a value of meaning, then the bias */
export function product({ starts, places, values, meaning, size }: Matrix, n: number, w: Float32Array): number {
  const width = w.length - 1 - size
  const end = starts[n + 1] ?? 0
  let sum = w[w.length - 1] ?? 0
  for (let i = starts[n] ?? 0; i < end; i++) sum += (w[places[i] ?? 0] ?? 0) * (values[i] ?? 0)
  for (let k = 0, at = n * size; k < size; k++, at++) sum += (w[width + k] ?? 0) * (meaning[at] ?? 0)
  return sum
}

/** Moves the weights by so many times the vector. */
export function add({ starts, places, values, meaning, size }: Matrix, n: number, w: Float32Array, by: number): void {
  const width = w.length - 1 - size
  const end = starts[n + 1] ?? 0
  for (let i = starts[n] ?? 0; i < end; i++) {
    const place = places[i] ?? 0
    w[place] = (w[place] ?? 0) + by * (values[i] ?? 0)
  }
  for (let k = 0, at = n * size; k < size; k++, at++) w[width + k] = (w[width + k] ?? 0) + by * (meaning[at] ?? 0)
  w[w.length - 1] = (w[w.length - 1] ?? 0) + by
}
