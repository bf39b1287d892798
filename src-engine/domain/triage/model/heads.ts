import type { Hit } from '../scan.ts'
import { alongCurve } from './calibrate.ts'
import { parseWordClasses } from './classes.ts'
import { featuresOf, type Reading } from './features.ts'
import { LABEL_COUNT, LAYER_NAMES, LAYERS, parseTriageModel, type Header, type Layer } from './format.ts'
import { createFound } from './grams.ts'
import { runsOf } from './spans.ts'
import { createVectoriser } from './vectors.ts'

export type { Reading } from './features.ts'

/** What the learned heads say of one message: calibrated probabilities in the order of the closed lists; emotions sum to 1. */
export interface Judged {
  readonly topics: Float64Array
  readonly acts: Float64Array
  readonly marks: Float64Array
  readonly emotion: Float64Array
  /** Confidence from which each label is given, in the same order. */
  readonly thresholds: Readonly<Record<Layer, readonly number[]>>
  /** Places of the message that carried a label, in units of the normalised text; none where our own line or the shape did. */
  readonly spans: (layer: Layer, label: number) => Hit[]
}
export type Heads = (reading: Reading) => Judged

const OFFSETS: Record<Layer, number> = { topics: 0, acts: 0, marks: 0, emotion: 0 }
for (let i = 1; i < LAYER_NAMES.length; i++) {
  const [last, name] = [LAYER_NAMES[i - 1] ?? 'topics', LAYER_NAMES[i] ?? 'topics']
  OFFSETS[name] = OFFSETS[last] + LAYERS[last].length
}

/** Softmax over the emotions' log-odds. */
function shares(logits: Float64Array): Float64Array {
  const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = logits.map((one) => Math.exp(one - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((one) => one / total)
}
const part = <T>(list: readonly T[], layer: Layer): T[] => list.slice(OFFSETS[layer], OFFSETS[layer] + LAYERS[layer].length)
const thresholdsOf = ({ thresholds: all }: Header): Judged['thresholds'] => (
  { topics: part(all, 'topics'), acts: part(all, 'acts'), marks: part(all, 'marks'), emotion: part(all, 'emotion') })
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** Probabilities of all layers from raw scores. */
function calibrated(scores: Float64Array, { calibration, curves }: Pick<Header, 'calibration' | 'curves'>): Omit<Judged, 'spans' | 'thresholds'> {
  const logits = scores.map((score, label) => (calibration[label]?.[0] ?? 1) * score + (calibration[label]?.[1] ?? 0))
  const of = (layer: Layer): Float64Array => logits.subarray(OFFSETS[layer], OFFSETS[layer] + LAYERS[layer].length)
  const sure = (layer: keyof Header['curves']): Float64Array => of(layer).map((logit) => alongCurve(curves[layer], sigmoid(logit)))
  return { topics: sure('topics'), acts: sure('acts'), marks: sure('marks'), emotion: shares(of('emotion')) }
}

/** What raw scores say, without the places that carried it: cross-validation has the scores alone. */
export const judgedFrom = (scores: Float64Array, header: Header): Judged => (
  { ...calibrated(scores, header), thresholds: thresholdsOf(header), spans: () => [] })

/**
 * The learned heads of a model file (`resources/models/triage.bin`). Same reading, same numbers.
 * @throws Error with one sentence for a file that is none, damaged, or made for other labels
 */
export function createHeads(bytes: Uint8Array): Heads {
  const { header, vocabulary, scales, biases, weights } = parseTriageModel(bytes)
  const found = createFound()
  const classes = parseWordClasses(header.classes)
  const vectorise = createVectoriser(vocabulary, header.groupWeights)
  const thresholds = thresholdsOf(header)
  return (reading) => {
    featuresOf(reading, classes, found)
    const vector = vectorise(found)
    const scores = Float64Array.from(biases)
    for (let i = 0; i < vector.count; i++) {
      const place = vector.places[i] ?? 0
      if (place >= header.rows) continue
      const value = (vector.values[i] ?? 0) * (scales[place] ?? 0)
      const row = place * LABEL_COUNT
      for (let label = 0; label < LABEL_COUNT; label++) scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0)
    }
    const count = vector.count
    const [places, values, from, to] = [vector.places.slice(0, count), vector.values.slice(0, count), vector.from.slice(0, count), vector.to.slice(0, count)]
    const spans = (layer: Layer, label: number): Hit[] => {
      const worth = new Float64Array(reading.text.length)
      for (let i = 0; i < count; i++) {
        const [start, end, place] = [from[i] ?? 0, to[i] ?? 0, places[i] ?? 0]
        if (end <= start || place >= header.rows) continue
        const share = ((values[i] ?? 0) * (scales[place] ?? 0) * (weights[place * LABEL_COUNT + OFFSETS[layer] + label] ?? 0)) / (end - start)
        for (let at = start; at < end; at++) worth[at] = (worth[at] ?? 0) + share
      }
      return runsOf(reading.text, worth)
    }
    return { ...calibrated(scores, header), thresholds, spans }
  }
}
