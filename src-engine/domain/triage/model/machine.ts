/** Vectors of a training set, end to end: example n has the features starts[n] to starts[n + 1]. */
export interface Sparse { readonly starts: Int32Array; readonly places: Int32Array; readonly values: Float32Array }

/** Linear heads side by side: `weights[place * labels + label]`, so that a message asks all labels about each of its features. */
export interface Machine { readonly labels: number; readonly width: number; readonly weights: Float32Array; readonly biases: Float32Array }

export interface TrainingOptions {
  /** Cost of a mistake on an example that has the label, and on one that has not. */
  readonly costOfMiss: number
  readonly costOfFalse: number
  readonly rounds: number
  readonly seed: number
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
 * Support vector machines with squared hinge loss, one a label, trained together by dual coordinate descent (Hsieh et al. 2008,
 * the method of LIBLINEAR): all labels look at an example at once, which costs one pass through memory instead of one a label.
 * @param isOf one byte an example and label, 1 where the example has the label, 0 where not, 2 where nobody can say
 */
export function trainMachine(set: Sparse, isOf: Uint8Array, labels: number, width: number, options: TrainingOptions): Machine {
  const examples = set.starts.length - 1
  const weights = new Float32Array(width * labels)
  const biases = new Float32Array(labels)
  const alphas = new Float32Array(examples * labels)
  const scores = new Float64Array(labels)
  const order = Int32Array.from({ length: examples }, (_, n) => n)
  const below = seeded(options.seed)
  const diagonal = [1 / (2 * options.costOfFalse), 1 / (2 * options.costOfMiss)]
  const squares = Float64Array.from({ length: examples }, (_, n) => {
    let sum = 1
    for (let i = set.starts[n] ?? 0; i < (set.starts[n + 1] ?? 0); i++) sum += (set.values[i] ?? 0) ** 2
    return sum
  })
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, below)
    for (const n of order) {
      score(set, n, weights, biases, labels, scores)
      for (let label = 0; label < labels; label++) {
        const has = isOf[n * labels + label] ?? 0
        if (has === 2) continue
        const sign = has === 1 ? 1 : -1
        const alpha = alphas[n * labels + label] ?? 0
        const gradient = sign * (scores[label] ?? 0) - 1 + (diagonal[has] ?? 0) * alpha
        if (alpha === 0 && gradient >= 0) continue
        const next = Math.max(0, alpha - gradient / ((squares[n] ?? 1) + (diagonal[has] ?? 0)))
        const change = (next - alpha) * sign
        alphas[n * labels + label] = next
        biases[label] = (biases[label] ?? 0) + change
        for (let i = set.starts[n] ?? 0; i < (set.starts[n + 1] ?? 0); i++) {
          const cell = (set.places[i] ?? 0) * labels + label
          weights[cell] = (weights[cell] ?? 0) + change * (set.values[i] ?? 0)
        }
      }
    }
  }
  return { labels, width, weights, biases }
}

function shuffle(order: Int32Array, below: (n: number) => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1)
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

/** Scores of one example into `into`. */
export function score({ starts, places, values }: Sparse, n: number, weights: Float32Array, biases: Float32Array, labels: number, into: Float64Array): void {
  into.set(biases)
  for (let i = starts[n] ?? 0; i < (starts[n + 1] ?? 0); i++) {
    const row = (places[i] ?? 0) * labels
    const value = values[i] ?? 0
    for (let label = 0; label < labels; label++) into[label] = (into[label] ?? 0) + value * (weights[row + label] ?? 0)
  }
}
