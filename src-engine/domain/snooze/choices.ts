import { instantOf, wallTime } from '../time/wall.ts'

export const SNOOZE_KINDS = ['later', 'tomorrow', 'monday'] as const
export type SnoozeKind = (typeof SNOOZE_KINDS)[number]

const HOUR = 3_600_000
/** "Later today" after this hour of the shop would be night. */
const LAST_HOUR = 21

/** The usual ways to put something away, in the shop's zone; later today only while there is enough of today. */
export function snoozeChoices(now: number, timeZone: string): { kind: SnoozeKind; until: number }[] {
  const today = wallTime(now, timeZone)
  const morning = (days: number): number => instantOf({ ...today, day: today.day + days, hour: 9, minute: 0 }, timeZone)
  const later = Math.ceil((now + 3 * HOUR) / (HOUR / 2)) * (HOUR / 2)
  const end = wallTime(later, timeZone)
  const toMonday = ((8 - today.weekday) % 7) || 7
  return [
    ...(end.day === today.day && end.hour < LAST_HOUR ? [{ kind: 'later' as const, until: later }] : []),
    { kind: 'tomorrow', until: morning(1) },
    // On a Sunday tomorrow is Monday already.
    ...(toMonday > 1 ? [{ kind: 'monday' as const, until: morning(toMonday) }] : []),
  ]
}
