import { calendar } from '../guard/calendar.ts'
import { dates, durations, times } from '../guard/extract-time.ts'
import type { ShopTime } from './shop-time.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Nobody promises for longer; a longer stretch is something else. */
const LONGEST_DAYS = 400

/** Stretches that have no figure. */
const SPANS: ReadonlyArray<readonly [RegExp, number]> = [
  [/半个?小时|半个?钟头|half an hour/i, HOUR / 2],
  [/\b(?:within|in) (?:the|an?) hour\b/i, HOUR],
  [/\b(?:within|in) a couple of hours\b/i, 2 * HOUR],
  [/\b(?:within|in) a (?:couple of days)\b/i, 2 * DAY],
  [/\b(?:within|in) a day\b/i, DAY],
  [/\b(?:within|in) a week\b/i, 7 * DAY],
]

/** Parts of the day, and when they end. */
const PARTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/上午|早上|早晨|清早|今早|明早|\bmorning\b|\bfirst thing\b/i, '12:00'],
  [/中午|正午|\bnoon\b|\bmidday\b|\blunchtime\b/i, '12:00'],
  [/下午|傍晚|\bafternoon\b/i, '18:00'],
]
const NIGHT = /晚上|晚间|今晚|明晚|夜里|\btonight\b|\bevening\b|\bnight\b/i
/** The evening ends with the day, or where the shop closes sooner. */
const NIGHT_ENDS = '23:59'
/** The end of the office's day. */
const OFFICE = /下班(?:之?前|以前)|\bend of (?:the )?(?:business )?(?:day|today)\b|\bclose of business\b|\bEOD\b|\bCOB\b/i
const THIS_WEEK = /本周(?![一二三四五六日天末])|这周(?![一二三四五六日天末])|\b(?:end of (?:the|this)|this|later this) week\b(?!end)/i
const NEXT_WEEK = /下个?(?:周|星期|礼拜)(?![一二三四五六日天末])|\bnext week\b(?!end)/i
const WEEKEND = /周末|\bweekend\b/i
const MONTH_END = /月底|月末|\bend of (?:the|this) month\b/i
const BETWEEN = /\bbetween (\d{1,2})\s?(am|pm)? (?:and|to) (\d{1,2})\s?(am|pm)?\b/i
/** A half of the day was said with the hour, or is the only one that fits. */
const SAYS_HALF = /上午|早|中午|下午|傍晚|晚|凌晨|[ap]\.?m\b/i

/** How many days from today a key of the guard's reader names; null: gone by, or none of ours. */
function daysTo(key: string, at: number, shop: ShopTime, next: boolean): number | null {
  const { year, month, day, weekday } = shop.wall(at)
  const today = Date.UTC(year, month - 1, day)
  const week = /^w(\d)$/.exec(key)
  if (week) {
    const days = (Number(week[1]) - weekday + 7) % 7
    // "next Friday" is not the one of this week.
    return next && days < ((7 - weekday) % 7) + 1 ? days + 7 : days
  }
  const full = /^(\d{4})-(\d\d)-(\d\d)$/.exec(key)
  if (full) return Math.round((Date.UTC(Number(full[1]), Number(full[2]) - 1, Number(full[3])) - today) / DAY)
  const short = /^--(\d\d)-(\d\d)$/.exec(key)
  if (!short) return null
  const inYear = (y: number): number => Math.round((Date.UTC(y, Number(short[1]) - 1, Number(short[2])) - today) / DAY)
  return inYear(year) >= 0 ? inYear(year) : inYear(year + 1)
}

/** Days from today to the day that the text names last; null: none, or one that is gone by. */
function dayIn(text: string, at: number, zone: string, shop: ShopTime): number | null {
  const named = dates(text, calendar(new Date(at).toISOString(), zone)).sort((a, b) => a.start - b.start).at(-1)
  if (!named) return null
  const next = /\bnext $/i.test(text.slice(0, named.start))
  const [first, second] = named.keys
  const days = named.keys.map((key) => daysTo(key, at, shop, next)).filter((one) => one !== null && one >= 0)
  // A dated key stands before the same day in any year, which would be next year's once it is gone by.
  const chosen = first !== undefined && /^\d{4}/.test(first) ? daysTo(first, at, shop, next) : WEEKEND.test(text) && second ? Math.max(...days.map(Number)) : Math.min(...days.map(Number))
  return chosen !== null && Number.isFinite(chosen) && chosen >= 0 ? chosen : null
}

