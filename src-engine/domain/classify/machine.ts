import type { Vector } from './vectors.ts'

/** Cost of a mistake in training. */
const COST = 1
const ROUNDS_AT_MOST = 20
/** Training of a label ends when no example asks for a larger change. */
const TOLERANCE = 0.1

/** A linear classifier, one weight vector and bias a label: `weights[label * width + place]`. */
export interface Machine {
  labels: number
  width: number
  weights: Float32Array
  biases: Float32Array
}

/** A small linear congruential generator (Numerical Recipes). @returns a whole number below `n` */
export function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/**
 * One label against all others: a support vector machine with squared hinge loss, trained by dual coordinate descent
 * (Hsieh et al. 2008, the method of LIBLINEAR).
 * @param targets index of each example's label; -1: none of them
 */
export function trainMachine(vectors: readonly Vector[], targets: readonly number[], labels: number, width: number, seed: number): Machine {
  const machine: Machine = { labels, width, weights: new Float32Array(labels * width), biases: new Float32Array(labels) }
  const below = seeded(seed)
  const order = Int32Array.from(vectors.keys())
  for (let label = 0; label < labels; label++) trainLabel(machine, label, vectors, targets, order, below)
  return machine
}

function trainLabel(machine: Machine, label: number, vectors: readonly Vector[], targets: readonly number[], order: Int32Array, below: (n: number) => number): void {
  const w = machine.weights.subarray(label * machine.width, (label + 1) * machine.width)
  const alphas = new Float32Array(vectors.length)
  const diagonal = 1 / (2 * COST)
  let bias = 0
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    shuffle(order, below)
    let largest = 0
    for (const n of order) {
      const vector = vectors[n]
      if (!vector) continue
      const sign = targets[n] === label ? 1 : -1
      const alpha = alphas[n] ?? 0
      const gradient = sign * (dot(w, vector) + bias) - 1 + diagonal * alpha
      if (alpha === 0 && gradient >= 0) continue
      largest = Math.max(largest, Math.abs(gradient))
      // Vectors have length 1, and the bias is one feature more.
      const next = Math.max(0, alpha - gradient / (2 + diagonal))
      alphas[n] = next
      const change = (next - alpha) * sign
      add(w, vector, change)
      bias += change
    }
    if (largest < TOLERANCE) break
  }
  machine.biases[label] = bias
}

function shuffle(order: Int32Array, below: (n: number) => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1)
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

function dot(w: Float32Array, { places, values }: Vector): number {
  let sum = 0
  for (let i = 0; i < places.length; i++) sum += (w[places[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return sum
}

function add(w: Float32Array, { places, values }: Vector, by: number): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0
    w[place] = (w[place] ?? 0) + by * (values[i] ?? 0)
  }
}

/** How much each label claims the text; above 0: it would take it. */
export function scoresOf(machine: Machine, vector: Vector): Float64Array {
  return Float64Array.from({ length: machine.labels }, (_, label) => dot(machine.weights.subarray(label * machine.width, (label + 1) * machine.width), vector) + (machine.biases[label] ?? 0))
}

/** The same scores from weights that lie feature by feature: a text has few features and asks all labels about each. */
export function createScorer({ labels, width, weights, biases }: Machine): (vector: Vector) => Float64Array {
  const turned = new Float32Array(weights.length)
  for (let label = 0; label < labels; label++) for (let place = 0; place < width; place++) turned[place * labels + label] = weights[label * width + place] ?? 0
  return ({ places, values }) => {
    const scores = Float64Array.from(biases)
    for (let i = 0; i < places.length; i++) {
      const row = (places[i] ?? 0) * labels
      const value = values[i] ?? 0
      for (let label = 0; label < labels; label++) scores[label] = (scores[label] ?? 0) + (turned[row + label] ?? 0) * value
    }
    return scores
  }
}
