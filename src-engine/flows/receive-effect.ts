import type { Effect } from '../../src-shared/domain/effect.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { WaitingCommand } from '../store/commands.ts'
import { effectSettled } from './autonomy/settle-evidence.ts'
import type { Engine } from './context.ts'

/**
 * The log, or the answer to this desk's own call, tells what came of an action; whichever is first settles it. Must run
 * inside a transaction. @returns what to do after the commit, or null when it was known
 */
export function receiveEffect(engine: Engine, effect: Effect): (() => void) | null {
  const { store } = engine
  // It has the id of the call that made it: that has arrived, whether its acknowledgement did or not.
  store.commands.remove(effect.id)
  if (!store.effects.settle(effect)) return null
  effectSettled(engine, effect)
  const { outcome } = effect
  if (effect.by.seatId === engine.seatId) store.audit.add(engine.clock.now(), `action-${outcome.state}`, effect.id, outcome.state === 'refused' ? outcome.reason : effect.action.kind)
  return () => {
    if (effect.conversationId !== null) engine.publish({ kind: 'context', conversationId: effect.conversationId })
    // Whatever works by itself and waited for this goes on.
    engine.wake('routine')
    engine.wake('workflows')
  }
}

/** As `receiveEffect`, in a transaction of its own. */
export function settleEffect(engine: Engine, effect: Effect): void {
  engine.store.transaction(() => receiveEffect(engine, effect))?.()
}

/** The gateway will never take this call (an older one that does not know it): nothing was done, and that is told as any refusal. */
export function refuseEffect(engine: Engine, { params }: WaitingCommand, code: string): void {
  const { id, conversationId, caseId, runId, action, by } = params as unknown as SeatParams<'perform'>
  settleEffect(engine, { id, conversationId, caseId, runId, action, by: { ...by, seatId: engine.seatId }, outcome: { state: 'refused', reason: 'unsupported', detail: code }, at: engine.clock.now() })
}
