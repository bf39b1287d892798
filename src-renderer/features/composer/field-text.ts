import type { Finding } from '../../../src-shared/domain/draft.ts'
import { gapsIn, type PhraseVariable } from '../../../src-shared/domain/phrase-gaps.ts'
import { segments, type Mark, type Segment } from '../conversation/segments.ts'

/**
 * The guard's findings as marks on what the field shows. Offsets are code points of the draft; once the agent edited,
 * a finding is shown where its words still stand, and not at all when they are gone.
 */
export function findingMarks(shown: string, findings: readonly Finding[], note: (finding: Finding) => string): Mark[] {
  const points = [...shown]
  const marks: Mark[] = []
  for (const finding of findings) {
    let { start, end } = finding
    if (points.slice(start, end).join('') !== finding.text) {
      const at = finding.text === '' ? -1 : shown.indexOf(finding.text)
      if (at < 0) continue
      start = [...shown.slice(0, at)].length
      end = start + [...finding.text].length
    }
    marks.push({ start, end, kind: 'finding', note: note(finding) })
  }
  return marks
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
