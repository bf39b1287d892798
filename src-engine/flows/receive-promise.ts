import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import type { WaitingCommand } from '../store/commands.ts'
import { tellPromise } from './change-promise.ts'
import type { Engine } from './context.ts'

const later = (a: FollowUp | null, b: FollowUp | null): FollowUp | null => (a === null || (b !== null && b.revision > a.revision) ? b : a)

/**
 * The log tells of a promise. While a change of this desk is on its way that stands on the screen, and what was heard
 * waits for the answer to it. Must run inside a transaction. @returns what to do after the commit, or null
 */
export function receivePromise(engine: Engine, followUp: FollowUp): (() => void) | null {
  const { store } = engine
  // It has the id of the call that made it: that has arrived, whether its acknowledgement did or not.
  store.commands.remove(followUp.id)
  const known = store.followUps.get(followUp.id)
  if (known && store.commands.aboutFollowUp(followUp.id)) {
    store.followUps.hear(followUp)
    return null
  }
  if (known && known.revision > followUp.revision) return null
  store.followUps.put(followUp)
  return () => tellPromise(engine, followUp.conversationId)
}

/** The id of the promise that a waiting call is about; null: of none. */
export const promiseOf = ({ id, call, params }: WaitingCommand): string | null => (call === 'followUp' ? id : call === 'changeFollowUp' ? String(params['followUpId']) : null)

/**
 * The gateway took a call about a promise, or never will (null): of its answer and what was heard meanwhile the later
 * holds, once nothing else of this desk is on its way.
 */
export function settlePromise(engine: Engine, command: WaitingCommand, answer: FollowUp | null): void {
  const { store } = engine
  const id = promiseOf(command)
  if (id === null) return
  const conversationId = engine.store.transaction(() => {
    store.commands.remove(command.id)
    const known = store.followUps.get(id)
    const newest = later(store.followUps.takeHeard(id), answer)
    if (newest === null) return known?.conversationId
    if (store.commands.aboutFollowUp(id)) store.followUps.hear(newest)
    // The log may have told of it, and of a colleague's word after it, before this answer came.
    else if (!known || known.revision <= newest.revision) store.followUps.put(newest)
    return newest.conversationId
  })
  if (conversationId) tellPromise(engine, conversationId)
}
