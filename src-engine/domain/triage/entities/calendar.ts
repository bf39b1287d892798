/** Days are numbers: milliseconds of their UTC midnight, whatever offset they were spoken at. */
export const DAY_MS = 86_400_000

/** The calendar day, or null where the month has no such day. */
export function day(year: number, month: number, dayOfMonth: number): number | null {
  const ms = Date.UTC(year, month - 1, dayOfMonth)
  const back = new Date(ms)
  return month >= 1 && month <= 12 && back.getUTCDate() === dayOfMonth && back.getUTCMonth() === month - 1 ? ms : null
}

/** The first of a month `by` months away. */
export const monthStart = (ms: number, by: number): number => Date.UTC(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + by, 1)
/** The last day of the month that begins at `first`. */
export const monthEnd = (first: number): number => monthStart(first, 1) - DAY_MS

export const nearest = (candidates: ReadonlyArray<number | null>, to: number): number | null =>
  candidates.filter((one) => one !== null).sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null

/** YYYY-MM-DD, or null outside of four-digit years. */
export function isoDay(ms: number): string | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10)
}

/** Monday is 0. */
export const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7

/** New year's day of the Chinese calendar, by year. */
const SPRING: Readonly<Record<number, string>> = { 2023: '01-22', 2024: '02-10', 2025: '01-29', 2026: '02-17', 2027: '02-06', 2028: '01-26', 2029: '02-13', 2030: '02-03', 2031: '01-23', 2032: '02-11' }
export const springFestival = (year: number): number | null => (SPRING[year] === undefined ? null : Date.parse(`${String(year)}-${SPRING[year]}T00:00:00Z`))

/** The day after the fourth Thursday of November. */
export function blackFriday(year: number): number {
  const first = Date.UTC(year, 10, 1)
  return first + ((3 - weekdayOf(first) + 7) % 7 + 22) * DAY_MS
}

/** The day on which a message was written. */
export interface Now { readonly today: number; readonly year: number; readonly month: number }

/** A day, month, year or stretch of days spoken of; `first` and `last` are days. */
export interface DayHit { readonly from: number; readonly to: number; readonly first: number; readonly last: number; readonly part: 'day' | 'days' | 'month' | 'year' }

/** Proposes what an expression matched; null stands for a day that no month has. */
export type AddDay = (match: RegExpExecArray, first: number | null, part?: DayHit['part'], last?: number) => void
