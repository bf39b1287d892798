import { z } from 'zod'
import { AutopilotRun } from '../domain/run.ts'
import { Millis } from '../domain/text.ts'

/** A case that autopilot took up, with whom it was about. */
export const AutopilotDoing = z.object({ run: AutopilotRun, displayName: z.string(), startedAt: Millis, /** What went out or was to go out; empty: it is gone. */ text: z.string() })
export type AutopilotDoing = z.infer<typeof AutopilotDoing>

/** What the window may ask about autopilot. */
export const AUTOPILOT_CALLS = {
  /** What autopilot took up on this desk, newest first, at most 200. */
  'autopilot.recent': { params: z.object({}), result: z.object({ doings: z.array(AutopilotDoing) }) },
} as const
export type AutopilotCalls = typeof AUTOPILOT_CALLS
