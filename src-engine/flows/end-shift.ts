import type { Engine } from './context.ts'
import { keepNight } from './keep-night.ts'
import { dropLease } from './lease.ts'
import { stopRun } from './stop-run.ts'

/**
 * Ends a night's work in order: what was about to be sent stays here and goes to a person, the notes are brought up to
 * date, and every lease is given back, so that no conversation is held for a seat that is gone.
 */
export async function endShift(engine: Engine): Promise<void> {
  for (const run of engine.store.runs.active()) stopRun(engine, run.conversationId, 'handed-over', 'shift-over')
  keepNight(engine)
  await Promise.all([...engine.live.leases.keys()].map((conversationId) => dropLease(engine, conversationId)))
}
