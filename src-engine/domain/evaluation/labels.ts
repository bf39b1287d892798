import { f1 } from './f1.ts'
import { bootstrap } from './interval.ts'
import type { Estimated, Told } from './told.ts'

export interface LabelFigures {
  label: string
  /** Share of the lines told so that are so; null where none was told so. */
  precision: number | null
  recall: number
  /** Harmonic mean of the two; 0 where nothing was told right. */
  f1: number
  /** Lines that a person gave this label. */
  support: number
}

interface Counts {
  right: Int32Array
  told: Int32Array
  expected: Int32Array
}

/** The labels that people gave, sorted. */
export const labelsOf = (lines: readonly Told[]): string[] => [...new Set(lines.flatMap(({ expected }) => expected ?? []))].sort()

/** Counts by label, each line as often as it was drawn. @param at places of the labels */
function count(places: readonly { expected: number; label: number }[], size: number, drawn?: Int32Array): Counts {
  const counts: Counts = { right: new Int32Array(size), told: new Int32Array(size), expected: new Int32Array(size) }
  const add = (to: Int32Array, place: number, times: number): void => {
    if (place >= 0) to[place] = (to[place] ?? 0) + times
  }
  for (const [i, { expected, label }] of places.entries()) {
    const times = drawn ? drawn[i] ?? 0 : 1
    add(counts.expected, expected, times)
    add(counts.told, label, times)
    if (expected === label) add(counts.right, label, times)
  }
  return counts
}

/**
 * Precision, recall and F1 of each label that people gave, most frequent first; and the mean of the F1 (macro-F1) with its
 * interval. "None" is no label here: it has figures of its own (out-of-scope.ts).
 */
export function labelFigures(lines: readonly Told[]): { labels: LabelFigures[]; macroF1: Estimated | null } {
  const labels = labelsOf(lines)
  if (labels.length === 0) return { labels: [], macroF1: null }
  const at = new Map(labels.map((label, place) => [label, place]))
  const place = (label: string | null): number => (label === null ? -1 : at.get(label) ?? -1)
  const places = lines.map(({ expected, label }) => ({ expected: place(expected), label: place(label) }))
  const counts = count(places, labels.length)
  const figures = labels.map((label, i): LabelFigures => {
    const [right, told, support] = [counts.right[i] ?? 0, counts.told[i] ?? 0, counts.expected[i] ?? 0]
    return { label, precision: told === 0 ? null : right / told, recall: right / support, f1: f1(right, told, support), support }
  })
  const macro = (drawn: Int32Array): number => {
    const { right, told, expected } = count(places, labels.length, drawn)
    let [sum, seen] = [0, 0]
    for (let i = 0; i < labels.length; i++) {
      // A label that the sample does not hold has no recall there.
      if ((expected[i] ?? 0) === 0) continue
      sum += f1(right[i] ?? 0, told[i] ?? 0, expected[i] ?? 0)
      seen += 1
    }
    return sum / Math.max(1, seen)
  }
  const mean = figures.reduce((sum, one) => sum + one.f1, 0) / figures.length
  return { labels: figures.sort((a, b) => b.support - a.support || (a.label < b.label ? -1 : 1)), macroF1: bootstrap(lines.length, macro, mean) }
}
