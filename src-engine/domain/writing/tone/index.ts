import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { fold, slice } from '../../guard/fold.ts'
import { CAPITALS_OK, EMPTY_EN, RULES_EN } from './rules.en.ts'
import { EMPTY_ZH, RULES_ZH } from './rules.zh.ts'
import type { ToneKind } from './types.ts'

export { TONE_KINDS } from './types.ts'

export interface Heard {
  /** Of the words; others than zh and en are measured alone. */
  language: string
  /** The customer waits for an answer. */
  asked: boolean
  /** As the customer is called, '' when it is not known. */
  name: string
}

/** Longest bubble in code points, and most bubbles: people here write short. */
export const BUBBLE_MAX = { zh: 60, other: 200 } as const
const MOST_BUBBLES = 3
const ANONYMOUS = /\b(?:dear |valued )*(?:customer|sir or madam|sir\/madam|sir|madam|ma['’]am)\b(?=\s*[,.!:])/giu
const SHOUTED = /\b[A-Z]{2,}(?:['’][A-Z]+)?(?:\s+[A-Z]{2,}(?:['’][A-Z]+)?)*\b/gu
/** Longer words are no empty ones. */
const EMPTY_MAX = 120

const GRAVE: ReadonlySet<ToneKind> = new Set(['tone-blaming', 'tone-shouting'])
const found = (text: string, kind: ToneKind, start: number, end: number, expected?: string): Finding => ({
  kind, severity: GRAVE.has(kind) ? 'warning' : 'info', text: slice(text, start, end), start, end, ...(expected === undefined ? {} : { expected }),
})

/**
 * How words may be heard by the customer: cold, blaming, shouting, empty, too long, in the wrong form of address. Advice, each with
 * other words where there are any; nothing of it is an error. Offsets are code points. Same words, same advice.
 */
export function checkTone(text: string, heard: Heard): Finding[] {
  const folded = fold(text)
  const chinese = heard.language === 'zh'
  const findings = [
    ...(chinese || heard.language === 'en' ? byRules(text, folded, chinese) : []),
    ...(heard.language === 'en' ? [...shouted(text, folded), ...unnamed(text, folded, heard.name)] : []),
    ...empty(text, folded, heard, chinese), ...tooLong(text, heard.language),
  ]
  return distinct(findings)
}

function byRules(text: string, folded: string, chinese: boolean): Finding[] {
  return (chinese ? RULES_ZH : RULES_EN).flatMap(({ kind, form, instead }) => [...folded.matchAll(form)].map((match) => {
    const expected = instead?.replace('$1', (match[1] ?? '').toLowerCase())
    return found(text, kind, match.index, match.index + match[0].length, expected === undefined ? undefined : cased(expected, match[0], folded, match.index))
  }))
}

/** Where a sentence begins, so do the words that take its place. */
const cased = (expected: string, was: string, folded: string, at: number): string =>
  /^[A-Z]/u.test(was) && (at === 0 || /[.!?]\s*$/u.test(folded.slice(0, at))) ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected

function shouted(text: string, folded: string): Finding[] {
  return [...folded.matchAll(SHOUTED)].flatMap((match) => {
    const words = match[0].split(/\s+/u)
    if (words.every((word) => CAPITALS_OK.test(word)) && (words.length < 3 || words.some((word) => /\d/u.test(word)))) return []
    const lower = match[0].toLowerCase()
    return [found(text, 'tone-shouting', match.index, match.index + match[0].length, cased(lower, match[0], folded, match.index))]
  })
}

function unnamed(text: string, folded: string, name: string): Finding[] {
  const [first] = name.split(/\s+/u)
  if (first === undefined || !/^[\p{Script=Latin}'-]{2,20}$/u.test(first)) return []
  return [...folded.matchAll(ANONYMOUS)].map((match) => found(text, 'tone-address', match.index, match.index + match[0].length, /^dear/iu.test(match[0]) ? `Dear ${first}` : first))
}

function empty(text: string, folded: string, { asked }: Heard, chinese: boolean): Finding[] {
  const length = [...text].length
  return asked && length > 0 && length <= EMPTY_MAX && (chinese ? EMPTY_ZH : EMPTY_EN).test(folded.trim()) ? [found(text, 'tone-empty', 0, length)] : []
}

/** Marks what is too much: the end of a long bubble, the bubbles after the third. */
export function tooLong(text: string, language: string): Finding[] {
  const most = language === 'zh' ? BUBBLE_MAX.zh : BUBBLE_MAX.other
  let at = 0
  return text.split(/(\n{2,})/u).flatMap((piece, index) => {
    const start = at
    const length = [...piece].length
    at += length
    if (index % 2 === 1 || piece.trim() === '') return []
    if (index / 2 >= MOST_BUBBLES) return [found(text, 'tone-long', start, at)]
    return length > most ? [found(text, 'tone-long', start + most, at)] : []
  })
}

/** Gravest first where two lie on the same words; the length stands beside whatever else is said. */
function distinct(findings: readonly Finding[]): Finding[] {
  const order = [...findings].sort((a, b) => Number(GRAVE.has(b.kind as ToneKind)) - Number(GRAVE.has(a.kind as ToneKind)) || b.end - b.start - (a.end - a.start))
  const kept: Finding[] = []
  for (const finding of order) {
    const lies = finding.kind !== 'tone-long' && kept.some((other) => other.kind !== 'tone-long' && other.start < finding.end && finding.start < other.end)
    if (!lies) kept.push(finding)
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}
