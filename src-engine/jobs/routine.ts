import type { Engine } from '../flows/context.ts'
import { settleRoutine } from '../flows/settle-routine.ts'
import { takeUp } from '../flows/workflows/start-workflow.ts'
import { behindDrafts } from './behind-drafts.ts'
import { createWorker, type Worker } from './worker.ts'

/** Cases looked at in one pass; those that come meanwhile make another. */
const BATCH = 100

/** Considers routine cases one after the other, only while the desk is live: nothing acts by itself offline. */
export function createRoutineWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  return createWorker(async () => {
    await behindDrafts(engine)
    for (const job of engine.store.jobs.next('routine', BATCH)) {
      if (!engine.live.caughtUp) return
      // A workflow speaks for itself; beside it nothing else answers.
      if (!(await takeUp(engine, job))) await settleRoutine(engine, job)
    }
  }, onError)
}
