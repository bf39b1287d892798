import type { Decision } from '../../../src-shared/domain/policy.ts'

export type Outcome = Exclude<Decision['decision'], 'auto'>
/** One reason not to act: the rule that spoke, and what would have to change for it to be silent. */
export interface Objection { readonly outcome: Outcome; readonly rule: string; readonly need: string }

/** Gravity, lightest first. A graver outcome leaves less to the machine. */
export const GRAVITY: readonly Decision['decision'][] = ['auto', 'ask', 'draft', 'review', 'escalate']
export const graver = (a: Outcome, b: Outcome): Outcome => (GRAVITY.indexOf(b) > GRAVITY.indexOf(a) ? b : a)

/** The objection where something does not hold. What is not known does not hold. */
export const unless = (holds: boolean, outcome: Outcome, rule: string, need: string): Objection[] => (holds ? [] : [{ outcome, rule, need }])
