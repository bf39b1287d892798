import type { OutcomeCounts } from '../../../src-shared/contract/learning.ts'
import type { Outcome } from '../../../src-shared/domain/learning.ts'

/** From the best to the least that can become of a draft, as the bars are stacked. The window does without the schema library, so the names stand here. */
export const STACK = ['unchanged', 'light', 'heavy', 'refused', 'unread', 'none', 'unwatched'] as const satisfies readonly Outcome[]

export interface Part {
  outcome: Outcome
  count: number
  /** 0..100 of all that is counted. */
  percent: number
}

export const totalOf = (counts: OutcomeCounts): number => STACK.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)

/** What there is any of, in the order of the stack. */
export function partsOf(counts: OutcomeCounts): Part[] {
  const total = totalOf(counts)
  return STACK.flatMap((outcome) => {
    const count = counts[outcome] ?? 0
    return count > 0 ? [{ outcome, count, percent: (100 * count) / total }] : []
  })
}

/** Ends of a range as whole numbers of a hundred, never narrower than the true one. */
export function outOf100(low: number, high: number): { low: number; high: number } {
  return { low: Math.floor(100 * low), high: Math.ceil(100 * high) }
}
