import type { Clock } from '../../clock.ts'
import type { Pause } from './ask.ts'

/** Lets calls through one after the other, at most so many a second: nobody is refused for haste. */
export function createPace(clock: Pick<Clock, 'now'>, pause: Pause, perSecond: number): () => Promise<void> {
  const gap = 1000 / perSecond
  let next = 0
  return async () => {
    const now = clock.now()
    const mine = Math.max(now, next)
    next = mine + gap
    if (mine > now) await pause(Math.ceil(mine - now))
  }
}
