import { MAX_BUBBLES } from '../../../src-shared/domain/bubbles.ts'

export { MAX_BUBBLES }
/** Longest bubble in code points: people here write short, and Chinese says more in less. */
const LONGEST = { dense: 60, loose: 160 } as const

/** Words of one line. `isQuote`: out of an article, of which the end may be left out. */
export interface Piece { text: string; isQuote: boolean }

const DENSE: ReadonlySet<string> = new Set(['zh', 'ja', 'ko'])
export const longestBubble = (language: string): number => (DENSE.has(language) ? LONGEST.dense : LONGEST.loose)

/** A mark with a sign right behind it lies within an address of the web or a figure, and ends nothing. */
const SENTENCE = /(?:[^。！？!?.;；\n]|[.](?!\s|$)|(?<=\d)\.|;(?!\s)|[!?](?=[\w=&/%#]))*(?:[。！？!?.;；\n]+[”"’）)]*\s*|$)/gu
const CLAUSE = /(?:[^，,]|,(?=\d))*(?:(?:，|,(?!\d))+\s*|$)/gu
/** Parts of a clause that is too long by itself. */
const PART = /(?:[^、：:]|:(?=[\d/]))*(?:(?:[、：]|:(?![\d/]))+\s*|$)/gu
const size = (text: string): number => [...text.trim()].length

/**
 * Brings a draft into at most three bubbles, each short, cut where sentences end. What is too much is left out of
 * quotations from their end; our own sentences are never dropped.
 */
export function intoBubbles(bubbles: readonly (readonly Piece[])[], language: string): string[] {
  const longest = longestBubble(language)
  const glue = DENSE.has(language) && language !== 'ko' ? '' : ' '
  let groups = bubbles.map((pieces) => pieces.flatMap(({ text, isQuote }) => sentencesOf(text, longest).map((sentence) => ({ text: sentence, isQuote })))).filter((group) => group.length > 0)
  for (;;) {
    const packed = merged(groups.flatMap((group) => pack(group, longest, glue)), longest, glue)
    if (packed.length <= MAX_BUBBLES) return packed
    const shorter = withoutLast(groups, DENSE.has(language) && language !== 'ko' ? '。' : '.')
    if (!shorter) return [...packed.slice(0, MAX_BUBBLES - 1), packed.slice(MAX_BUBBLES - 1).reduce((all, next) => joined(all, next, glue))]
    groups = shorter
  }
}

/** Whole sentences; one that is longer than a bubble in its clauses. */
function sentencesOf(text: string, longest: number): string[] {
  const sentences = [...text.matchAll(SENTENCE)].map(([sentence]) => sentence).filter((sentence) => sentence.trim() !== '')
  return sentences.flatMap((sentence) => (size(sentence) <= longest ? [sentence] : clauses(sentence, longest)))
}

function clauses(sentence: string, longest: number): string[] {
  const parts = (clause: string): string[] => (size(clause) <= longest ? [clause] : filled([...clause.matchAll(PART)].map(([part]) => part), longest))
  return filled([...sentence.matchAll(CLAUSE)].flatMap(([clause]) => parts(clause)), longest)
}

/** Neighbours put together as far as they fit. */
function filled(parts: readonly string[], longest: number): string[] {
  return parts.filter(Boolean).reduce<string[]>((found, part) => {
    const last = found.at(-1)
    return last !== undefined && size(last + part) <= longest ? [...found.slice(0, -1), last + part] : [...found, part]
  }, [])
}

function pack(group: readonly Piece[], longest: number, glue: string): string[] {
  return group.reduce<string[]>((found, { text }) => {
    const last = found.at(-1)
    if (last !== undefined && size(joined(last, text, glue)) <= longest) return [...found.slice(0, -1), joined(last, text, glue)]
    return [...found, text]
  }, []).map((text) => text.trim())
}

/** Two short neighbours are one, where three are too many. */
function merged(bubbles: readonly string[], longest: number, glue: string): string[] {
  const found = [...bubbles]
  while (found.length > MAX_BUBBLES) {
    const at = found.findIndex((text, index) => index > 0 && size(joined(found[index - 1] ?? '', text, glue)) <= longest)
    if (at < 0) return found
    found.splice(at - 1, 2, joined(found[at - 1] ?? '', found[at] ?? '', glue))
  }
  return found
}

const joined = (before: string, next: string, glue: string): string => (/\s$/.test(before) || before === '' || glue === '' ? before + next : `${before}${glue}${next}`)

/** Without the last sentence of the longest quotation that has more than one; null: there is none. */
function withoutLast(groups: ReadonlyArray<ReadonlyArray<Piece>>, stop: string): Piece[][] | null {
  const quotes = groups.map((group) => group.filter(({ isQuote }) => isQuote).length)
  const most = Math.max(0, ...quotes)
  if (most < 2) return null
  const at = quotes.lastIndexOf(most)
  return groups.map((group, index) => {
    if (index !== at) return [...group]
    const quoted = ended(group.filter(({ isQuote }) => isQuote).slice(0, -1), stop)
    return group.flatMap((piece) => (piece.isQuote ? quoted.splice(0, 1) : [piece]))
  })
}

/** A quotation that was cut ends where a sentence does, or, where its first one is cut, with a stop: never in the middle of a list. */
function ended(quoted: readonly Piece[], stop: string): Piece[] {
  const whole = quoted.findLastIndex(({ text }) => !OPEN_END.test(text))
  const kept = quoted.slice(0, whole < 0 ? undefined : whole + 1)
  return kept.map((piece, index) => (index === kept.length - 1 ? { ...piece, text: piece.text.replace(OPEN_END, stop) } : piece))
}

/** What ends a clause, or an item of a list, and no sentence. */
const OPEN_END = /[，,、；;]\s*$/u

/** None of the bubbles is too long. */
export const fits = (text: string, language: string): boolean => text.split(/\n\s*\n/u).every((bubble) => size(bubble) <= longestBubble(language))

/**
 * Brings words that a model wrote into at most three short bubbles, cut where sentences or clauses end, without leaving any
 * out: what does not fit stands in the last one. Words that are short enough stay as they are.
 */
export function wordsIntoBubbles(text: string, language: string): string {
  const bubbles = text.split(/\n\s*\n/u).map((bubble) => bubble.trim()).filter(Boolean)
  const longest = longestBubble(language)
  if (bubbles.length <= MAX_BUBBLES && bubbles.every((bubble) => size(bubble) <= longest)) return bubbles.join('\n\n')
  return intoBubbles(bubbles.map((bubble) => [{ text: bubble, isQuote: false }]), language).join('\n\n')
}
