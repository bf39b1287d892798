import type { Calendar } from '../calendar.ts'
import type { Claim } from '../claim.ts'
import type { Sources } from '../sources.ts'
import type { Span } from '../finding.ts'

/** A draft with everything that the checks hold it against. */
export interface Looked {
  /** One UTF-16 unit a code point; an index is an offset. */
  folded: string
  claims: readonly Claim[]
  sources: Sources
  /** All texts that may speak for the draft, lower-cased, one a line. */
  said: string
  place: Calendar
  language: string | undefined
  /** By when a reply can be promised, in words; null where clock or hours are not known. */
  answerBy(language: 'zh' | 'en'): string | null
}

/** The words of a match, or of one of its groups. */
export function spanOf(match: RegExpMatchArray, group = 0): Span {
  const text = match[group] ?? ''
  const start = (match.index ?? 0) + (group === 0 ? 0 : match[0].lastIndexOf(text))
  return { start, end: start + text.length, text }
}

/** What is asked is not said: `Would size 14 suit you?`. A question behind a comma asks about the whole, and the words stand. */
export const isAsked = (folded: string, span: Span): boolean => /^[^,。.!;\n]{0,40}(?:\?|吗)/.test(folded.slice(span.end))

/** Does a text hold these words? Latin ones as whole words, a plural too. */
export function holds(said: string, words: string): boolean {
  const plain = words.toLowerCase()
  if (!/[a-z]/.test(plain)) return said.includes(plain)
  for (let at = said.indexOf(plain); at >= 0; at = said.indexOf(plain, at + 1)) {
    if (!/[a-z]/.test(said[at - 1] ?? '') && /^(?:e?s)?(?![a-z])/.test(said.slice(at + plain.length, at + plain.length + 3))) return true
  }
  return false
}
