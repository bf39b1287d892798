import type { AutonomyLevel } from '../policy.ts'

/** What a step up the ladder asks. */
export interface StepRule {
  /** Cases in which a person did something that can be compared. */
  cases: number
  /** Least lower bound (95 %, Wilson) of the share in which they did the same. */
  bound: number
  /** So many of the newest cases must be without a costly error. */
  costlyFree: number
  /** Replies that left by themselves, and the largest share of them that people stopped. */
  automatic?: { replies: number; undoRate: number }
}

/** What makes autopilot fall back to suggesting. Rates are shares of the newest `window` replies, told from `least` on. */
export interface FallRule { inARow: number; window: number; least: number; undoRate: number; reopenRate: number; angerRate: number }

/** The rules of the ladder, as data: what each step up asks, what makes it fall, and how much is looked at afterwards. */
export interface LadderRules {
  steps: Record<Exclude<AutonomyLevel, 'off'>, StepRule | null>
  fall: FallRule
  /** Newest compared cases that count. */
  window: number
  /** Share of automatic cases that a person looks at the next day. */
  sample: number
}

export const LADDER: LadderRules = {
  steps: {
    // Nothing can be known before it has been watched, and watching harms nobody.
    shadow: null,
    suggest: { cases: 20, bound: 0.8, costlyFree: 20 },
    undo: { cases: 50, bound: 0.95, costlyFree: 50 },
    act: { cases: 50, bound: 0.95, costlyFree: 50, automatic: { replies: 100, undoRate: 0.02 } },
  },
  fall: { inARow: 3, window: 50, least: 20, undoRate: 0.1, reopenRate: 0.1, angerRate: 0.05 },
  window: 200,
  sample: 0.05,
}
