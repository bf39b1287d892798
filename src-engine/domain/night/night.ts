import type { Hours } from '../../../src-shared/domain/policy-limits.ts'
import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { openDays, type Stretch } from '../../../src-shared/domain/shop-open.ts'
import { instantOf, wallTime } from '../time/wall.ts'

/** A time without people, `from` the closing to before the opening `to`, in milliseconds since the epoch. */
export interface Night { number: number; from: number; to: number }

const DAY_MS = 86_400_000
/** Closed longer than this (in days) is no night but a shop that nobody keeps. */
const LONGEST_CLOSED = 14

const clock = (time: string): { hour: number; minute: number } => ({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) })

/** The shift of people that begins on the day `days` after the one that holds `at`; null: nobody works that day. */
function shift(at: number, days: number, hours: Hours, zone: string): { from: number; to: number } | null {
  const today = wallTime(at, zone)
  const weekday = (((today.weekday + days) % 7) + 7) % 7
  if (hours.days !== undefined && !hours.days.includes(weekday === 0 ? 7 : weekday)) return null
  const over = hours.to < hours.from ? 1 : 0
  return { from: instantOf({ ...today, ...clock(hours.from), day: today.day + days }, zone), to: instantOf({ ...today, ...clock(hours.to), day: today.day + days + over }, zone) }
}

/**
 * The time without people that holds `at`, or the last one before it; null: none within two weeks. Weekends and other
 * closed days belong to the night in which they lie.
 * @param hours when people answer @param zone IANA zone of the shop
 */
export function nightOf(at: number, hours: Hours, zone: string): Night | null {
  return nightAmong(at, Array.from({ length: 2 * LONGEST_CLOSED + 1 }, (_, n) => shift(at, n - LONGEST_CLOSED, hours, zone)).filter((one) => one !== null), zone)
}

/** The same by the shop's own hours; a break in the middle of a day is no night. */
export function shopNightOf(at: number, hours: ShopHours): Night | null {
  const shifts = openDays(hours, at, -LONGEST_CLOSED, LONGEST_CLOSED).flatMap((day) => { const [first, last] = [day[0], day.at(-1)]; return first && last ? [{ from: first.from, to: last.to }] : [] })
  return nightAmong(at, shifts, hours.zone)
}

function nightAmong(at: number, shifts: readonly Stretch[], zone: string): Night | null {
  // The closing after which `at` comes, where the next shift is still to come: it is night. Else the one before.
  const opening = shifts.findIndex(({ from }) => from > at)
  const before = opening < 0 ? shifts.at(-1) : shifts[opening - 1]
  const isOpen = before !== undefined && at < before.to
  const end = isOpen ? before : shifts[opening]
  const start = isOpen ? shifts[shifts.indexOf(before) - 1] : before
  if (!end || !start) return null
  const wall = wallTime(start.to, zone)
  return { number: Math.floor(Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS), from: start.to, to: end.from }
}

/** Is nobody there at `at`? */
export const isNight = (night: Night | null, at: number): night is Night => night !== null && at >= night.from && at < night.to
