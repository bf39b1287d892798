import { instantOf } from '../time/wall.ts'

const SIGNS = String.raw`(?:[ T]|\s{1,3})`
/** A time as exports write it; the groups are read by `readTime`. Not anchored: text logs look for it in a line. */
export const TIME_FORM = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?${SIGNS}?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2})?秒?(?:\.\d{1,6})?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?`
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?秒?(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/u
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap]m)?$/iu
/** Days from Excel's first to 1970-01-01. */
const EXCEL_EPOCH = 25_569
const DAY = 86_400_000

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

const isDay = (month: number, day: number, hour: number, minute: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59

/**
 * The instant that a cell names, in milliseconds since the epoch: year first or last, ISO 8601, seconds or milliseconds since
 * 1970, or days as Excel counts them. With the year last the first number is the month where it can be one (the American way).
 * @param timeZone IANA zone of times without one of their own
 * @returns null: it names none
 */
export function readTime(cell: string, timeZone: string): number | null {
  const text = cell.trim()
  if (/^\d{10}$/u.test(text)) return Number(text) * 1000
  if (/^\d{13}$/u.test(text)) return Number(text)
  if (/^[3-6]\d{4}(?:\.\d+)?$/u.test(text)) return wall(new Date(Math.round((Number(text) - EXCEL_EPOCH) * DAY / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' '), timeZone)
  return wall(text, timeZone)
}

function wall(text: string, timeZone: string): number | null {
  const first = YEAR_FIRST.exec(text)
  if (first) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = first.slice(1, 7).map((part) => Number(part ?? 0))
    if (!isDay(month, day, hour, minute)) return null
    const zone = first[7]
    const ms = second * 1000
    return (zone === undefined ? instantOf({ year, month, day, hour, minute }, timeZone) : Date.UTC(year, month - 1, day, hour, minute - offsetMinutes(zone))) + ms
  }
  const last = YEAR_LAST.exec(text)
  if (!last) return null
  const [a = 0, b = 0, year = 0, hour = 0, minute = 0, second = 0] = last.slice(1, 7).map((part) => Number(part ?? 0))
  const [month, day] = a > 12 ? [b, a] : [a, b]
  const half = last[7]?.toLowerCase()
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return isDay(month, day, hours, minute) ? instantOf({ year, month, day, hour: hours, minute }, timeZone) + second * 1000 : null
}
