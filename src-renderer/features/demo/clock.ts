import { DEMO_DAY, DEMO_DAY_SECONDS, demoTimeAt } from '../../../src-shared/domain/demo-day.ts'
import type { DemoState } from '../../../src-shared/domain/demo-play.ts'

/** `20:03`. @param seconds after the beginning of the demo's day */
export function timeOfDay(seconds: number): string {
  const minutes = Math.floor((DEMO_DAY.startsAt + seconds) / 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The demo's time to the minute. @param now milliseconds of the gateway's clock */
export const demoClock = (state: DemoState, now: number): string => timeOfDay(demoTimeAt(state, now))

export const isDayOver = (state: DemoState, now: number): boolean => demoTimeAt(state, now) >= DEMO_DAY_SECONDS

/** `10×`, `1.5×` */
export const speedText = (speed: number): string => `${Math.round(speed * 10) / 10}×`
