import type { CaseTally } from '../../../../src-shared/contract/results.ts'

/** How a case can have ended, in the order of the bars. */
export const ENDS = ['resolved', 'pending', 'reopened'] as const satisfies readonly (keyof CaseTally)[]
export type End = (typeof ENDS)[number]

/** All that were closed, however they ended. */
export const closedOf = ({ resolved, reopened, pending }: CaseTally): number => resolved + reopened + pending

/** Those whose wait is over: only of these it can be told. */
export const toldOf = ({ resolved, reopened }: CaseTally): number => resolved + reopened

/** The parts that are there; `percent` of `most`, so that bars side by side have one scale. */
export function partsOf(tally: CaseTally, most = closedOf(tally)): { end: End; count: number; percent: number }[] {
  return ENDS.flatMap((end) => (tally[end] === 0 ? [] : [{ end, count: tally[end], percent: (100 * tally[end]) / most }]))
}
