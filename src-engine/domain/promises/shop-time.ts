import { instantOf, startOfDay, wallTime, type WallTime } from '../time/wall.ts'
import type { Term, Terms } from './terms.ts'

/** A time of day as `HH:MM`. */
type DayTime = string
const clockOf = (time: DayTime): { hour: number; minute: number } => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { hour, minute }
}

/** The shop's calendar: its zone, its hours and its working days. Instants are milliseconds since the epoch. */
export interface ShopTime {
  /** That time of day, `days` after the day that holds `at`. */
  on(at: number, days: number, time: DayTime): number
  /** The end of the day `days` after the one that holds `at`: closing, or midnight where that is past already. */
  endOf(at: number, days: number): number
  /** The end of the `count`th working day after the one that holds `at`. */
  workingDays(at: number, count: number): number
  /** The end of the last working day of the week `weeks` after this one; weeks begin on Monday. */
  weekEnd(at: number, weeks: number): number
  monthEnd(at: number): number
  /** By when a promise without a time is to be kept. */
  usual(at: number, term: Term): number
  wall(at: number): WallTime
  readonly terms: Terms
}

/** @param timeZone IANA zone of the shop */
export function shopTime(terms: Terms, timeZone: string): ShopTime {
  const wall = (at: number): WallTime => wallTime(at, timeZone)
  const on = (at: number, days: number, time: DayTime): number => {
    const today = wall(at)
    return instantOf({ ...today, ...clockOf(time), day: today.day + days }, timeZone)
  }
  const endOf = (at: number, days: number): number => {
    const closing = on(at, days, terms.hours.to)
    return closing > at ? closing : startOfDay(at, timeZone, days + 1) - 60_000
  }
  const isWorking = (at: number, days: number): boolean => terms.office.days.includes((wall(at).weekday + days) % 7)
  const workingDays = (at: number, count: number): number => {
    let days = 0
    for (let left = count; left > 0; ) if (isWorking(at, ++days)) left--
    return on(at, days, terms.office.to)
  }
  const weekEnd = (at: number, weeks: number): number => {
    const toSunday = ((7 - wall(at).weekday) % 7) + weeks * 7
    let days = toSunday
    while (days > toSunday - 7 && !isWorking(at, days)) days--
    const end = on(at, days, terms.office.to)
    // Said on a Saturday, "this week" has no working day left.
    return end > at ? end : endOf(at, toSunday)
  }
  const monthEnd = (at: number): number => {
    const { year, month } = wall(at)
    return instantOf({ year, month: month + 1, day: 0, ...clockOf(terms.hours.to) }, timeZone)
  }
  const openHours = (at: number, hours: number): number => {
    let left = hours * 3_600_000
    for (let day = 0; ; day++) {
      const from = Math.max(at, on(at, day, terms.hours.from))
      const open = on(at, day, terms.hours.to) - from
      if (open >= left) return from + left
      if (open > 0) left -= open
    }
  }
  return { on, endOf, workingDays, weekEnd, monthEnd, wall, terms, usual: (at, term) => ('hours' in term ? openHours(at, term.hours) : workingDays(at, term.workingDays)) }
}
