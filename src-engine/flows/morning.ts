import type { Morning } from '../../src-shared/contract/morning.ts'
import { startOfDay } from '../domain/time/wall.ts'
import type { Engine } from './context.ts'
import { lastNight, nightZone } from './night-hours.ts'
import { workOfNight } from './night-work.ts'

/** Whoever comes before the shop opens sees the card already; so long before, in milliseconds. */
const EARLY_MS = 60 * 60_000
/** Night whose card was put away on this desk. */
const DISMISSED = 'morning-dismissed'

/** What a night desk did in the night that is over; null: none did, it is night again, or the card was put away. */
export function readMorning(engine: Engine): Morning | null {
  const { store, clock } = engine
  const night = lastNight(engine)
  const now = clock.now()
  if (night === null || now < night.to - EARLY_MS || store.settings.read<number | null>(DISMISSED, null) === night.number) return null
  const { answered, noted, left } = workOfNight(engine, night)
  // Its notes are what tells a night desk from a desk that somebody left on.
  if (noted.length === 0) return null
  const endOfDay = startOfDay(now, nightZone(engine), 1)
  const due = [...store.followUps.open().values()].flat().filter(({ dueAt }) => dueAt < endOfDay)
  return { night: night.number, answered: answered.length, noted: noted.length, left, promises: due.length }
}

export function dismissMorning({ store }: Engine, night: number, dismissed: boolean): void {
  store.settings.write(DISMISSED, dismissed ? night : null)
}
