/** Steps of Newton's method; it has settled long before. */
const STEPS = 40
/** Keeps a weight finite where one sign alone tells the sides apart. */
const RIDGE = 0.01

/** Solves the symmetric system a x = b by Gaussian elimination; `a` and `b` are overwritten. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length
  for (let i = 0; i < n; i++) {
    for (let row = i + 1; row < n; row++) {
      const factor = (a[row]?.[i] ?? 0) / (a[i]?.[i] ?? 1)
      for (let k = i; k < n; k++) (a[row] ?? [])[k] = (a[row]?.[k] ?? 0) - factor * (a[i]?.[k] ?? 0)
      b[row] = (b[row] ?? 0) - factor * (b[i] ?? 0)
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? 0
    for (let k = i + 1; k < n; k++) sum -= (a[i]?.[k] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (a[i]?.[i] ?? 1)
  }
  return x
}

/**
 * Logistic regression of a few signs, by Newton's method. @param rows signs of each example @param targets 1 or 0
 * @returns a weight for each sign, and last the bias
 */
export function fitLogistic(rows: readonly (readonly number[])[], targets: readonly (0 | 1)[]): number[] {
  const width = (rows[0]?.length ?? 0) + 1
  let weights = new Array<number>(width).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((one, i) => (i < width - 1 ? RIDGE * one : 0))
    const hessian: number[][] = weights.map((_, i) => weights.map((__, k) => (i === k ? RIDGE : 0)))
    rows.forEach((row, n) => {
      const signs = [...row, 1]
      const p = 1 / (1 + Math.exp(-signs.reduce((sum, one, i) => sum + one * (weights[i] ?? 0), 0)))
      const [miss, weight] = [p - (targets[n] ?? 0), Math.max(1e-9, p * (1 - p))]
      for (let i = 0; i < width; i++) {
        gradient[i] = (gradient[i] ?? 0) + miss * (signs[i] ?? 0)
        for (let k = 0; k < width; k++) (hessian[i] ?? [])[k] = (hessian[i]?.[k] ?? 0) + weight * (signs[i] ?? 0) * (signs[k] ?? 0)
      }
    })
    const change = solve(hessian, gradient)
    weights = weights.map((one, i) => one - (change[i] ?? 0))
    if (change.every((one) => Math.abs(one) < 1e-8)) break
  }
  return weights
}
