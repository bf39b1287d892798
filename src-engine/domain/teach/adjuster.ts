import type { Layer, Told } from '../../../src-shared/domain/teaching.ts'
import { UNCONSIDERED } from './reading.ts'
import type { Sparse, ToVector } from './vectors.ts'
import { shiftOf, type Weights } from './weights.ts'

/**
 * What triage asks after its own reading of one message. Per layer and label: confidence 0..1 in, confidence out.
 * `labels`: those of which it knows something; triage asks about them even where it did not consider them itself.
 */
export interface Adjusted {
  labels(layer: Layer): readonly string[]
  confidence(layer: Layer, label: string, confidence: number): number
}
/** The seam into triage. null: nothing was taught, nothing changes. */
export type Adjuster = (text: string) => Adjusted | null

const MOST_SURE = 1 - UNCONSIDERED
const NONE: readonly string[] = []

/** Log-odds of a confidence, which is held within 0.02 and 0.98: nobody is surer than that. */
export function logit(confidence: number): number {
  const held = Math.min(MOST_SURE, Math.max(UNCONSIDERED, confidence))
  return Math.log(held / (1 - held))
}

/** Adds what was learned to one label's confidence; a label of which nothing was learned keeps its own to the last bit. */
export function adjusted(weights: Weights, layer: Layer, label: string, confidence: number, vector: Sparse): number {
  const shift = shiftOf(weights, layer, label, vector)
  return shift === 0 ? confidence : 1 / (1 + Math.exp(-(logit(confidence) + shift)))
}

/** Makes the seam from what was learned. */
export function createAdjuster(weights: Weights, toVector: ToVector): Adjuster {
  const known: Readonly<Record<Layer, readonly string[]>> = {
    topic: [...weights.topic.keys()], own: [...weights.own.keys()], act: [...weights.act.keys()], mark: [...weights.mark.keys()], emotion: [...weights.emotion.keys()],
  }
  if (Object.values(known).every((labels) => labels.length === 0)) return () => null
  return (text) => {
    const vector = toVector(text)
    return { labels: (layer) => known[layer], confidence: (layer, label, confidence) => adjusted(weights, layer, label, confidence, vector) }
  }
}

/** What a person said of this very message holds, whatever was learned. @param told oldest first; a later word counts */
export function asTold(told: readonly Told[]): Adjusted {
  const known = new Map<string, Map<string, number>>()
  for (const { layer, wrong, right } of told) {
    // An emotion takes the place of every other.
    const of = layer === 'emotion' ? new Map<string, number>() : (known.get(layer) ?? new Map<string, number>())
    if (wrong !== null) of.set(wrong, 0)
    if (right !== null) of.set(right, 1)
    known.set(layer, of)
  }
  return {
    labels: (layer) => [...(known.get(layer)?.keys() ?? NONE)],
    confidence: (layer, label, confidence) => known.get(layer)?.get(label) ?? (layer === 'emotion' && known.has(layer) ? Math.min(confidence, GIVEN_ELSEWHERE) : confidence),
  }
}
/** What another emotion may be worth where a person has named one. */
const GIVEN_ELSEWHERE = 0.4
