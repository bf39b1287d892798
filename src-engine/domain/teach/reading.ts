import { EMOTION_LEVEL, EMOTIONS, type Emotion, type Verdict } from '../../../src-shared/domain/triage.ts'
import type { Layer } from '../../../src-shared/domain/teaching.ts'

/** Confidence 0..1 of the labels of each layer that were considered at all. */
export type Reading = Readonly<Record<Layer, ReadonlyMap<string, number>>>

/** A label that was not considered counts as so sure. */
export const UNCONSIDERED = 0.02
/** From here on a label is given by what was taught. */
export const GIVEN = 0.5
/** The emotion that was chosen counts as at least so sure, whatever its score. */
const CHOSEN = 0.6

/** The confidence of a label that triage gave, by whatever threshold of its own. */
export const given = (confidence: number): number => Math.max(GIVEN, confidence)

/** Confidence of each emotion: the one chosen, and how near the others came. */
export function feelings(label: Emotion, scores: Readonly<Record<string, number>>): Map<Emotion, number> {
  const near = EMOTIONS.flatMap((one): [Emotion, number][] => (scores[one] === undefined ? [] : [[one, scores[one]]]))
  return new Map([...near, [label, Math.max(CHOSEN, scores[label] ?? 0)]])
}

/** What a verdict says, layer by layer. */
export function readingOf({ topics, own = [], acts, marks, emotion }: Verdict): Reading {
  const of = (found: readonly { label: string; confidence: number }[]) => new Map(found.map(({ label, confidence }) => [label, given(confidence)]))
  return { topic: of(topics), own: of(own), act: of(acts), mark: of(marks), emotion: feelings(emotion.label, emotion.scores) }
}

/** The shown level of an emotion: calm and uneasy look alike. */
export const bandOf = (emotion: Emotion): number => Math.max(1, EMOTION_LEVEL[emotion])

/** The emotion that stands out; among equals the one that was named first. */
export function strongest(confidences: ReadonlyMap<Emotion, number>): Emotion {
  let best: Emotion = 'calm'
  let most = -1
  for (const [label, confidence] of confidences) if (confidence > most) [best, most] = [label, confidence]
  return best
}
