/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964

/**
 * A share with Wilson's score interval (Wilson 1927), which holds also near 0 and 1 and for few lines.
 * @returns null where there is nothing to count
 */
export function wilson(right: number, all: number): { value: number; low: number; high: number } | null {
  if (all === 0) return null
  const share = right / all
  const middle = share + Z ** 2 / (2 * all)
  const spread = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))
  const whole = 1 + Z ** 2 / all
  return { value: share, low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}
