import type { Hold, Proposal } from '../../../src-shared/domain/autonomy.ts'
import type { Engine } from '../context.ts'
import { publishDesk } from '../inbox.ts'
import { stopHeldRuns } from '../stop-run.ts'

/** Another seat, or the gateway's answer to this one, holds or lets go on. Must run inside a transaction. @returns what to do after the commit */
export function receiveHold(engine: Engine, hold: Hold): (() => void) | null {
  const { holds } = engine.store
  const own = hold.by.seatId === engine.seatId
  // Our own wish is on its way: only another seat's stop is stronger.
  if (!own && holds.pending(hold.scope, hold.name) === 'off') return null
  if (!own && hold.ceiling !== null) holds.dropPending(hold.scope, hold.name)
  if (holds.pending(hold.scope, hold.name) !== null) return null
  holds.put(hold)
  return () => {
    stopHeldRuns(engine)
    engine.publish({ kind: 'autonomy', fell: !own && hold.why !== 'person' ? hold : null })
    publishDesk(engine)
  }
}

/** A policy waits for a second seat, or was decided on. */
export function receiveProposal(engine: Engine, proposal: Proposal): () => void {
  engine.store.holds.putProposal(proposal)
  return () => engine.publish({ kind: 'autonomy', fell: null })
}
