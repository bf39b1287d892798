import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { TriageInput } from '../domain/triage/index.ts'

export type Triage = (input: TriageInput) => Verdict

/** One figure of the table. */
export interface Row {
  task: string
  /** Name of the data set, as in the data folder. */
  data: string
  /** What it was measured on. */
  split: string
  figure: string
  /** How the values are written: a share of 1, milliseconds or megabytes. The last two depend on the machine. */
  unit: 'share' | 'ms' | 'MB'
  /** null: not measured; `note` says why. */
  value: number | null
  /** A linear model over tf-idf on the same split, or what else `note` names; null: none is known. */
  baseline: number | null
  /** What others published, in words: it is seldom the same figure. */
  best: string
  target: { atLeast: number } | { atMost: number } | null
  note?: string
}
export type RowHead = Omit<Row, 'value'>

export interface Context {
  /** Folder with the data sets, absolute; null where none was given. */
  data: string | null
  /** Folder of our own corpus, absolute. */
  corpus: string
  /** Triage as it ships, and by its rules alone. */
  triage: Triage
  rules: Triage
  /** Heads whose data sets have no conversation: probability 0..1. */
  offensive(text: string): number
  angry(text: string): number
}

/** A part of the evaluation that can be run alone. */
export interface Task {
  name: string
  run(context: Context): Row[] | Promise<Row[]>
}

/** Is the target reached? null where there is none, or no value. */
export function reached({ value, target }: Pick<Row, 'value' | 'target'>): boolean | null {
  if (value === null || target === null) return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

/**
 * A task whose rows are known beforehand, so that the table names also what could not be measured.
 * @param measure values of the rows in their order, null where there is nothing to measure them on; null: the data set is not there
 */
export function fixedTask(name: string, heads: readonly RowHead[], measure: (context: Context) => readonly (number | null)[] | null): Task {
  return {
    name,
    run(context) {
      const values = measure(context)
      return heads.map((head, i) => {
        const value = values?.[i] ?? null
        return value === null ? { ...head, value, note: context.data === null && values === null ? 'needs --data DIR' : `${head.data} (${head.split}) is not there` } : { ...head, value }
      })
    },
  }
}
