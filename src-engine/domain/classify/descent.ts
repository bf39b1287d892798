import { add, product, type Matrix } from './matrix.ts'

/** Cost of a mistake in training. */
const COST = 2
const DIAGONAL = 1 / (2 * COST)
const ROUNDS_AT_MOST = 30
/** Training ends when no example asks for a larger change. */
const TOLERANCE = 0.1

/** What the training of one label has found: weights, the last of them the bias, and how strongly each example pulls. */
export interface Found {
  w: Float32Array
  alphas: Float32Array
}

/**
 * Two-class support vector machine with squared hinge loss, by dual coordinate descent with shrinking (Hsieh et al. 2008, the
 * method of LIBLINEAR). Goes on from what `found` holds.
 * @param some the examples to train on; those that pull already are asked first
 * @param signs 1: is of the label, -1: is not
 */
export function descend({ w, alphas }: Found, matrix: Matrix, some: Int32Array, signs: Int8Array, below: (n: number) => number): void {
  const pulling = some.filter((n) => (alphas[n] ?? 0) > 0)
  const order = pulling.length > 0 ? Int32Array.of(...pulling, ...some.filter((n) => (alphas[n] ?? 0) === 0)) : some.slice()
  let active = pulling.length || order.length
  let limit = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    for (let i = active - 1; i > 0; i--) swap(order, i, below(i + 1))
    let largest = 0
    let highest = Number.NEGATIVE_INFINITY
    for (let at = 0; at < active; at++) {
      const n = order[at] ?? 0
      const sign = signs[n] ?? 0
      const alpha = alphas[n] ?? 0
      const gradient = sign * product(matrix, n, w) - 1 + DIAGONAL * alpha
      if (alpha === 0 && gradient >= 0) {
        // So far on the right side that the next rounds need not ask it.
        if (gradient > limit) swap(order, at--, --active)
        continue
      }
      largest = Math.max(largest, Math.abs(gradient))
      highest = Math.max(highest, gradient)
      // Vectors have length 1, and the bias is one feature more.
      const next = Math.max(0, alpha - gradient / (2 + DIAGONAL))
      if (next === alpha) continue
      alphas[n] = next
      add(matrix, n, w, (next - alpha) * sign)
    }
    if (largest < TOLERANCE && active === order.length) return
    limit = largest < TOLERANCE ? Number.POSITIVE_INFINITY : Math.max(highest, 0)
    if (largest < TOLERANCE) active = order.length
  }
}

function swap(order: Int32Array, i: number, j: number): void {
  const held = order[i] ?? 0
  order[i] = order[j] ?? 0
  order[j] = held
}
