import type { Lexicon } from '../triage/lexicon.ts'
import { platt } from '../triage/model/calibrate.ts'
import { trainMachine, type Sparse } from '../triage/model/machine.ts'
import { bestThreshold } from '../triage/model/thresholds.ts'
import { normalize } from '../triage/normalize.ts'
import { PLACES, placesOf } from './features.ts'
import { probabilityOf, quantise, scoreOf, type HeadModel } from './head.ts'

export interface FeelingLine {
  readonly text: string
  readonly positive: boolean
  /** Matter that it is about, where the data names one. */
  readonly part?: string
}
export interface FeelingOptions {
  readonly label: string
  /** Cost of a mistake on a text without the feeling, and on one with it. */
  readonly costOfFalse: number
  readonly costOfMiss: number
  readonly seed: number
}

const ROUNDS = 8
/** A feature of one text alone tells nothing of the next. */
const SEEN_AT_LEAST = 2

type Scale = (seen: number, positive: number, texts: number, positives: number) => number
/** Two ways to say how telling a feature is; the mean of the two machines beats either. */
const SCALES: readonly Scale[] = [
  (seen, _, texts) => Math.log(texts / seen) + 1,
  // Wang and Manning 2012: how much likelier the feature is on one side.
  (seen, positive, texts, positives) => Math.abs(Math.log(((positive + 1) / (positives + 1)) / ((seen - positive + 1) / (texts - positives + 1)))),
]

/** Scale of each place, 0 for those seen too seldom, brought to a mean square of 1 over the texts. */
function scalesOf(texts: readonly Int32Array[], isOf: Uint8Array, scale: Scale): Float32Array {
  const [seen, positive] = [new Float64Array(PLACES), new Float64Array(PLACES)]
  texts.forEach((places, n) => { for (const at of places) { seen[at] = (seen[at] ?? 0) + 1; positive[at] = (positive[at] ?? 0) + (isOf[n] ?? 0) } })
  const positives = isOf.reduce((sum, one) => sum + one, 0)
  const scales = Float32Array.from(seen, (count, at) => (count < SEEN_AT_LEAST ? 0 : scale(count, positive[at] ?? 0, texts.length, positives)))
  let [squares, count] = [0, 0]
  for (const places of texts) for (const at of places) { squares += (scales[at] ?? 0) ** 2; count++ }
  const unit = Math.sqrt(squares / Math.max(1, count)) || 1
  return scales.map((one) => one / unit)
}

function packed(texts: readonly Int32Array[], scales: Float32Array): Sparse {
  const starts = new Int32Array(texts.length + 1)
  texts.forEach((places, n) => { starts[n + 1] = (starts[n] ?? 0) + places.length })
  const places = new Int32Array(starts[texts.length] ?? 0)
  texts.forEach((own, n) => { places.set(own, starts[n]) })
  const values = new Float32Array(places.length)
  texts.forEach((own, n) => { own.forEach((at, i) => { values[(starts[n] ?? 0) + i] = (scales[at] ?? 0) / Math.sqrt(own.length) }) })
  return { starts, places, values }
}

/** The mean of the machines as one weight a place, since a text's features all carry the same value. */
function fit(texts: readonly Int32Array[], isOf: Uint8Array, { costOfFalse, costOfMiss, seed }: FeelingOptions): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(PLACES)
  let bias = 0
  for (const scale of SCALES) {
    const scales = scalesOf(texts, isOf, scale)
    const machine = trainMachine(packed(texts, scales), isOf, 1, PLACES, { costOfFalse, costOfMiss, rounds: ROUNDS, seed })
    machine.weights.forEach((one, at) => { weights[at] = (weights[at] ?? 0) + (one * (scales[at] ?? 0)) / SCALES.length })
    bias += (machine.biases[0] ?? 0) / SCALES.length
  }
  return { weights, bias }
}

/** Scores of texts by weights that have not read them. */
interface Unread { readonly scores: Float64Array; readonly isOf: Uint8Array }

const scoresOf = (texts: readonly Int32Array[], { weights, bias }: ReturnType<typeof fit>): Float64Array =>
  Float64Array.from(texts, (places) => scoreOf(places, (at) => weights[at] ?? 0, bias))

/** Each part is judged by weights that have read the other parts. */
function crossed(texts: readonly Int32Array[], isOf: Uint8Array, parts: readonly string[], options: FeelingOptions): Unread {
  const scores = new Float64Array(texts.length)
  for (const part of new Set(parts)) {
    const [own, others] = [[...texts.keys()].filter((n) => parts[n] === part), [...texts.keys()].filter((n) => parts[n] !== part)]
    const machine = fit(others.map((n) => texts[n] ?? new Int32Array()), Uint8Array.from(others, (n) => isOf[n] ?? 0), options)
    scoresOf(own.map((n) => texts[n] ?? new Int32Array()), machine).forEach((one, i) => { scores[own[i] ?? 0] = one })
  }
  return { scores, isOf }
}

/**
 * Trains one head; same lines and seed, same bytes. Calibration and threshold (best F1) come from texts that the weights have not read:
 * @param held a part kept for that, or `parts`: each part of the lines judged by what was learned of the others (a new matter is what a
 * head meets on a desk)
 */
export function trainHead(lines: readonly FeelingLine[], held: readonly FeelingLine[] | 'parts', lexicon: Lexicon, options: FeelingOptions): HeadModel {
  const read = (list: readonly FeelingLine[]): Int32Array[] => list.map(({ text }) => placesOf(normalize(text, lexicon.simplified).text, text))
  const sides = (list: readonly FeelingLine[]): Uint8Array => Uint8Array.from(list, ({ positive }) => (positive ? 1 : 0))
  const [texts, isOf] = [read(lines), sides(lines)]
  const machine = fit(texts, isOf, options)
  const unread = held === 'parts' ? crossed(texts, isOf, lines.map((one) => one.part ?? ''), options) : { scores: scoresOf(read(held), machine), isOf: sides(held) }
  const calibration = platt(unread.scores, unread.isOf)
  const threshold = bestThreshold(unread.scores.map((one) => probabilityOf(one, calibration)), unread.isOf)
  const { largest, bytes } = quantise(machine.weights)
  return { header: { label: options.label, largest, bias: machine.bias, calibration, threshold }, weights: bytes }
}
