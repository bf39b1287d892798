/** What the clock on the wall of a place shows. `month` 1..12, `weekday` 0 Sunday .. 6 Saturday. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  weekday: number
}

const MINUTE = 60_000

/** A pure memo: making a format is slow. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

/** @param at milliseconds since the epoch @param timeZone IANA */
export function wallTime(at: number, timeZone: string): WallTime {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = formatOf(timeZone).format(at).split(/\D/).map(Number)
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

const asUtc = (wall: Omit<WallTime, 'weekday'>): number => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)

/** When the wall of a place shows this; days and months may run over (day 32). An hour that a change of the clocks skips is the one after it. */
export function instantOf(wall: Omit<WallTime, 'weekday'>, timeZone: string): number {
  const wanted = asUtc(wall)
  const offset = (at: number): number => asUtc(wallTime(at, timeZone)) - Math.floor(at / MINUTE) * MINUTE
  // Twice: the first guess may stand on the other side of a change of the clocks.
  const guess = wanted - offset(wanted)
  return wanted - offset(guess)
}

/** A pure memo: the day of each place that was asked for last. The wall is read slowly, and every row of a queue asks. */
const lastDays = new Map<string, { from: number; to: number; year: number; month: number; day: number }>()

function dayOf(at: number, timeZone: string): { from: number; to: number; year: number; month: number; day: number } {
  const known = lastDays.get(timeZone)
  if (known && at >= known.from && at < known.to) return known
  const { year, month, day } = wallTime(at, timeZone)
  const midnight = { year, month, hour: 0, minute: 0 }
  const found = { from: instantOf({ ...midnight, day }, timeZone), to: instantOf({ ...midnight, day: day + 1 }, timeZone), year, month, day }
  lastDays.set(timeZone, found)
  return found
}

/** The first instant of the day that holds `at`, plus `days`. */
export function startOfDay(at: number, timeZone: string, days = 0): number {
  const { from, to, year, month, day } = dayOf(at, timeZone)
  if (days === 0) return from
  return days === 1 ? to : instantOf({ year, month, day: day + days, hour: 0, minute: 0 }, timeZone)
}

/** The day that a place's calendar shows, plus `days`: `2026-11-28`. */
export function calendarDay(at: number, timeZone: string, days = 0): string {
  const { year, month, day } = wallTime(at, timeZone)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** The first instant of a day of the calendar. @param name as `calendarDay` says it */
export function startOfCalendarDay(name: string, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = name.split('-').map(Number)
  return instantOf({ year, month, day, hour: 0, minute: 0 }, timeZone)
}
