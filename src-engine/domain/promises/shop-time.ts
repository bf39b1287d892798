import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { afterOpen, openDays, type Stretch } from '../../../src-shared/domain/shop-open.ts'
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
  /** The end of the day `days` after the one that holds `at`: closing, of a closed day the last before it, or midnight where all are past. */
  endOf(at: number, days: number): number
  /** Closing on that day; null: nobody is there. */
  closing(at: number, days: number): number | null
  /** That time of day, or closing where the shop closes sooner. */
  onOpen(at: number, days: number, time: DayTime): number
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

/** Days that are looked through for a working one. */
const LOOK_AHEAD_DAYS = 366

/** @param timeZone IANA zone of the shop @param hours when its people are there; null: the terms' own hours, every day */
export function shopTime(terms: Terms, timeZone: string, hours: ShopHours | null = null): ShopTime {
  const wall = (at: number): WallTime => wallTime(at, timeZone)
  const on = (at: number, days: number, time: DayTime): number => {
    const today = wall(at)
    return instantOf({ ...today, ...clockOf(time), day: today.day + days }, timeZone)
  }
  const open = (at: number, days: number): Stretch[] => (hours ? (openDays(hours, at, days, days)[0] ?? []) : [{ from: on(at, days, terms.hours.from), to: on(at, days, terms.hours.to) }])
  const closing = (at: number, days: number): number | null => {
    const to = open(at, days).at(-1)?.to ?? null
    // Until midnight is a minute before: midnight is the next day.
    return to !== null && to === startOfDay(to, hours?.zone ?? timeZone) ? to - 60_000 : to
  }
  const endOf = (at: number, days: number): number => {
    for (let day = days; day >= 0; day--) {
      const end = closing(at, day)
      if (end !== null) return end > at ? end : startOfDay(at, timeZone, days + 1) - 60_000
    }
    return startOfDay(at, timeZone, days + 1) - 60_000
  }
  const onOpen = (at: number, days: number, time: DayTime): number => Math.min(on(at, days, time), closing(at, days) ?? Number.POSITIVE_INFINITY)
  const isOffice = (weekday: number): boolean => terms.office.days.includes(weekday % 7)
  // A shop that is open at weekends alone works then; one without any hours is taken as if it had none set.
  const opens = hours?.week.map((spans, index) => (spans.length > 0 ? index + 1 : null)).filter((weekday) => weekday !== null) ?? []
  const worksInOffice = opens.length === 0 || opens.some(isOffice)
  const isWorking = (at: number, days: number): boolean => (!worksInOffice || isOffice(wall(at).weekday + days)) && (opens.length === 0 || open(at, days).length > 0)
  const workingDays = (at: number, count: number): number => {
    let days = 0
    for (let left = count; left > 0 && days < LOOK_AHEAD_DAYS; ) if (isWorking(at, ++days)) left--
    return onOpen(at, days, terms.office.to)
  }
  const weekEnd = (at: number, weeks: number): number => {
    const toSunday = ((7 - wall(at).weekday) % 7) + weeks * 7
    let days = toSunday
    while (days > toSunday - 7 && !isWorking(at, days)) days--
    const end = onOpen(at, days, terms.office.to)
    // Said on a Saturday, "this week" has no working day left.
    return end > at ? end : endOf(at, toSunday)
  }
  const monthEnd = (at: number): number => {
    const { year, month, day } = wall(at)
    return endOf(at, new Date(Date.UTC(year, month, 0)).getUTCDate() - day)
  }
  const openHours = (at: number, count: number): number => {
    if (hours) return afterOpen(hours, at, count * 3_600_000)
    let left = count * 3_600_000
    for (let day = 0; ; day++) {
      const from = Math.max(at, on(at, day, terms.hours.from))
      const stretch = on(at, day, terms.hours.to) - from
      if (stretch >= left) return from + left
      if (stretch > 0) left -= stretch
    }
  }
  return { on, onOpen, closing, endOf, workingDays, weekEnd, monthEnd, wall, terms, usual: (at, term) => ('hours' in term ? openHours(at, term.hours) : workingDays(at, term.workingDays)) }
}
