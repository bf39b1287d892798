/** The recorded day of the demo. These stand in a file without zod because the window knows them too. */

/**
 * `startsAt` and `endsAt` are seconds after midnight, shop time: 09:00 and 23:00. `peakWindow` is the busiest half-hour,
 * 19:45 to 20:15, in the recording's own time: seconds after `startsAt`.
 */
export const DEMO_DAY = { startsAt: 9 * 3600, endsAt: 23 * 3600, peakWindow: { from: 38_700, to: 40_500 } } as const
/** How long the recorded day lasts. */
export const DEMO_DAY_SECONDS = DEMO_DAY.endsAt - DEMO_DAY.startsAt
/** Where the menu jumps to, in seconds after the day's beginning: 09:00, 12:00, 19:45. */
export const DEMO_PLACES = { morning: 0, lunch: 3 * 3600, peak: DEMO_DAY.peakWindow.from } as const
/** Seconds of the demo per second of the clock. */
export const DEMO_SPEEDS = [1, 2, 5, 10, 30, 60] as const

/** The demo's time at `now` (milliseconds of the gateway's clock), in seconds after the day's beginning. */
export function demoTimeAt({ playing, speed, at, asOf }: { playing: boolean; speed: number; at: number; asOf: number }, now: number): number {
  return Math.min(DEMO_DAY_SECONDS, at + (playing ? Math.max(0, now - asOf) / 1000 * speed : 0))
}
