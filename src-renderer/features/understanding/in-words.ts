import type { Tally } from '../../../src-shared/contract/understanding.ts'

/** With fewer checks than this the range is so wide that it says little. */
export const FEW = 20

/** A range as whole numbers of a hundred, never narrower than it is; null where nothing was counted. */
export function outOf100({ low, high }: Tally): { low: number; high: number } | null {
  return low === null || high === null ? null : { low: Math.floor(low * 100), high: Math.ceil(high * 100) }
}
