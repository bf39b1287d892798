import { EMOTION_LEVEL, EMOTIONS, type Emotion } from '../../../src-shared/domain/triage.ts'
import type { Layer } from '../../../src-shared/domain/teaching.ts'
import type { Feeling } from '../triage/emotion.ts'
import { round, type Scored } from '../triage/scan.ts'
import type { Adjusted } from './adjuster.ts'
import { bandOf, feelings, given, GIVEN, strongest, UNCONSIDERED } from './reading.ts'

/**
 * A layer after what was taught: labels under the threshold go; one that comes has no place in the text to show. A label of
 * which nothing was taught stays as it is.
 * @param known the layer's closed list
 * @param most how many labels a message has at most
 * @param taught asked one after the other; the last one has the last word
 */
export function readjust<Label extends string>(found: readonly Scored<Label>[], layer: Layer, known: readonly Label[], most: number, taught: readonly Adjusted[]): Scored<Label>[] {
  const touched = new Set<string>(taught.flatMap((one) => one.labels(layer)))
  if (touched.size === 0) return [...found]
  const ask = (label: Label, confidence: number): number => taught.reduce((sure, one) => one.confidence(layer, label, sure), confidence)
  const here = new Set<string>(found.map(({ label }) => label))
  const kept = found.map((one) => (touched.has(one.label) ? { ...one, confidence: ask(one.label, given(one.confidence)) } : one))
  const come = known.filter((label) => touched.has(label) && !here.has(label)).map((label) => ({ label, confidence: ask(label, UNCONSIDERED), hits: [] }))
  return [...kept, ...come].filter(({ label, confidence }) => confidence >= GIVEN || !touched.has(label)).sort((a, b) => b.confidence - a.confidence).slice(0, most)
}

/** Anger of a message that is called angry by what was taught, at least, and of one that is called calmer, at most. */
const ANGRY = 0.75
const NOT_ANGRY = 0.3

/** The emotion after what was taught. Where it is no anger any more, the signs of anger are no evidence either. */
export function readjustFeeling(feeling: Feeling, taught: readonly Adjusted[]): Feeling {
  if (taught.every((one) => one.labels('emotion').length === 0)) return feeling
  const before = feelings(feeling.label, feeling.scores)
  const ask = (label: Emotion): number => taught.reduce((sure, one) => one.confidence('emotion', label, sure), before.get(label) ?? UNCONSIDERED)
  const after = new Map(EMOTIONS.map((label) => [label, ask(label)]))
  const label = strongest(after)
  if (label === feeling.label) return feeling
  const level = EMOTION_LEVEL[label]
  const scores = { ...feeling.scores }
  for (const [name, confidence] of after) scores[name] = round(confidence)
  return {
    ...feeling, label, level, scores, anger: level === 3 ? Math.max(ANGRY, feeling.anger) : Math.min(NOT_ANGRY, feeling.anger),
    cues: bandOf(label) < bandOf(feeling.label) ? feeling.cues.filter(({ why }) => !why.startsWith('anger.')) : feeling.cues,
  }
}
