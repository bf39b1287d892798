import type { Finding } from '../../../src-shared/domain/draft.ts'
import { calendar, type Calendar } from '../guard/calendar.ts'
import type { Claim } from '../guard/claim.ts'
import { claims } from '../guard/extract.ts'
import { fold, slice } from '../guard/fold.ts'
import { chineseNumber } from '../guard/numerals.ts'

/** A figure of a text: what the guard reads as a claim, or a number that it reads as none. */
interface Figure { kind: string; start: number; end: number; keys: readonly string[] }

const RUN = /\d[\d.,]*/g
/** Languages in which the guard reads more than digits. In others only the digits are compared. */
const READ = new Set(['zh', 'en'])

/** `1.299,50`, `1,299.50` and `1299.5` are one number: all ways in which it may be meant. */
function readings(run: string): string[] {
  const trimmed = run.replace(/[.,]+$/u, '')
  const plain = (text: string): string => String(Number(text))
  const asEnglish = plain(trimmed.replace(/,/gu, ''))
  const asGerman = plain(trimmed.replace(/\./gu, '').replace(',', '.'))
  return [...new Set([asEnglish, asGerman])].filter((value) => value !== 'NaN')
}

function numbersIn(folded: string, taken: readonly { start: number; end: number }[]): Figure[] {
  return [...folded.matchAll(RUN)].map((match) => ({ kind: 'number', start: match.index, end: match.index + match[0].replace(/[.,]+$/u, '').length, keys: readings(match[0]) }))
    .filter(({ start, end }) => !taken.some((other) => start < other.end && other.start < end))
}

/** Carriers are names, and have their own ways to be written in each language. */
const counts = (claim: Claim): boolean => claim.kind !== 'carrier'

function figuresIn(text: string, language: string, place: Calendar): Figure[] {
  const folded = fold(text)
  const read = READ.has(language) ? claims(folded, place).filter(counts) : []
  return [...read, ...numbersIn(folded, read)].sort((a, b) => a.start - b.start)
}

const NUMBERS: ReadonlySet<string> = new Set(['order_no', 'tracking_no', 'phone', 'number_tail'])

/** Normal forms that may stand for one another: an amount whose sign was left out is the same amount, a number is one whatever it is called. */
function forms({ kind, keys }: Figure): string[] {
  const own = keys.map((key) => `${NUMBERS.has(kind) ? 'number' : kind} ${key}`)
  return kind === 'amount' ? [...own, ...keys.map((key) => `amount :${key.split(':')[1] ?? ''}`)] : own
}

const sameFigure = (a: Figure, b: Figure): boolean => {
  const theirs = new Set(forms(b))
  if (a.kind === 'amount' && b.kind === 'amount') {
    const currencies = (figure: Figure): string[] => figure.keys.map((key) => key.split(':')[0] ?? '').filter((code) => code !== '')
    const [mine, other] = [currencies(a), currencies(b)]
    if (mine.length > 0 && other.length > 0 && !mine.some((code) => other.includes(code))) return false
  }
  return forms(a).some((form) => theirs.has(form))
}

const NUMERAL = /[零一二两三四五六七八九十百千万]+/gu
const MONTH_NAME = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/gu
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** All numbers of a text, each in all its readings: digits, Chinese numerals, the months that English names. */
function digitsOf(text: string): Set<string> {
  const folded = fold(text)
  const numerals = [...folded.matchAll(NUMERAL)].flatMap(([numeral]) => chineseNumber(numeral) ?? [])
  const months = [...folded.matchAll(MONTH_NAME)].map((match) => MONTHS.indexOf(match[1] ?? '') + 1)
  return new Set([...numbersIn(folded, []).flatMap(({ keys }) => keys), ...[...numerals, ...months].map(String)])
}

export interface Survival {
  /** Figures that the result has and the words did not, marked in the result. */
  findings: Finding[]
  /** Figures of the words that the result has no more. */
  lost: string[]
}

/**
 * Did every figure survive? Compares by meaning what is read in both languages (`48小时` and `48 hours`), by digits where one
 * of them is not read.
 * @param now ISO 8601 with offset, for "tomorrow" against a date
 */
export function survival(before: { text: string; language: string }, after: { text: string; language: string }, now?: string, timeZone?: string): Survival {
  const place = calendar(now, timeZone)
  const byMeaning = READ.has(before.language) && READ.has(after.language)
  const mine = figuresIn(before.text, byMeaning ? before.language : '', place)
  const theirs = figuresIn(after.text, byMeaning ? after.language : '', place)
  const had = digitsOf(before.text)
  const has = digitsOf(after.text)
  /** A number that the guard reads in one text and not in the other is the same number as long as its digits are there. */
  const loose = (figure: Figure, digits: ReadonlySet<string>): boolean => figure.kind === 'number' && figure.keys.some((key) => digits.has(key))
  const fresh = theirs.filter((figure) => !mine.some((other) => sameFigure(figure, other)) && !loose(figure, had))
  const gone = mine.filter((figure) => !theirs.some((other) => sameFigure(figure, other)) && !loose(figure, has) && !(!byMeaning && isMonth(before.text, figure)))
  return {
    findings: fresh.map((figure) => {
      const text = slice(after.text, figure.start, figure.end)
      const other = meant(figure, gone)
      const was = other && slice(before.text, other.start, other.end)
      const expected = other && was && (before.language === after.language ? was : inPlace(text, was, other, after.language, place))
      return {
        kind: 'figure', severity: 'error', start: figure.start, end: figure.end, text, source: 'words',
        ...(expected ? { expected } : {}),
      }
    }),
    lost: [...new Set(gone.map(({ start, end }) => slice(before.text, start, end)))],
  }
}

/** Other languages write the month as a word, which is not read here. */
const isMonth = (text: string, { end }: Figure): boolean => /^\s?月/u.test(slice(fold(text), end, end + 2))

/** The one figure of its kind that is missing is the one that was meant. */
function meant(figure: Figure, gone: readonly Figure[]): Figure | null {
  const [only, ...others] = gone.filter(({ kind }) => kind === figure.kind)
  return only && others.length === 0 ? only : null
}

/** The wrong figure with the right digits, where that makes it the same in the other language; null: the person writes it. */
function inPlace(text: string, was: string, wanted: Figure, language: string, place: Calendar): string | null {
  const digits = /\d[\d.,]*/.exec(was)?.[0]
  if (digits === undefined) return null
  const made = text.replace(/\d[\d.,]*/, digits)
  return made !== text && figuresIn(made, language, place).some((figure) => sameFigure(figure, wanted)) ? made : null
}
