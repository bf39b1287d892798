import type { Engine } from '../flows/context.ts'
import { embedSome } from '../flows/embed-passages.ts'
import { createWorker, type Worker } from './worker.ts'

/** The endpoint that is to be left alone is looked at again after this; that costs nothing. */
const RETRY_MS = 15_000

/** Gives passages their vectors, slice by slice, beside everything else. `stop`: ends the request that is on its way. */
export function createVectorWorker(engine: Engine, onError: (thrown: unknown) => void): Worker & { stop(): void } {
  const stopped = new AbortController()
  let waiting: (() => void) | null = null
  const worker = createWorker(async () => {
    waiting?.()
    waiting = null
    if (stopped.signal.aborted) return
    const left = await embedSome(engine, stopped.signal)
    if (left === 'more') worker.wake()
    if (left === 'waits') waiting = engine.clock.after(RETRY_MS, () => worker.wake())
  }, onError)
  return { ...worker, stop: () => stopped.abort() }
}
