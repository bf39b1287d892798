import type { Span } from '../../../src-shared/contract/found.ts'
import { segments } from '../conversation/segments.ts'

/** A text with the places that answer the query; drawn as text. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return <>{segments(text, spans.map((span) => ({ ...span, kind: 'hit' as const, note: '' }))).map((piece, at) => (piece.marks.length > 0 ? <mark key={at}>{piece.text}</mark> : piece.text))}</>
}
