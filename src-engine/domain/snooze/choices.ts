import { instantOf, wallTime } from '../time/wall.ts'

export const SNOOZE_KINDS = ['later', 'tomorrow', 'monday'] as const
export type SnoozeKind = (typeof SNOOZE_KINDS)[number]

const HOUR = 3_600_000
/** "Later today" lies within the shop's day: before it begins it is its beginning, after its end there is none. */
const DAY = { from: 9, to: 21 }

/** The usual ways to put something away, in the shop's zone; later today only while there is enough of today. */
export function snoozeChoices(now: number, timeZone: string): { kind: SnoozeKind; until: number }[] {
  const today = wallTime(now, timeZone)
  const morning = (days: number): number => instantOf({ ...today, day: today.day + days, hour: DAY.from, minute: 0 }, timeZone)
  const later = Math.max(Math.ceil((now + 3 * HOUR) / (HOUR / 2)) * (HOUR / 2), morning(0))
  const end = wallTime(later, timeZone)
  const toMonday = ((8 - today.weekday) % 7) || 7
  return [
    ...(end.day === today.day && end.hour < DAY.to ? [{ kind: 'later' as const, until: later }] : []),
    { kind: 'tomorrow', until: morning(1) },
    // On a Sunday tomorrow is Monday already.
    ...(toMonday > 1 ? [{ kind: 'monday' as const, until: morning(toMonday) }] : []),
  ]
}
