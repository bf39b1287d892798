import type { Draft, Finding } from '../../../../src-shared/domain/draft.ts'

/** The text that the guard looked at, with what it found there. */
export type Checked = Pick<Draft, 'id' | 'text' | 'findings'> & { /** A person asked for the look: it is of their own words, not of a draft. */ asked?: boolean }

/** A finding where its words stand now. Offsets are code points of the shown text, end exclusive. */
export interface Placed {
  finding: Finding
  start: number
  end: number
}

/** So many code points on either side tell whether these are the same words. */
const AROUND = 8

/** How many code points are the same, going out from the two places; meeting both ends counts as one. */
function sameAround(a: readonly string[], b: readonly string[], from: { a: number; b: number }, step: 1 | -1): number {
  for (let n = 0; n < AROUND; n++) {
    const left = a[from.a + n * step]
    if (left !== b[from.b + n * step]) return n
    if (left === undefined) return n + 1
  }
  return AROUND
}

function startsOf(points: readonly string[], words: readonly string[]): number[] {
  const found: number[] = []
  for (let at = 0; at + words.length <= points.length; at++) if (words.every((w, i) => points[at + i] === w)) found.push(at)
  return found
}

/**
 * Where the findings of a draft stand in what the field shows. Once the agent edited, a finding stays on its words as long
 * as something beside them is as it was in the draft; the same number elsewhere is another statement, and not marked.
 */
export function placeFindings(shown: string, { text, findings }: Pick<Checked, 'text' | 'findings'>): Placed[] {
  const points = [...shown]
  const draft = [...text]
  const taken = new Set<number>()
  return findings.flatMap((finding) => {
    const words = [...finding.text]
    if (words.length === 0) return []
    const score = (at: number) =>
      sameAround(points, draft, { a: at - 1, b: finding.start - 1 }, -1) + sameAround(points, draft, { a: at + words.length, b: finding.end }, 1)
    const places = startsOf(points, words).filter((at) => !taken.has(at) && score(at) > 0)
    const [best] = places.sort((a, b) => score(b) - score(a) || Math.abs(a - finding.start) - Math.abs(b - finding.start))
    if (best === undefined) return []
    taken.add(best)
    return [{ finding, start: best, end: best + words.length }]
  }).sort((a, b) => a.start - b.start)
}
