import { bubbleSpans } from '../../../src-shared/domain/bubbles.ts'
import type { Mark } from './segments.ts'

/** What stands in one bubble; offsets of its marks are of its own text. */
export interface ShownPiece { text: string; marks: readonly Mark[] }

/** The bubbles in which a message is shown, at least one; several where it goes to the customer as several. */
export function shownPieces(text: string, marks: readonly Mark[], apart: boolean): ShownPiece[] {
  const spans = apart ? bubbleSpans(text) : []
  if (spans.length < 2) return [{ text, marks }]
  return spans.map((span) => {
    const piece = text.slice(span.start, span.end)
    const start = [...text.slice(0, span.start)].length
    const length = [...piece].length
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= start + length)
    return { text: piece, marks: inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })) }
  })
}
