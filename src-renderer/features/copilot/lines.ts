import type { CopilotFound, FoundPassage, NeighbourPassage, OrderHit, PastCase, PhraseFound } from '../../../src-shared/contract/copilot.ts'

/** A line under the box. */
export type Line =
  | { id: 'ask'; kind: 'ask' }
  | { id: string; kind: 'article'; passage: FoundPassage }
  /** Belongs to the article above it. */
  | { id: string; kind: 'beside'; passage: NeighbourPassage }
  | { id: string; kind: 'case'; past: PastCase }
  | { id: string; kind: 'phrase'; phrase: PhraseFound }
  | { id: string; kind: 'order'; order: OrderHit }
export type LineGroup = { kind: Exclude<Line['kind'], 'beside'>; lines: Line[] }

export const NOTHING: CopilotFound = { question: false, articles: [], beside: [], cases: [], phrases: [], orders: [] }

/** Groups in the order in which they are shown. Asking stands first where the words put a question, else last. */
export function groupsOf(found: CopilotFound, words: string): LineGroup[] {
  if (words.trim() === '') return []
  const ask: LineGroup = { kind: 'ask', lines: [{ id: 'ask', kind: 'ask' }] }
  const groups: LineGroup[] = [
    { kind: 'order', lines: found.orders.map((order) => ({ id: `order-${order.no}`, kind: 'order', order })) },
    { kind: 'article', lines: articleLines(found) },
    { kind: 'case', lines: found.cases.map((past) => ({ id: `case-${past.conversationId}`, kind: 'case', past })) },
    { kind: 'phrase', lines: found.phrases.map((phrase) => ({ id: `phrase-${phrase.id}`, kind: 'phrase', phrase })) },
  ]
  const filled = groups.filter(({ lines }) => lines.length > 0)
  return found.question ? [ask, ...filled] : [...filled, ask]
}

/** What belongs to the first article stands right under it. */
function articleLines({ articles, beside }: CopilotFound): Line[] {
  const [first, ...others] = articles.map((passage): Line => ({ id: `article-${passage.article.id}`, kind: 'article', passage }))
  return first ? [first, ...beside.map((passage): Line => ({ id: `beside-${passage.article.id}`, kind: 'beside', passage })), ...others] : []
}

export const linesOf = (groups: readonly LineGroup[]): Line[] => groups.flatMap(({ lines }) => lines)

/** The line that is chosen: the one stepped to while it is there, else the first. */
export function chosenOf(lines: readonly Line[], id: string | null): Line | null {
  return lines.find((line) => line.id === id) ?? lines[0] ?? null
}

/** The line below or above, round the ends. */
export function stepFrom(lines: readonly Line[], id: string | null, by: 1 | -1): string | null {
  if (lines.length === 0) return null
  const at = lines.findIndex((line) => line.id === id)
  return lines[(at + by + lines.length) % lines.length]?.id ?? null
}

/** What of a line goes into a reply; null: nothing may. */
export function insertOf(line: Line): string | null {
  switch (line.kind) {
    case 'ask': return null
    case 'article': case 'beside': return line.passage.insert
    case 'case': return line.past.insert === '' ? null : line.past.insert
    case 'phrase': return line.phrase.text
    case 'order': return line.order.own ? line.order.no : null
  }
}
