const FIRST_MS = 5000
const LONGEST_MS = 10 * 60 * 1000

/**
 * How long to wait after so many tries, in milliseconds: doubled each time up to ten minutes, of which chance takes up to a
 * half, so that a thousand replies that failed at once do not come back at once.
 * @param chance 0 to below 1
 */
export function backOff(attempts: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.round(full * (1 - chance / 2))
}
