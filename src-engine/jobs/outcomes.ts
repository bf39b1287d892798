import { toAppError } from '../../src-shared/errors.ts'
import type { Engine } from '../flows/context.ts'
import { tellOutcomes } from '../flows/tell-outcomes.ts'
import { createWorker, type Worker } from './worker.ts'

/** Not told more often, in milliseconds: supervisors read days that are over. */
const EVERY_MS = 10 * 60_000

/** Tells the gateway what became of drafts, once the line is there and now and then while replies are sent. What could not be told is told the next time. */
export function createOutcomeWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let next = 0
  let stopTimer: (() => void) | null = null
  async function pass(): Promise<void> {
    if (!engine.live.caughtUp) return
    const now = engine.clock.now()
    stopTimer?.()
    stopTimer = null
    if (now < next) {
      stopTimer = engine.clock.after(next - now, () => worker.wake())
      return
    }
    next = now + EVERY_MS
    try {
      await tellOutcomes(engine)
    } catch (thrown) {
      const { code, retryable } = toAppError(thrown)
      // A role that was taken away a moment ago.
      if (code === 'not-permitted') return
      if (!retryable) throw thrown
      stopTimer = engine.clock.after(EVERY_MS, () => worker.wake())
    }
  }
  const worker = createWorker(pass, onError)
  return worker
}
