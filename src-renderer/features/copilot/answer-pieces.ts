import type { CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import { answerPieces } from '../../../src-shared/domain/copilot-text.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { segments, type Mark } from '../conversation/segments.ts'

/** A piece of an answer as it is drawn: a source's number, or words, with what the guard found in them. */
export interface Drawn { text: string; n: number | null; finding: Finding | null }

/** Cuts an answer at its numbers and at what is marked. `open`: the numbers that lead somewhere. */
export function drawnPieces(turn: Pick<CopilotTurn, 'text' | 'findings'>, open: ReadonlySet<number>): Drawn[] {
  return answerPieces(turn.text).flatMap(({ text, start, n }): Drawn[] => {
    if (n !== null) return [{ text, n: open.has(n) ? n : null, finding: null }]
    const length = [...text].length
    const inside = turn.findings.filter((finding) => finding.start < start + length && finding.end > start)
    const marks: Mark[] = inside.map((finding) => ({ start: Math.max(0, finding.start - start), end: Math.min(length, finding.end - start), kind: 'finding', note: '', grave: finding.severity === 'error' }))
    return segments(text, marks).map((piece) => ({ text: piece.text, n: null, finding: inside[marks.indexOf(piece.marks[0] as Mark)] ?? null }))
  })
}
