import type { MorningCalls } from '../src-shared/contract/morning.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { dismissMorning, readMorning } from './flows/morning.ts'

/** What the window may ask about the night that is over. */
export function morningHandlers(engine: Engine): Pick<Handlers, keyof MorningCalls> {
  return {
    'morning.read': () => ({ morning: readMorning(engine) }),
    'morning.dismiss': ({ night, dismissed }) => {
      dismissMorning(engine, night, dismissed)
      return {}
    },
  }
}
