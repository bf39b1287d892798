/** What an endpoint says a text means: a direction, in signed bytes. `norm`: its length, in their units. */
export interface Vector { bytes: Int8Array; norm: number }

const BYTE = 127

/** Any length and scale; null where the numbers point nowhere (all 0, or not finite). */
export function toVector(values: readonly number[]): Vector | null {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  if (!Number.isFinite(most) || most === 0) return null
  return vectorOf(Int8Array.from(values, (value) => Math.round((value / most) * BYTE)))
}

/** A vector as it was kept. */
export function vectorOf(bytes: Int8Array): Vector {
  let sum = 0
  for (const value of bytes) sum += value * value
  return { bytes, norm: Math.sqrt(sum) }
}

/** -1..1; null for vectors of different models, which have nothing to say to each other. */
export function cosine(one: Vector, other: Vector): number | null {
  const [a, b] = [one.bytes, other.bytes]
  if (a.length !== b.length) return null
  let product = 0
  for (let at = 0; at < a.length; at++) product += (a[at] ?? 0) * (b[at] ?? 0)
  return product / (one.norm * other.norm)
}
