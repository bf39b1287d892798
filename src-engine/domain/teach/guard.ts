import { z } from 'zod'
import { ACTS, EMOTIONS, MARKS, TOPICS, type Emotion, type Verdict } from '../../../src-shared/domain/triage.ts'
import { LAYERS, type Layer, type Refusal } from '../../../src-shared/domain/teaching.ts'
import { feltAs, isGiven, isRight, type Taught } from './learn.ts'
import { bandOf, readingOf, type Reading } from './reading.ts'
import type { Sparse, ToVector } from './vectors.ts'
import { NOTHING_LEARNED, type Weights } from './weights.ts'

const Line = z.strictObject({
  text: z.string().min(1),
  topics: z.array(z.enum(TOPICS)).default([]), acts: z.array(z.enum(ACTS)).default([]), marks: z.array(z.enum(MARKS)).default([]),
  emotion: z.enum(EMOTIONS).default('calm'),
})
/** A message that every desk must understand, and how. */
export type GuardLine = z.infer<typeof Line>

/** Reads `guard-set.jsonl`. @throws ZodError or SyntaxError when a line is none */
export const parseGuardLines = (text: string): GuardLine[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => Line.parse(JSON.parse(line)))

/** A guard line that is ready to be scored again and again: what triage says of it by itself does not change. */
export interface Guarded {
  text: string
  vector: Sparse
  reading: Reading
  expected: GuardLine
  /** Layers that triage tells right by itself; only these can turn wrong. */
  held: readonly Layer[]
}

const CLOSED = { topic: 'topics', act: 'acts', mark: 'marks' } as const

export function prepare(line: GuardLine, verdict: Verdict, toVector: ToVector): Guarded {
  const guarded: Guarded = { text: line.text, vector: toVector(line.text), reading: readingOf(verdict), expected: line, held: [] }
  return { ...guarded, held: LAYERS.filter((layer) => layer !== 'own' && turnedWrong(NOTHING_LEARNED, guarded, layer) === null) }
}

/** The label of a layer that the line would wrongly get or lose; null: it is told right. */
function turnedWrong(weights: Weights, { vector, reading, expected }: Guarded, layer: Layer): string | null {
  if (layer === 'own') return null
  if (layer === 'emotion') {
    const felt: Emotion = feltAs(weights, vector, reading)
    return bandOf(felt) === bandOf(expected.emotion) ? null : felt
  }
  const wanted: readonly string[] = expected[CLOSED[layer]]
  // What would be lost is named before what would come in its place.
  const considered = new Set([...wanted, ...reading[layer].keys(), ...weights[layer].keys()])
  for (const label of considered) if (isGiven(weights, layer, label, vector, reading) !== wanted.includes(label)) return label
  return null
}

/** Of so many guard lines as many may turn wrong: 0.5 %. */
export const allowedOf = (lines: number): number => Math.floor(lines * 0.005)

/** Letters and digits alone: the same words, however they are set. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What would be taken wrongly that is told right without any lesson (guard lines), or that was taught.
 * @param text the lesson's own words: a guard line that says the same may not turn wrong, others as far as is allowed
 * @param earlier lessons that are right before these weights
 * @returns null where what worked goes on working
 */
export function broken(weights: Weights, text: string, guarded: readonly Guarded[], earlier: readonly Taught[]): Refusal | null {
  for (const lesson of earlier) {
    if (!isRight(weights, lesson)) {
      return { of: 'earlier', count: 1, layer: lesson.layer, label: lesson.right ?? lesson.wrong ?? '', example: lesson.text }
    }
  }
  const words = plain(text)
  const turned = guarded.flatMap((line): Refusal[] => {
    for (const layer of line.held) {
      const label = turnedWrong(weights, line, layer)
      if (label !== null) return [{ of: 'guard', count: 1, layer, label, example: line.text }]
    }
    return []
  })
  const first = turned.find(({ example }) => plain(example) === words) ?? (turned.length > allowedOf(guarded.length) ? turned[0] : undefined)
  return first ? { ...first, count: turned.length } : null
}
