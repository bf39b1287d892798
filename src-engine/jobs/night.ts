import type { Engine } from '../flows/context.ts'
import { keepNight } from '../flows/keep-night.ts'
import { dropIdleLeases } from '../flows/lease.ts'
import { createWorker, type Worker } from './worker.ts'

/** Looks at least this often, in milliseconds: hours begin and end without anybody writing. */
const LOOK_MS = 30_000

/** Keeps the desk while nobody is there: after each case that autopilot leaves to people, and every half minute. */
export function createNightWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let stopTimer: (() => void) | null = null
  const worker = createWorker(async () => {
    stopTimer?.()
    stopTimer = engine.clock.after(LOOK_MS, () => worker.wake())
    keepNight(engine)
    await dropIdleLeases(engine)
  }, onError)
  return worker
}
