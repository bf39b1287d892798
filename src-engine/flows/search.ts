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
      if (wanted.every((c, k) => points[i + k] === c)) spans.push({ start: i, end: i + wanted.length })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** Messages of this desk that hold all words of the query, newest first. */
export function searchMessages(engine: Engine, query: string, limit: number): SearchHit[] {
  return engine.store.messages.search(query, limit).map(({ message }) => {
    const points = [...message.text]
    const first = spansOf(message.text, query)[0]?.start ?? 0
    const from = Math.max(0, first - AROUND)
    const text = points.slice(from, first + AROUND * 2).join('')
    return {
      conversationId: message.conversationId, messageId: message.id, at: message.at, by: message.author.kind === 'customer' ? ('customer' as const) : ('desk' as const), text, spans: spansOf(text, query),
      displayName: engine.store.conversations.get(message.conversationId)?.conversation.displayName ?? '',
    }
  })
}
