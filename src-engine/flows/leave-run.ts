import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { runEnded } from './autonomy/settle-evidence.ts'
import type { Engine } from './context.ts'

/** The automatic reply that a waiting message is; null: a person's. */
export function runOf({ store }: Engine, messageId: string): AutopilotRun | null {
  const runId = store.outbox.get(messageId)?.runId ?? null
  return runId === null ? null : store.runs.get(runId)
}

/** An automatic reply has left: acknowledged, or seen in the log. Once is enough. Must run inside a transaction. */
export function leaveRun(engine: Engine, run: AutopilotRun): AutopilotRun {
  if (run.state === 'done') return run
  const done: AutopilotRun = { ...run, state: 'done' }
  engine.store.runs.save(done, engine.clock.now())
  runEnded(engine, done)
  return done
}
