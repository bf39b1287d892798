import { descend, type Found } from './descent.ts'
import { add, product, type Matrix } from './matrix.ts'
import { seeded } from './seeded.ts'
import type { Vector } from './vectors.ts'

/** A linear classifier, one row a feature (vocabulary first, then meaning) and in it one signed byte a label. */
export interface Machine {
  labels: number
  /** A stored byte times its row's scale is the weight. */
  scales: Float32Array
  weights: Int8Array
  biases: Float32Array
}

export interface Task {
  matrix: Matrix
  /** Index of each example's label; others count against every label. */
  targets: readonly number[]
  labels: number
  /** Places of the vocabulary. */
  width: number
}

/**
 * One label against all others, label by label.
 * @param foldOf fold of each example, -1: in training always
 * @returns the machine of all examples, and for each example with a fold the scores of machines that have not seen its fold
 */
export function trainMachine({ matrix, targets, labels, width }: Task, foldOf: readonly number[], seed: number): { machine: Machine; judged: Float64Array[] } {
  const rows = width + matrix.size
  const all = new Float32Array(labels * (rows + 1))
  const judged = foldOf.map((fold) => new Float64Array(fold < 0 ? 0 : labels))
  const below = seeded(seed)
  const everyone = Int32Array.from(targets.keys())
  const folds = [...new Set(foldOf)].filter((fold) => fold >= 0).map((fold) => ({ seen: everyone.filter((n) => foldOf[n] !== fold), unseen: everyone.filter((n) => foldOf[n] === fold) }))
  for (let label = 0; label < labels; label++) {
    const signs = Int8Array.from(targets, (target) => (target === label ? 1 : -1))
    const found: Found = { w: all.subarray(label * (rows + 1), (label + 1) * (rows + 1)), alphas: new Float32Array(matrix.length) }
    descend(found, matrix, everyone, signs, below)
    for (const { seen, unseen } of folds) {
      const without = forget(found, matrix, unseen, signs)
      descend(without, matrix, seen, signs, below)
      for (const n of unseen) {
        const row = judged[n]
        if (row) row[label] = product(matrix, n, without.w)
      }
    }
  }
  return { machine: quantize(all, labels, rows), judged }
}

/** The start for a machine that shall not know some examples: what they gave is taken back. */
function forget({ w, alphas }: Found, matrix: Matrix, some: Int32Array, signs: Int8Array): Found {
  const without: Found = { w: w.slice(), alphas: alphas.slice() }
  for (const n of some) {
    const alpha = alphas[n] ?? 0
    if (alpha > 0) add(matrix, n, without.w, -alpha * (signs[n] ?? 0))
    without.alphas[n] = 0
  }
  return without
}

function quantize(all: Float32Array, labels: number, rows: number): Machine {
  const machine: Machine = { labels, scales: new Float32Array(rows), weights: new Int8Array(rows * labels), biases: Float32Array.from({ length: labels }, (_, label) => all[(label + 1) * (rows + 1) - 1] ?? 0) }
  for (let row = 0; row < rows; row++) {
    let largest = 0
    for (let label = 0; label < labels; label++) largest = Math.max(largest, Math.abs(all[label * (rows + 1) + row] ?? 0))
    const scale = Math.fround(largest / 127) || 1
    machine.scales[row] = scale
    for (let label = 0; label < labels; label++) machine.weights[row * labels + label] = Math.round((all[label * (rows + 1) + row] ?? 0) / scale)
  }
  return machine
}

/** How much each label claims a text; above 0: it would take it. */
export function createScorer({ labels, scales, weights, biases }: Machine, width: number): (vector: Vector) => Float64Array {
  return ({ places, values, meaning }) => {
    const scores = Float64Array.from(biases)
    for (let i = 0; i < places.length; i++) addRow(scores, weights, (places[i] ?? 0) * labels, (values[i] ?? 0) * (scales[places[i] ?? 0] ?? 0))
    for (let k = 0; k < meaning.length; k++) addRow(scores, weights, (width + k) * labels, (meaning[k] ?? 0) * (scales[width + k] ?? 0))
    return scores
  }
}

function addRow(scores: Float64Array, weights: Int8Array, from: number, by: number): void {
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0) * by
}
