import type { Understanding } from '../../../src-shared/contract/understanding.ts'
import { raises } from '../quality/mood.ts'
import { startOfDay, wallTime } from '../time/wall.ts'
import { allRight, shouldRaise, type Case } from './cases.ts'

/** So far back the weeks and the alarms are counted. */
const WEEKS = 12

type Week = Understanding['weeks'][number]

/** The Monday of the week that holds `at`, `weeks` before. @param timeZone IANA */
export function mondayOf(at: number, timeZone: string, weeks = 0): number {
  const { weekday } = wallTime(at, timeZone)
  return startOfDay(at, timeZone, -((weekday + 6) % 7) - 7 * weeks)
}

/** The first instant that is counted. */
export const sinceWhen = (now: number, timeZone: string): number => mondayOf(now, timeZone, WEEKS - 1)

/** A message that raises an alarm as it is told now. */
export interface Alarm {
  id: string
  at: number
}

/**
 * Checks and alarms of each of the last weeks in which there was anything, oldest first.
 * @param raisedNow messages since `sinceWhen` that raise an alarm, people's words taken in
 */
export function weeksOf(cases: readonly Case[], raisedNow: readonly Alarm[], now: number, timeZone: string): Pick<Understanding, 'weeks' | 'alarms'> {
  const weeks = new Map<number, Week>()
  // Newest first, so that a message finds its week by asking which has begun.
  const starts = Array.from({ length: WEEKS }, (_, back) => mondayOf(now, timeZone, back))
  const weekOf = (at: number): Week | null => {
    const start = starts.find((monday) => monday <= at)
    if (start === undefined) return null
    const week = weeks.get(start) ?? { start, right: 0, of: 0, raised: 0, takenBack: 0, missed: 0 }
    weeks.set(start, week)
    return week
  }
  const add = (at: number, field: Exclude<keyof Week, 'start'>): void => {
    const week = weekOf(at)
    if (week) week[field] += 1
  }
  const missed = new Set<string>()
  for (const one of cases) {
    if (one.sampled) {
      add(one.at, 'of')
      if (allRight(one)) add(one.at, 'right')
    }
    const [was, is] = [raises(one.told), shouldRaise(one)]
    if (was && !is) {
      add(one.at, 'raised')
      add(one.at, 'takenBack')
    }
    if (!was && is) {
      add(one.at, 'missed')
      missed.add(one.messageId)
    }
  }
  for (const { id, at } of raisedNow) if (!missed.has(id)) add(at, 'raised')
  const kept = [...weeks.values()].sort((a, b) => a.start - b.start)
  const sum = (field: 'raised' | 'takenBack' | 'missed'): number => kept.reduce((all, week) => all + week[field], 0)
  return { weeks: kept, alarms: { raised: sum('raised'), takenBack: sum('takenBack'), missed: sum('missed') } }
}
