import type { Engine } from '../flows/context.ts'
import { uploadPictures } from '../flows/upload-pictures.ts'
import { createWorker, type Worker } from './worker.ts'

const RETRY_MS = 2_000

/** Brings pictures to the gateway ahead of their replies. A worker of its own, so that a large one holds up no other words. */
export function createUploadWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let stopTimer: (() => void) | null = null
  const wakeIn = (ms: number): void => {
    stopTimer?.()
    stopTimer = engine.clock.after(ms, () => worker.wake())
  }
  async function pass(): Promise<void> {
    while (engine.live.caughtUp) {
      const items = engine.store.outbox.toUpload(engine.clock.now())
      if (items.length === 0) break
      for (const item of items) {
        if (!engine.live.caughtUp || !(await uploadPictures(engine, item))) return wakeIn(RETRY_MS)
      }
    }
    // One that the gateway did not take now has its next try in the same column as an undo window's end.
    const next = engine.store.outbox.nextDue(engine.clock.now())
    if (next !== null) wakeIn(Math.max(10, next - engine.clock.now()))
  }
  const worker = createWorker(pass, onError)
  return worker
}
