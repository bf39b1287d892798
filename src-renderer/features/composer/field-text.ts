import type { Finding } from '../../../src-shared/domain/draft.ts'
import { gapsIn, type PhraseVariable } from '../../../src-shared/domain/phrase-gaps.ts'
import { segments, type Mark, type Segment } from '../conversation/segments.ts'
import type { Placed } from './guard/place.ts'

/** The guard's findings as marks on what the field shows. */
export function findingMarks(placed: readonly Placed[], note: (finding: Finding) => string): Mark[] {
  return placed.map(({ finding, start, end }) => ({ start, end, kind: 'finding', note: note(finding), grave: finding.severity === 'error' }))
}

/** Variables of a phrase that nobody has filled yet, as marks. */
export function gapMarks(text: string, note: (name: PhraseVariable) => string): Mark[] {
  return gapsIn(text).map(({ name, start, end }) => {
    const from = [...text.slice(0, start)].length
    return { start: from, end: from + end - start, kind: 'finding', note: note(name) }
  })
}

/** Pieces of the field's text and then of the ghost, each with its marks; the two never share a piece. */
export function fieldPieces(text: string, ghost: string, marks: readonly Mark[]): { text: Segment[]; ghost: Segment[] } {
  const length = [...text].length
  const shifted = marks.map((m) => ({ ...m, start: Math.max(0, m.start - length), end: m.end - length })).filter((m) => m.end > 0)
  return { text: segments(text, marks), ghost: segments(ghost, shifted) }
}
