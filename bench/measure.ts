import type { Comparison, Samples } from './stats.ts'

/** What a measure hands back; everything in `unit`. */
export interface Outcome extends Samples {
  /** Further facts of the run, one line each: counts that were checked, parts of the figure. */
  notes: readonly string[]
}

export interface Measure {
  /** As on the command line and in budgets.json. */
  name: string
  /** What is measured, in a few words. */
  title: string
  /** What it is compared with, measured in the same run. */
  baseline: string
  unit: 'ms' | 'rows/s' | 'MiB'
  compare: Comparison
  /** What it needs and this machine has not, in a few words; null or none: it can run. It is then left out and that is said. */
  lacks?(): string | null
  /** @throws Error when the work was not really done: then there is no figure */
  run(): Promise<Outcome>
}

/** Fails the measure: a fast run that did nothing is no result. */
export function ensure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`the work was not done: ${what}`)
}
