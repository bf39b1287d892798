import type { SearchHit } from '../../src-shared/contract/desk.ts'
import type { Engine } from './context.ts'

/** Code points shown before and after the first hit. */
const AROUND = 40

/** Where the words of the query stand in the text, case folded, as code points. */
export function spansOf(text: string, query: string): { start: number; end: number }[] {
  const points = [...text].map((c) => c.toLowerCase())
  const spans: { start: number; end: number }[] = []
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const wanted = [...word]
    for (let i = 0; i + wanted.length <= points.length; i++) {
      if (points[i] === wanted[0] && wanted.every((c, k) => points[i + k] === c)) spans.push({ start: i, end: i + wanted.length })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** The text around the first hit, and the spans in it. */
function excerpt(text: string, query: string): Pick<SearchHit, 'text' | 'spans'> {
  const spans = spansOf(text, query)
  const first = spans[0]?.start ?? 0
  const from = Math.max(0, first - AROUND)
  const shown = [...text].slice(from, first + AROUND * 2)
  return { text: shown.join(''), spans: spans.map(({ start, end }) => ({ start: start - from, end: end - from })).filter(({ end }) => end <= shown.length) }
}

/** Messages and notes of this desk that hold all words of the query, newest first. */
export function searchMessages(engine: Engine, query: string, limit: number): SearchHit[] {
  const found = [
    ...engine.store.messages.search(query, limit).map(({ message }) => ({ ...message, by: message.author.kind === 'customer' ? ('customer' as const) : ('desk' as const) })),
    ...engine.store.notes.search(query, limit).map((note) => ({ ...note, by: 'note' as const })),
  ]
  return found.sort((a, b) => b.at - a.at).slice(0, limit).map(({ id, conversationId, at, by, text }) => (
    { conversationId, messageId: id, at, by, ...excerpt(text, query), displayName: engine.store.conversations.displayName(conversationId) ?? '' }
  ))
}
