import type { HoldScope } from '../../../src-shared/domain/autonomy.ts'
import type { Engine } from '../context.ts'
import { stopHeldRuns } from '../stop-run.ts'
import { putHold } from './put-hold.ts'

/** The kill switch of a topic, an action or a channel: whatever waits to leave under it is stopped before anything else. */
export function throwSwitch(engine: Engine, { scope, name, off }: { scope: HoldScope; name: string; off: boolean }, by: string): void {
  putHold(engine, { scope, name, ceiling: off ? 'off' : null, why: 'person' }, by)
  if (off) stopHeldRuns(engine)
}
