import { z } from 'zod'
import { DEMO_DAY_SECONDS, DEMO_SPEEDS } from './demo-day.ts'
import { Millis } from './text.ts'

/** How the demo stands. Between two of these its time goes on by itself: see `demoTimeAt` in demo-day.ts. */
export const DemoState = z.object({
  playing: z.boolean(),
  speed: z.number().positive(),
  /** Seconds after the day's beginning, at `asOf` of the gateway's clock; stops at the end of the day. */
  at: z.number().nonnegative(), asOf: Millis,
  /** Recorded customers who have come since the day was last set back, of all that the day has. */
  started: z.number().int().nonnegative(), total: z.number().int().nonnegative(),
})
export type DemoState = z.infer<typeof DemoState>

/**
 * What a desk may do with the demo. `jump`: `to` in seconds after the day's beginning; whoever's time has passed then does not
 * come, whoever is there goes on. `angry`: a customer who is angry from the first line comes at once, also while paused.
 */
export const DemoAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('speed'), speed: z.number().min(0.1).max(DEMO_SPEEDS[5]) }),
  z.object({ action: z.literal('pause') }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('jump'), to: z.number().min(0).max(DEMO_DAY_SECONDS) }),
  z.object({ action: z.literal('angry') }),
])
export type DemoAction = z.infer<typeof DemoAction>
