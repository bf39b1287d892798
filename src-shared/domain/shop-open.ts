import type { OpenSpan, ShopHours } from './shop-hours.ts'
import { instantOf, wallTime, type WallTime } from './wall.ts'

/** A stretch of time, milliseconds since the epoch; `to` is no longer in it. */
export interface Stretch { from: number; to: number }

/** A shop that is closed for longer than this (in days) is one that nobody keeps. */
const LOOK_AHEAD_DAYS = 60

const two = (n: number): string => String(n).padStart(2, '0')

/** The day `days` after the one of `wall`, as the calendar has it. */
function dayAfter({ year, month, day }: WallTime, days: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() }
}

/** What is open on that day: its exception, else its day of the week. */
function spansOn({ week, exceptions }: ShopHours, { year, month, day, weekday }: ReturnType<typeof dayAfter>): readonly OpenSpan[] {
  const name = `${year}-${two(month)}-${two(day)}`
  return exceptions.find((one) => one.day === name)?.open ?? week[(weekday + 6) % 7] ?? []
}

/** When people are there on the days from `first` to `last` after the one that holds `at`, each day's stretches in order. */
export function openDays(hours: ShopHours, at: number, first: number, last: number): Stretch[][] {
  const today = wallTime(at, hours.zone)
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const date = dayAfter(today, first + n)
    const instant = (time: string): number => instantOf({ ...date, hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) }, hours.zone)
    return spansOn(hours, date).map(({ from, to }) => ({ from: instant(from), to: instant(to) }))
  })
}

/** The instant at which `ms` have passed since `start`, counting only the shop's hours; as if it were open where it does not open for two months. */
export function afterOpen(hours: ShopHours, start: number, ms: number): number {
  let left = ms
  for (let day = 0; day <= LOOK_AHEAD_DAYS; day++) {
    for (const { from, to } of openDays(hours, start, day, day)[0] ?? []) {
      const begins = Math.max(start, from)
      if (to <= begins) continue
      if (left <= to - begins) return begins + left
      left -= to - begins
    }
  }
  return start + ms
}

export const isShopOpen = (hours: ShopHours, at: number): boolean => (openDays(hours, at, 0, 0)[0] ?? []).some(({ from, to }) => at >= from && at < to)

/** When people are back; null: not within two months. @param at a time at which the shop is closed */
export function opensAfter(hours: ShopHours, at: number): number | null {
  for (let day = 0; day <= LOOK_AHEAD_DAYS; day++) {
    const next = (openDays(hours, at, day, day)[0] ?? []).find(({ from }) => from > at)
    if (next) return next.from
  }
  return null
}
