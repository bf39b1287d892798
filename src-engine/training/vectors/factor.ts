import type { Sparse } from './counts.ts'

/** A dense matrix by rows. */
export interface Dense { rows: number; width: number; values: Float32Array }

const dense = (rows: number, width: number): Dense => ({ rows, width, values: new Float32Array(rows * width) })

/** matrix × other */
function times(matrix: Sparse, other: Dense): Dense {
  const made = dense(matrix.rows, other.width)
  for (let row = 0; row < matrix.rows; row++) {
    const to = row * other.width
    for (let at = matrix.starts[row] ?? 0; at < (matrix.starts[row + 1] ?? 0); at++) {
      const [value, from] = [matrix.values[at] ?? 0, (matrix.columns[at] ?? 0) * other.width]
      for (let k = 0; k < other.width; k++) made.values[to + k] = (made.values[to + k] ?? 0) + value * (other.values[from + k] ?? 0)
    }
  }
  return made
}

/** matrixᵀ × other */
function transposedTimes(matrix: Sparse, other: Dense): Dense {
  const made = dense(matrix.width, other.width)
  for (let row = 0; row < matrix.rows; row++) {
    const from = row * other.width
    for (let at = matrix.starts[row] ?? 0; at < (matrix.starts[row + 1] ?? 0); at++) {
      const [value, to] = [matrix.values[at] ?? 0, (matrix.columns[at] ?? 0) * other.width]
      for (let k = 0; k < other.width; k++) made.values[to + k] = (made.values[to + k] ?? 0) + value * (other.values[from + k] ?? 0)
    }
  }
  return made
}

/** otherᵀ × other, symmetric. */
function gram({ rows, width, values }: Dense): Float64Array {
  const made = new Float64Array(width * width)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const one = values[row * width + i] ?? 0
      for (let j = i; j < width; j++) made[i * width + j] = (made[i * width + j] ?? 0) + one * (values[row * width + j] ?? 0)
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) made[i * width + j] = made[j * width + i] ?? 0
  return made
}

/** Makes the columns orthonormal through the Cholesky factor of their products: one pass over many rows. */
function orthonormal(matrix: Dense): Dense {
  const { rows, width, values } = matrix
  const products = gram(matrix)
  const lower = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = products[i * width + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * width + k] ?? 0) * (lower[j * width + k] ?? 0)
      lower[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (lower[j * width + j] ?? 1)
    }
  }
  const made = dense(rows, width)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      let sum = values[row * width + i] ?? 0
      for (let k = 0; k < i; k++) sum -= (lower[i * width + k] ?? 0) * (made.values[row * width + k] ?? 0)
      made.values[row * width + i] = sum / (lower[i * width + i] ?? 1)
    }
  }
  return made
}

/** Eigenvalues and -vectors (columns) of a symmetric matrix by Jacobi's rotations, largest first. */
function eigen(symmetric: Float64Array, width: number): { values: number[]; vectors: Float64Array } {
  const a = Float64Array.from(symmetric)
  const v = new Float64Array(width * width)
  for (let i = 0; i < width; i++) v[i * width + i] = 1
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < width - 1; p++) {
      for (let q = p + 1; q < width; q++) {
        const apq = a[p * width + q] ?? 0
        if (Math.abs(apq) < 1e-9) continue
        const theta = ((a[q * width + q] ?? 0) - (a[p * width + p] ?? 0)) / (2 * apq)
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        rotate(a, width, { p, q, c, s: t * c })
        for (let k = 0; k < width; k++) turn(v, k * width + p, k * width + q, c, t * c)
      }
    }
  }
  const order = Array.from({ length: width }, (_, i) => i).sort((i, j) => (a[j * width + j] ?? 0) - (a[i * width + i] ?? 0))
  const vectors = new Float64Array(width * width)
  order.forEach((from, to) => { for (let k = 0; k < width; k++) vectors[k * width + to] = v[k * width + from] ?? 0 })
  return { values: order.map((i) => a[i * width + i] ?? 0), vectors }
}

function turn(values: Float64Array, i: number, j: number, c: number, s: number): void {
  const [x, y] = [values[i] ?? 0, values[j] ?? 0]
  values[i] = c * x - s * y
  values[j] = s * x + c * y
}

function rotate(a: Float64Array, width: number, { p, q, c, s }: { p: number; q: number; c: number; s: number }): void {
  for (let k = 0; k < width; k++) turn(a, k * width + p, k * width + q, c, s)
  for (let k = 0; k < width; k++) turn(a, p * width + k, q * width + k, c, s)
}

/** More directions are followed than are kept, so that the kept ones are sure. */
const SPARE = 20
const ROUNDS = 2

/**
 * The rows of a matrix in its `size` strongest directions, each direction by the root of its strength, rows of length 1: a randomised
 * singular value decomposition (Halko, Martinsson and Tropp 2011). @param chance numbers in [0, 1): the same give the same rows
 */
export function strongest(matrix: Sparse, size: number, chance: () => number): Dense {
  const width = size + SPARE
  const start = dense(matrix.width, width)
  for (let i = 0; i < start.values.length; i++) start.values[i] = chance() + chance() + chance() - 1.5
  let basis = orthonormal(times(matrix, start))
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(times(matrix, orthonormal(transposedTimes(matrix, basis))))
  const { values, vectors } = eigen(gram(transposedTimes(matrix, basis)), width)
  const made = dense(matrix.rows, size)
  for (let row = 0; row < matrix.rows; row++) {
    let square = 0
    for (let k = 0; k < size; k++) {
      let sum = 0
      for (let i = 0; i < width; i++) sum += (basis.values[row * width + i] ?? 0) * (vectors[i * width + k] ?? 0)
      // The eigenvalue is the square of the direction's strength.
      made.values[row * size + k] = sum * Math.max(values[k] ?? 0, 0) ** 0.25
      square += (made.values[row * size + k] ?? 0) ** 2
    }
    const length = Math.sqrt(square) || 1
    for (let k = 0; k < size; k++) made.values[row * size + k] = (made.values[row * size + k] ?? 0) / length
  }
  return made
}
