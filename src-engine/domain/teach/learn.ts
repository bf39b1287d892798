import { EMOTIONS, type Emotion } from '../../../src-shared/domain/triage.ts'
import type { Told } from '../../../src-shared/domain/teaching.ts'
import { adjusted, logit } from './adjuster.ts'
import { bandOf, GIVEN, strongest, UNCONSIDERED, type Reading } from './reading.ts'
import type { Sparse } from './vectors.ts'
import { moved, shiftOf, type Weights } from './weights.ts'

/** A correction as it is learned from: what was said, and how triage reads the text without anything taught. */
export interface Taught extends Told {
  id: string
  text: string
  vector: Sparse
  reading: Reading
}

/** How far beyond the threshold a label is moved, in log-odds: farther speaks for more messages that are like this one. */
export interface Step {
  readonly up: number
  readonly down: number
}

const emotions = (weights: Weights, vector: Sparse, reading: Reading): Map<Emotion, number> =>
  new Map(EMOTIONS.map((label) => [label, adjusted(weights, 'emotion', label, reading.emotion.get(label) ?? UNCONSIDERED, vector)]))

/** What a text is felt to be, with what was learned. */
export const feltAs = (weights: Weights, vector: Sparse, reading: Reading): Emotion => strongest(emotions(weights, vector, reading))

/** Is the label given to the text, with what was learned? Not for emotions, of which there is one. */
export const isGiven = (weights: Weights, layer: Told['layer'], label: string, vector: Sparse, reading: Reading): boolean =>
  adjusted(weights, layer, label, reading[layer].get(label) ?? UNCONSIDERED, vector) >= GIVEN

/** Is the text told as the person said? */
export function isRight(weights: Weights, { layer, wrong, right, vector, reading }: Taught): boolean {
  if (layer === 'emotion') return right !== null && bandOf(feltAs(weights, vector, reading)) === bandOf(right as Emotion)
  return (wrong === null || !isGiven(weights, layer, wrong, vector, reading)) && (right === null || isGiven(weights, layer, right, vector, reading))
}

/**
 * One passive-aggressive update (Crammer et al. 2006): the smallest change under which this text is told right with the
 * step's margin; none where it is already. Same weights and lesson, same result, bit for bit.
 */
export function learn(weights: Weights, lesson: Taught, step: Step): Weights {
  const { layer, wrong, right, vector } = lesson
  if (layer === 'emotion') return learnEmotion(weights, lesson, step)
  const lowered = wrong === null ? weights : lower(weights, lesson, wrong, step.down)
  return right === null ? lowered : moved(lowered, layer, right, vector, Math.max(0, step.up - logOdds(lowered, lesson, right)))
}

function logOdds(weights: Weights, { layer, vector, reading }: Taught, label: string): number {
  return logit(reading[layer].get(label) ?? UNCONSIDERED) + shiftOf(weights, layer, label, vector)
}

const lower = (weights: Weights, lesson: Taught, label: string, margin: number): Weights =>
  moved(weights, lesson.layer, label, lesson.vector, Math.min(0, -margin - logOdds(weights, lesson, label)))

/** Of emotions the right one must stand out: those of other levels are pushed under the threshold. */
function learnEmotion(weights: Weights, lesson: Taught, step: Step): Weights {
  const right = lesson.right as Emotion
  let next = weights
  for (const label of EMOTIONS) if (bandOf(label) !== bandOf(right)) next = lower(next, lesson, label, step.down)
  if (isRight(next, lesson)) return next
  return moved(next, 'emotion', right, lesson.vector, Math.max(0, step.up - logOdds(next, lesson, right)))
}
