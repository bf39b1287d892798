import type { Mark, Masking } from '../../../../src-shared/domain/masking.ts'
import { findPersonal, type Personal } from './find.ts'
import type { Known } from './known.ts'
import { createUnmasker, type Unmasker } from './unmasker.ts'
import { marksIn, tidy, type Vault } from './vault.ts'

/** Puts placeholders in what goes to an endpoint, and the words back into what comes from it. */
export interface Masker {
  policy: Masking
  /** Somebody's words in the conversation. @param ours our line before them, null when none */
  said(text: string, at: number, ours: string | null): string
  /** Facts out of the shop's records, of any shape; their strings are looked through. */
  facts<T>(value: T): T
  /** The shop's own texts: only what is known to be this customer's is hidden, the shop's hotline stays. */
  article(text: string): string
  /** The same for passages of any shape. */
  articles<T>(value: T): T
  /** What the endpoint wrote, with the words in place of the placeholders; one that stands for nothing stays. */
  unmask(text: string): string
  /** The same for a tool's arguments of any shape. */
  unmaskFacts<T>(value: T): T
  /** The same while it comes; a placeholder cut in two waits for its other half. */
  stream(emit: (text: string) => void): Unmasker
  marks(): readonly Mark[]
}

const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/u
/** Without one of these no finder has anything to find in a record: its names and addresses are known. */
const MAY_BE_PERSONAL = /\d[\d -]{5,}\d|@|\*{4}/u

/** A masker for one conversation. @param vault its placeholders so far; it learns the new ones */
export function createMasker(policy: Masking, vault: Vault, known: readonly Known[]): Masker {
  const hides = policy === 'all'
  const own = knownIn(hides ? known : [])
  const whole = new Map(known.map((one) => [one.value, one]))

  function hide(text: string, places: readonly Personal[]): string {
    let out = ''
    let at = 0
    for (const { from, to, kind, thing } of settled(places)) {
      const value = text.slice(from, to)
      out += text.slice(at, from) + (kind === 'secret' ? value.replace(/\S/gu, '*') : value.trim() === '' ? value : vault.markOf(kind, value, thing))
      at = to
    }
    return out + text.slice(at)
  }
  const said = (text: string, at: number, ours: string | null): string => {
    const found = findPersonal(text, at, ours)
    return hide(text, hides ? [...found, ...own(text), ...lookalikes(text)] : found.filter(({ kind }) => kind === 'secret'))
  }
  const article = (text: string): string => (hides ? hide(text, [...own(text), ...lookalikes(text)]) : text)
  const fact = (text: string): string => {
    const one = whole.get(text)
    if (one) return hides ? vault.markOf(one.kind, text, one.thing) : text
    return !DATE.test(text) && MAY_BE_PERSONAL.test(text) ? said(text, 0, null) : article(text)
  }
  const unmask = (text: string): string => (hides ? text.replace(marksIn(), (...found) => wordsOf(found, vault)) : text)
  return {
    policy, said, article, unmask,
    facts: (value) => mapStrings(value, fact),
    articles: (value) => mapStrings(value, article),
    unmaskFacts: (value) => mapStrings(value, unmask),
    stream: (emit) => createUnmasker(unmask, emit),
    marks: () => (hides ? vault.all() : []),
  }
}

/** The arguments of a replacer: the whole match first, the groups last. */
function wordsOf(found: unknown[], vault: Vault): string {
  const [whole, groups] = [found[0] as string, found.at(-1) as Record<string, string>]
  return vault.valueOf(`[${groups['kind']?.toLowerCase() ?? ''}-${groups['n'] ?? ''}]`) ?? whole
}

/** Words that look like a placeholder become one, or they would come back as somebody's number. */
const lookalikes = (text: string): Personal[] => [...text.matchAll(marksIn())].map((match) => ({ from: match.index, to: match.index + match[0].length, kind: 'text' as const }))

/** Finds known values, the longest first. A short Latin word counts only as a whole word. */
function knownIn(known: readonly Known[]): (text: string) => Personal[] {
  if (known.length === 0) return () => []
  const byValue = new Map(known.map((one) => [one.value, one]))
  const ways = [...byValue.keys()].sort((a, b) => b.length - a.length).map((value) => {
    const plain = value.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
    return value.length < 6 && /^\p{Script=Latin}/u.test(value) ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain
  })
  const pattern = new RegExp(ways.join('|'), 'gu')
  // Most texts hold none of them, and looking for plain words costs a fraction of what the pattern does.
  const values = [...byValue.keys()]
  return (text) => !values.some((value) => text.includes(value)) ? [] : [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, kind: byValue.get(match[0])?.kind ?? 'name', thing: byValue.get(match[0])?.thing }))
}

/**
 * Places that do not overlap: secrets first, then what looks like a placeholder, then the longest. What is left of a place that
 * a stronger one lies in stays hidden, or the rest of a known number would be sent.
 */
function settled(places: readonly Personal[]): Personal[] {
  const rank = ({ kind }: Personal): number => (kind === 'secret' ? 0 : kind === 'text' ? 1 : 2)
  const ranked = [...places].sort((a, b) => rank(a) - rank(b) || (b.to - b.from) - (a.to - a.from) || a.from - b.from)
  const kept: Personal[] = []
  for (const place of ranked) {
    let rest = [place]
    for (const other of kept) rest = rest.flatMap((one) => without(one, other))
    kept.push(...rest)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function without(one: Personal, other: Personal): Personal[] {
  if (other.to <= one.from || one.to <= other.from) return [one]
  // A part of a thing is no way to write it.
  return [{ ...one, to: other.from, thing: undefined }, { ...one, from: other.to, thing: undefined }].filter(({ from, to }) => from < to)
}

function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => mapStrings(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapStrings(one as unknown, change)])) as T
}

/** Placeholders of a text that stand for nothing. @returns places in UTF-16 units */
export function inventedMarks(text: string, marks: readonly Mark[]): Array<{ from: number; to: number; text: string }> {
  const known = new Set(marks.map(({ mark }) => mark))
  return [...text.matchAll(marksIn())].filter((match) => !known.has(tidy(match))).map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }))
}
