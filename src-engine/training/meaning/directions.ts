import { seeded } from '../../domain/classify/seeded.ts'

/** The main directions of a cloud of vectors: what they have in common is taken away, and few numbers keep most of the rest. */
export interface Directions {
  mean: Float64Array
  /** Orthonormal, each as long as a vector. */
  axes: Float64Array[]
}

const SAMPLE = 8_000
const ROUNDS = 6

/** Principal components by orthogonal iteration over a sample. */
export function mainDirections(vectors: readonly Float32Array[], amount: number, seed: number): Directions {
  const width = vectors[0]?.length ?? 0
  const below = seeded(seed)
  const mean = new Float64Array(width)
  for (const vector of vectors) for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (vector[k] ?? 0) / vectors.length
  const spread = covariance(Array.from({ length: SAMPLE }, () => vectors[below(vectors.length)] ?? new Float32Array(width)), mean)
  let axes: Float64Array[] = Array.from({ length: amount }, () => Float64Array.from({ length: width }, () => below(1_000) / 1_000 - 0.5))
  for (let round = 0; round < ROUNDS; round++) axes = orthonormal(axes.map((axis) => spread.map((row) => dot(row, axis))).map((axis) => Float64Array.from(axis)))
  return { mean, axes }
}

function covariance(sample: readonly Float32Array[], mean: Float64Array): Float64Array[] {
  const rows = Array.from(mean, () => new Float64Array(mean.length))
  for (const vector of sample) {
    const centred = Float64Array.from(vector, (value, k) => value - (mean[k] ?? 0))
    for (const [at, row] of rows.entries()) {
      const by = centred[at] ?? 0
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) + by * (centred[k] ?? 0)
    }
  }
  return rows
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0)
  return sum
}

/** Gram-Schmidt. */
function orthonormal(axes: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = []
  for (const axis of axes) {
    for (const other of done) {
      const by = dot(axis, other)
      for (let k = 0; k < axis.length; k++) axis[k] = (axis[k] ?? 0) - by * (other[k] ?? 0)
    }
    const length = Math.sqrt(dot(axis, axis)) || 1
    done.push(axis.map((value) => value / length))
  }
  return done
}

/** A vector along the directions, length 1. */
export function along({ mean, axes }: Directions, vector: Float32Array): Float32Array {
  const centred = Float64Array.from(vector, (value, k) => value - (mean[k] ?? 0))
  const seen = axes.map((axis) => dot(axis, centred))
  const length = Math.hypot(...seen) || 1
  return Float32Array.from(seen, (value) => value / length)
}
