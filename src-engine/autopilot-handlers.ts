import type { AutopilotCalls } from '../src-shared/contract/autopilot.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { recentDoings } from './flows/recent-doings.ts'

/** What the window may ask about autopilot. */
export function autopilotHandlers(engine: Engine): Pick<Handlers, keyof AutopilotCalls> {
  return {
    'autopilot.recent': () => ({ doings: recentDoings(engine) }),
  }
}
