import { rowsOf, type Header, type MeaningTable } from '../../domain/classify/meaning.ts'
import { seeded } from '../../domain/classify/seeded.ts'
import { along, mainDirections } from './directions.ts'

/** A text and where a teacher says it points. */
export interface Lesson {
  text: string
  vector: Float32Array
}

const ROUNDS = 10
const RATE = 0.1
/** Words as rare as this share of all words weigh half of what the rarest weigh (Arora et al. 2017, smooth inverse frequency). */
const RARE = 1e-3
const START_SQUARE = 1e-3

/**
 * A table whose sums point where the teacher's sentences point: every row is moved along the slope of the cosine, by steps that
 * shrink with what the row has been moved already (Adagrad).
 * @param words with what the teacher says of each alone, which is where their rows begin
 * @returns the table, and the mean cosine with the teacher in the last round
 */
export function distil(words: readonly Lesson[], sentences: readonly Lesson[], shape: Pick<Header, 'neighbours' | 'pieces' | 'size'>, seed: number): { table: MeaningTable; cosine: number } {
  const header: Header = { words: words.length, ...shape }
  const { size } = header
  const lessons = [...words, ...sentences]
  const directions = mainDirections(lessons.map(({ vector }) => vector), size, seed)
  const goals = lessons.map(({ vector }) => along(directions, vector))
  const places = new Map(words.map(({ text }, place) => [text, place]))
  const rows = lessons.map(({ text }) => Int32Array.from(rowsOf(text, places, header).rows))
  const values = new Float32Array((header.words + header.neighbours + header.pieces) * size)
  for (const [word, weight] of rarity(rows.slice(words.length), words.length).entries()) values.set(goals[word]?.map((value) => value * weight) ?? [], word * size)
  const cosine = descend(values, rows, goals, size, seed)
  return { table: { header, words: words.map(({ text }) => text), ...bytesOf(values, size) }, cosine }
}

function rarity(sentences: readonly Int32Array[], words: number): number[] {
  const times = new Int32Array(words)
  let all = 0
  for (const rows of sentences) {
    for (const row of rows) {
      if (row >= words) continue
      times[row] = (times[row] ?? 0) + 1
      all++
    }
  }
  return Array.from(times, (n) => RARE / (RARE + n / Math.max(1, all)))
}

function descend(values: Float32Array, rows: readonly Int32Array[], goals: readonly Float32Array[], size: number, seed: number): number {
  const below = seeded(seed)
  const moved = new Float32Array(values.length / size).fill(START_SQUARE)
  const order = Int32Array.from(rows.keys())
  const [sum, slope] = [new Float32Array(size), new Float32Array(size)]
  let mean = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1)
      const held = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = held
    }
    mean = 0
    for (const n of order) {
      const own = rows[n]
      const goal = goals[n]
      if (!own || !goal || own.length === 0) continue
      const cosine = towards(goal, own, values, sum, slope)
      mean += cosine / order.length
      move(values, own, slope, moved, RATE * (1 - round / ROUNDS))
    }
  }
  return mean
}

/** Fills `slope` with the way the sum of the rows has to go. @returns its cosine with the goal */
function towards(goal: Float32Array, own: Int32Array, values: Float32Array, sum: Float32Array, slope: Float32Array): number {
  const size = sum.length
  sum.fill(0)
  for (const row of own) for (let k = 0, at = row * size; k < size; k++, at++) sum[k] = (sum[k] ?? 0) + (values[at] ?? 0)
  let [square, product] = [0, 0]
  for (let k = 0; k < size; k++) {
    square += (sum[k] ?? 0) ** 2
    product += (sum[k] ?? 0) * (goal[k] ?? 0)
  }
  const length = Math.sqrt(square) || 1
  const cosine = product / length
  for (let k = 0; k < size; k++) slope[k] = (goal[k] ?? 0) - (cosine * (sum[k] ?? 0)) / length
  return cosine
}

function move(values: Float32Array, own: Int32Array, slope: Float32Array, moved: Float32Array, rate: number): void {
  const size = slope.length
  let square = 0
  for (const value of slope) square += value * value
  for (const row of own) {
    const before = (moved[row] = (moved[row] ?? 0) + square)
    const by = rate / Math.sqrt(before)
    for (let k = 0, at = row * size; k < size; k++, at++) values[at] = (values[at] ?? 0) + by * (slope[k] ?? 0)
  }
}

/** One scale a row: its largest value is 127. */
function bytesOf(values: Float32Array, size: number): Pick<MeaningTable, 'scales' | 'values'> {
  const scales = new Float32Array(values.length / size)
  const bytes = new Int8Array(values.length)
  for (let row = 0; row < scales.length; row++) {
    let largest = 0
    for (let at = row * size; at < (row + 1) * size; at++) largest = Math.max(largest, Math.abs(values[at] ?? 0))
    const scale = Math.fround(largest / 127) || 1
    scales[row] = scale
    for (let at = row * size; at < (row + 1) * size; at++) bytes[at] = Math.round((values[at] ?? 0) / scale)
  }
  return { scales, values: bytes }
}
