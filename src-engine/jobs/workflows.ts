import type { Engine } from '../flows/context.ts'
import { runWorkflow } from '../flows/workflows/run-workflow.ts'
import { behindDrafts } from './behind-drafts.ts'
import { createWorker, type Worker } from './worker.ts'

/** Longest sleep, in milliseconds: an action's outcome may have been missed. */
const LONGEST_MS = 30_000

/** Takes the runs on that have not ended, while the desk is live: nothing goes on by itself offline. What a crash left goes on as well. */
export function createWorkflowWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let stopTimer: (() => void) | null = null
  const worker = createWorker(async () => {
    await behindDrafts(engine)
    stopTimer?.()
    stopTimer = null
    const { workflowRuns } = engine.store
    for (const id of workflowRuns.open()) {
      if (!engine.live.caughtUp) return
      await runWorkflow(engine, id)
    }
    if (workflowRuns.open().length === 0) return
    const wait = (workflowRuns.nextDue() ?? Number.POSITIVE_INFINITY) - engine.clock.now()
    stopTimer = engine.clock.after(Math.min(LONGEST_MS, Math.max(1_000, wait)), () => worker.wake())
  }, onError)
  return worker
}
