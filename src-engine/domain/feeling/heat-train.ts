import { EMOTION_LEVEL, type Verdict } from '../../../src-shared/domain/triage.ts'
import type { CorpusLine } from '../corpus/lines.ts'
import { isCertain } from '../triage/emotion.ts'
import { headSigns, heatOf, signsOf, type Heat, type HeatSigns } from '../triage/heat.ts'
import { fitLogistic } from './logistic.ts'

/** A message that the heads have not read, with what its writer felt. */
export interface HeatExample {
  readonly signs: HeatSigns
  readonly angry: boolean
  readonly calm: boolean
  /** Shown as angry whatever the signs say: an insult. */
  readonly certain: boolean
}

/** A corpus line as heads see it that have not read its writer. */
export interface Unread {
  readonly line: CorpusLine
  /** Probability of each emotion, in the order of the closed list. */
  readonly emotion: ArrayLike<number>
  /** Anger by the rules' words alone. */
  readonly rules: number
  readonly verdict: Verdict
}

/** @param side probability of the language's side head */
export const exampleOf = ({ line, emotion, rules, verdict }: Unread, side: number): HeatExample => ({
  signs: { ...headSigns(emotion), rules, side },
  angry: EMOTION_LEVEL[line.emotion] === 3, calm: line.emotion === 'calm', certain: isCertain(verdict.marks),
})

/** Share of calm messages that may be shown as unhappy, and as angry: three in a thousand, with a margin for writers never met. */
const CALM_SHARE = { amber: 0.03, red: 0.005 }

/** The lowest value at which at most so many calm messages are at or above it. */
function above(calm: readonly number[], most: number): number {
  const falling = [...calm].sort((a, b) => b - a)
  const last = falling[Math.max(0, most)] ?? 0
  return Math.min(1, Math.ceil(last * 1000 + 1) / 1000)
}

/** Weights and levels for one language. */
export function trainHeat(examples: readonly HeatExample[]): Heat {
  const fit = (signs: (one: HeatExample) => number[]): number[] => fitLogistic(examples.map(signs), examples.map((one) => (one.angry ? 1 : 0)))
  const all = fit((one) => signsOf(one.signs))
  // More of a sign of anger must never make a message calmer: a side head that says so has nothing to add to the others.
  const weights = (all[3] ?? 0) >= 0 ? all : fit((one) => [...signsOf(one.signs).slice(0, 3), 0])
  const heat: Heat = { weights, amber: 1, red: 1 }
  const calm = examples.filter((one) => one.calm)
  const open = calm.filter((one) => !one.certain).map((one) => heatOf(heat, one.signs))
  const allowed = (share: number): number => Math.floor(calm.length * share) - (calm.length - open.length)
  return { ...heat, amber: above(open, allowed(CALM_SHARE.amber)), red: above(open, allowed(CALM_SHARE.red)) }
}
