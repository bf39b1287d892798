import { day, formatOf, local } from './format.ts'

/** When the shop's people answer, on the shop's clock: `{ from: '09:00', to: '22:00' }`. */
export interface WorkingHours { from: string; to: string }

/** Less is no promise that a busy desk keeps, in minutes. */
const LEAST_MINUTES = 60
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * By when we answer, in words that are no empty time: the end of today's hours, or noon of the next day when those are
 * nearly over. `今天18:00前`, `by 18:00 today`; null where a language has no such words.
 */
export function replyBy(now: number, timeZone: string, hours: WorkingHours, language: string): string | null {
  if (language !== 'zh' && language !== 'en') return null
  const clock = minutesOf(formatOf('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now))
  const isToday = clock + LEAST_MINUTES <= minutesOf(hours.to)
  const time = isToday ? hours.to : minutesOf(hours.from) < 12 * 60 ? '12:00' : hours.to
  // The next day by its date: "tomorrow" is wrong once midnight has passed.
  const next = now + 24 * 3_600_000
  return local(!isToday ? { zh: `${day(next, 'zh', timeZone)}${time}前`, en: `by ${time} on ${day(next, 'en', timeZone)}` } : { zh: `今天${time}前`, en: `by ${time} today` }, language)
}

/** `9:00-18:00`, `09:00 至 22:00`; null for anything else. */
export function hoursIn(text: string): WorkingHours | null {
  const match = /(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})[:：](\d{2})/i.exec(text)
  if (!match) return null
  const [, h1 = '', m1 = '', h2 = '', m2 = ''] = match
  return { from: `${h1.padStart(2, '0')}:${m1}`, to: `${h2.padStart(2, '0')}:${m2}` }
}
