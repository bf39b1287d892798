import { isRight, type Told } from './told.ts'

export interface Confusion {
  /** Rows and columns of the matrix; null stands for "none" and comes last, where it occurs. */
  labels: (string | null)[]
  /** `matrix[expected][told]`: number of lines. */
  matrix: number[][]
}

export interface ConfusedPair {
  expected: string | null
  told: string | null
  count: number
  /** Share of the lines with the expected label that went this way, 0..1. */
  share: number
}

const byName = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

/** Which label was told for which; all labels that were expected or told. */
export function confusionOf(lines: readonly Told[]): Confusion {
  const labels = [...new Set(lines.flatMap(({ expected, label }) => [expected, label]))].sort(byName)
  const at = new Map(labels.map((label, place) => [label, place]))
  const matrix = labels.map(() => labels.map(() => 0))
  for (const { expected, label } of lines) {
    const row = matrix[at.get(expected) ?? -1]
    const column = at.get(label)
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1
  }
  return { labels, matrix }
}

/** The pairs that are mixed up most often, at most `most` of them. */
export function topConfusions(lines: readonly Told[], most: number): ConfusedPair[] {
  const support = new Map<string | null, number>()
  const pairs = new Map<string, ConfusedPair>()
  for (const line of lines) {
    support.set(line.expected, (support.get(line.expected) ?? 0) + 1)
    if (isRight(line)) continue
    const key = JSON.stringify([line.expected, line.label])
    const pair = pairs.get(key) ?? { expected: line.expected, told: line.label, count: 0, share: 0 }
    pairs.set(key, { ...pair, count: pair.count + 1 })
  }
  return [...pairs.values()].map((pair) => ({ ...pair, share: pair.count / (support.get(pair.expected) ?? 1) }))
    .sort((a, b) => b.count - a.count || b.share - a.share || byName(a.expected, b.expected) || byName(a.told, b.told)).slice(0, most)
}

/** The same matrix with labels put together. @param groupOf a label's group; null stays null */
export function foldConfusion({ labels, matrix }: Confusion, groupOf: (label: string) => string): Confusion {
  const groups = labels.map((label) => (label === null ? null : groupOf(label)))
  const kept = [...new Set(groups)].sort(byName)
  const at = new Map(kept.map((group, place) => [group, place]))
  const folded = kept.map(() => kept.map(() => 0))
  for (const [i, row] of matrix.entries()) {
    for (const [j, n] of row.entries()) {
      const to = folded[at.get(groups[i] ?? null) ?? -1]
      const column = at.get(groups[j] ?? null)
      if (to !== undefined && column !== undefined) to[column] = (to[column] ?? 0) + n
    }
  }
  return { labels: kept, matrix: folded }
}

/**
 * The part of a large matrix that is worth a look: the labels that are mixed up most, and '' for all others together.
 * @param most rows and columns, "none" and the others included; a matrix that is small enough stays as it is
 */
export function confusedPart(confusion: Confusion, most: number): Confusion {
  const { labels, matrix } = confusion
  if (labels.length <= most) return confusion
  const wrong = labels.map((label, i) => ({ label, wrong: matrix.reduce((sum, row, j) => sum + (i === j ? 0 : (row[i] ?? 0) + (matrix[i]?.[j] ?? 0)), 0) }))
  const kept = new Set(wrong.toSorted((a, b) => b.wrong - a.wrong || byName(a.label, b.label)).flatMap(({ label }) => label ?? []).slice(0, most - 2))
  const { labels: folded, matrix: small } = foldConfusion(confusion, (label) => (kept.has(label) ? label : ''))
  // The others come after the labels that have a name, before "none".
  const order = folded.map((_, i) => i).sort((a, b) => rank(folded[a]) - rank(folded[b]))
  return { labels: order.map((i) => folded[i] ?? null), matrix: order.map((i) => order.map((j) => small[i]?.[j] ?? 0)) }
}

const rank = (label: string | null | undefined): number => (label === '' ? 1 : typeof label === 'string' ? 0 : 2)
