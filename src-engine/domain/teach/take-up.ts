import type { Refusal } from '../../../src-shared/domain/teaching.ts'
import { broken, plain, type Guarded } from './guard.ts'
import { isRight, learn, type Step, type Taught } from './learn.ts'
import type { Weights } from './weights.ts'

/** Tried one after the other, each speaking for fewer other messages than the one before. */
const STEPS: readonly Step[] = [{ up: 4, down: 1 }, { up: 2, down: 0.5 }, { up: 0.5, down: 0.25 }]
/** With this step lessons that are worded alike and say different things are brought to agree. */
const MEND: Step = { up: 0.5, down: 0.25 }
/** Rounds of it, each over all lessons that are wrong by then; what does not agree after so many never does. */
const MENDED_AT_MOST = 20

export type Outcome =
  | { state: 'learned' | 'weaker'; weights: Weights }
  /** Nothing was learned. */
  | { state: 'refused'; weights: Weights; refusal: Refusal }

/** A later word on the same thing takes the place of an earlier one: it may turn that one wrong. */
function replaces(newer: Taught, older: Taught): boolean {
  if (newer.layer !== older.layer || plain(newer.text) !== plain(older.text)) return false
  return newer.layer === 'emotion' || [older.wrong, older.right].some((label) => label !== null && (label === newer.wrong || label === newer.right))
}

/** One lesson, and then those that it turned wrong, until all are right or it is clear that they cannot be. */
function together(weights: Weights, lesson: Taught, earlier: readonly Taught[], step: Step): Weights {
  let next = learn(weights, lesson, step)
  for (let round = 0; round < MENDED_AT_MOST; round++) {
    const wrong = [...earlier, lesson].filter((one) => !isRight(next, one))
    if (wrong.length === 0) break
    for (const one of wrong) next = learn(next, one, MEND)
  }
  return next
}

/**
 * Learns one lesson if what worked goes on working, with a smaller step where a larger one would break it.
 * The order of lessons counts; the same lessons in the same order always give the same weights.
 * @param earlier lessons that were taken up before, oldest first
 */
export function takeUp(weights: Weights, lesson: Taught, earlier: readonly Taught[], guarded: readonly Guarded[]): Outcome {
  if (isRight(weights, lesson)) return { state: 'learned', weights }
  // One that another lesson has replaced is wrong by now, and stays so.
  const kept = earlier.filter((one) => !replaces(lesson, one) && isRight(weights, one))
  let refusal: Refusal | null = null
  for (const [at, step] of STEPS.entries()) {
    const next = together(weights, lesson, kept, step)
    const bad = broken(next, lesson.text, guarded, kept)
    if (bad === null && isRight(next, lesson)) return { state: at === 0 ? 'learned' : 'weaker', weights: next }
    refusal ??= bad
  }
  return { state: 'refused', weights, refusal: refusal ?? { of: 'no-words', count: 1, layer: lesson.layer, label: lesson.right ?? lesson.wrong ?? '', example: lesson.text } }
}