/** A time of day that the text names, as `HH:MM`, and whether the half of the day is certain. */
function timeIn(text: string): { time: string; sure: boolean } | null {
  const between = BETWEEN.exec(text)
  if (between) {
    const hour = Number(between[3]) % 12 + ((between[4] ?? '').toLowerCase() === 'pm' || between[3] === '12' ? 12 : 0)
    return { time: `${String(hour).padStart(2, '0')}:00`, sure: between[4] !== undefined || hour >= 8 }
  }
  const named = times(text).sort((a, b) => a.start - b.start || b.end - a.end)
  const last = named.at(-1)
  const time = last?.keys[0]
  if (!last || time === undefined) return null
  // A half of the day right before the figures belongs to them: `晚上 8:00`.
  const before = text.slice(Math.max(0, last.start - 3), last.end)
  const later = /下午|傍晚|晚/.test(before) && Number(time.slice(0, 2)) < 12
  return { time: later ? `${String(Number(time.slice(0, 2)) + 12).padStart(2, '0')}${time.slice(2)}` : time, sure: SAYS_HALF.test(before) }
}

/** `6点` is the six of the waking day; without a day the next of the two. */
function momentOf(found: { time: string; sure: boolean }, days: number | null, at: number, shop: ShopTime): number {
  const hour = Number(found.time.slice(0, 2))
  const later = `${String(hour + 12).padStart(2, '0')}${found.time.slice(2)}`
  const both = found.sure || hour === 0 || hour >= 12 ? [found.time] : hour < 8 ? [later] : [found.time, later]
  if (days !== null) return shop.on(at, days, both[0] ?? found.time)
  const coming = both.map((time) => shop.on(at, 0, time)).filter((instant) => instant > at)
  return coming[0] ?? shop.on(at, 1, both[0] ?? found.time)
}

/** The end of a stretch that the text names; of `3-5天` the later end. */
function spanIn(text: string, at: number, shop: ShopTime): number | null {
  const words = SPANS.find(([form]) => form.test(text))
  if (words) return at + words[1]
  const [named] = durations(text)
  const [, unit, from, to] = /^([a-z]+)([\d.]+)(?:-([\d.]+))?$/.exec(named?.keys[0] ?? '') ?? []
  const count = Number(to ?? from)
  if (unit === 'bd') return count > LONGEST_DAYS ? null : shop.workingDays(at, Math.ceil(count))
  const size = unit === 'h' ? HOUR : unit === 'min' ? HOUR / 60 : unit === 's' ? 1000 : unit === 'mo' ? 30 * DAY : null
  return size === null || !(count * size <= LONGEST_DAYS * DAY) ? null : at + count * size
}

/**
 * By when something is said to happen, by the shop's calendar; null: no time is named.
 * @param text folded words of ours @param at when they are said @param zone IANA
 */
export function dueIn(text: string, at: number, zone: string, shop: ShopTime): number | null {
  const span = spanIn(text, at, shop)
  if (span !== null) return span
  const days = dayIn(text, at, zone, shop)
  const time = timeIn(text)
  if (time) return momentOf(time, days, at, shop)
  if (OFFICE.test(text)) return shop.onOpen(at, days ?? 0, shop.terms.office.to)
  const part = PARTS.find(([form]) => form.test(text))?.[1] ?? (NIGHT.test(text) ? NIGHT_ENDS : null)
  if (part !== null) {
    const moment = shop.onOpen(at, days ?? 0, part)
    return days === null && moment <= at ? shop.onOpen(at, 1, part) : moment
  }
  if (days !== null) return shop.endOf(at, days)
  if (MONTH_END.test(text)) return shop.monthEnd(at)
  if (NEXT_WEEK.test(text)) return shop.weekEnd(at, 1)
  return THIS_WEEK.test(text) ? shop.weekEnd(at, 0) : null
}
