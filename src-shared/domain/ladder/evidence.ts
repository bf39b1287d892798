import type { Costly, Verdict } from '../autonomy.ts'
import { wilson } from '../wilson.ts'
import type { LadderRules } from './rules.ts'

/** A recorded decision of one topic or action, as far as the ladder asks. */
export interface Case {
  verdict: Verdict
  costly: Costly | null
  /** What came of the automatic reply, where one was begun. `stopped`: by a person · `void`: by the course of things. */
  automatic: 'left' | 'stopped' | 'void' | null
  /** What the customer did after it. */
  after: 'anger' | 'reopened' | null
}

/** What a step is judged by. `bound`: lower bound of the share of `same`; null where nothing was compared. */
export interface Evidence {
  same: number
  otherwise: number
  unknown: number
  bound: number | null
  /** Costly errors among the newest compared cases, newest first, by their place: 0 is the newest. */
  costlyAt: number[]
  automatic: number
  stopped: number
}

/** Counts cases, newest first. Of those that can be compared the newest `window` count; what is unknown is only told. */
export function tally(cases: readonly Case[], { window }: Pick<LadderRules, 'window'>): Evidence {
  const compared = cases.filter(({ verdict, costly }) => verdict !== 'unknown' || costly !== null).slice(0, window)
  const same = compared.filter(({ verdict, costly }) => verdict === 'same' && costly === null).length
  const automatic = cases.filter(({ automatic: what }) => what === 'left' || what === 'stopped')
  return {
    same, otherwise: compared.length - same, unknown: cases.filter(({ verdict, costly }) => verdict === 'unknown' && costly === null).length,
    bound: wilson(same, compared.length)?.low ?? null,
    costlyAt: compared.flatMap(({ costly }, at) => (costly === null ? [] : [at])),
    automatic: automatic.length, stopped: automatic.filter(({ automatic: what }) => what === 'stopped').length,
  }
}
