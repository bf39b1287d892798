/** Cosines of some models lie within a few hundredths; closer than this they tell nothing apart. */
const LEAST_SPREAD = 0.01

/**
 * How far each cosine stands out among the others, in units of their spread: models differ in what a cosine of 0.5 means, not in
 * that the nearest texts stand out. What has no vector stands at 0, in the middle; as long as few have one, nobody stands far.
 * @param cosines null: no vector
 */
export function standing(cosines: readonly (number | null)[]): { of(cosine: number | null): number } {
  const known = cosines.filter((cosine) => cosine !== null)
  if (known.length === 0) return { of: () => 0 }
  const mean = known.reduce((sum, cosine) => sum + cosine, 0) / known.length
  const spread = Math.sqrt(known.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / known.length)
  const share = known.length / cosines.length
  return { of: (cosine) => (cosine === null ? 0 : (share * (cosine - mean)) / Math.max(spread, LEAST_SPREAD)) }
}
