import type { OpenSpan, ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { openDays, type Stretch } from '../../../src-shared/domain/shop-open.ts'
import { day, formatOf, local } from './format.ts'

/** Less is no promise that a busy desk keeps, in milliseconds. */
const LEAST_MS = 3_600_000
const NOON_MS = 12 * 3_600_000
/** A shop that is closed for longer (in days) promises nothing. */
const LOOK_AHEAD_DAYS = 60

/** A minute before midnight where it stays open until then: "by 24:00 tomorrow" is nobody's time. */
const closing = (stretch: Stretch, clock: (at: number) => string): number => (clock(stretch.to) === '00:00' ? stretch.to - 60_000 : stretch.to)

/**
 * By when we answer, in words that are no empty time: the end of today's hours, or, when those are nearly over or there are
 * none, noon of the next day on which people are there, its closing where they come later. `今天18:00前`, `by 18:00 today`;
 * null where a language has no such words, or nobody comes for two months. @param timeZone IANA, of the words
 */
export function replyBy(now: number, timeZone: string, hours: ShopHours, language: string): string | null {
  if (language !== 'zh' && language !== 'en') return null
  const clock = (at: number): string => formatOf('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  const words = (at: number): string => {
    const isToday = day(at, 'zh', timeZone) === day(now, 'zh', timeZone)
    // The next day by its date: "tomorrow" is wrong once midnight has passed.
    return local(isToday ? { zh: `今天${clock(at)}前`, en: `by ${clock(at)} today` } : { zh: `${day(at, 'zh', timeZone)}${clock(at)}前`, en: `by ${clock(at)} on ${day(at, 'en', timeZone)}` }, language)
  }
  const today = openDays(hours, now, 0, 0)[0]?.at(-1)
  if (today && now + LEAST_MS <= closing(today, clock)) return words(closing(today, clock))
  for (let days = 1; days <= LOOK_AHEAD_DAYS; days++) {
    const open = openDays(hours, now, days, days)[0] ?? []
    const [first, last] = [open[0], open.at(-1)]
    if (!first || !last) continue
    const noon = first.from + NOON_MS - minuteOf(clock(first.from)) * 60_000
    return words(noon > first.from && open.some(({ from, to }) => noon > from && noon <= to) ? noon : closing(last, clock))
  }
  return null
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `9:00-18:00`, `09:00 至 22:00`, on every day; null for anything else. */
export function hoursIn(text: string): OpenSpan | null {
  const match = /(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})[:：](\d{2})/i.exec(text)
  if (!match) return null
  const [, h1 = '', m1 = '', h2 = '', m2 = ''] = match
  return { from: `${h1.padStart(2, '0')}:${m1}`, to: `${h2.padStart(2, '0')}:${m2}` }
}
