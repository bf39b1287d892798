import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { heldBack } from './autonomy/held-back.ts'
import { runEnded } from './autonomy/settle-evidence.ts'
import type { Engine } from './context.ts'
import { stopAutomaticActs } from './cases/act-on-case.ts'
import { publishDesk, publishRow } from './inbox.ts'

/** Ends the automatic reply that waits in this conversation; its message never leaves. @returns null when there is none, or when it is on the line already. */
export function stopRun(engine: Engine, conversationId: string, state: 'undone' | 'handed-over', reason: string): AutopilotRun | null {
  const { store } = engine
  const run = store.runs.latest(conversationId)
  if (!run || run.state !== 'undo') return null
  if (store.outbox.get(run.messageId)?.onTheLine) return null
  const ended: AutopilotRun = { ...run, state, reason }
  const stopped = store.transaction(() => {
    if (!store.outbox.remove(run.messageId)) return false
    store.runs.save(ended, engine.clock.now())
    store.audit.add(engine.clock.now(), `autopilot-${state}`, run.id, reason)
    runEnded(engine, ended)
    return true
  })
  if (!stopped) return null
  engine.publish({ kind: 'message-gone', conversationId, id: run.messageId })
  engine.publish({ kind: 'run', conversationId, run: ended })
  engine.trace('autopilot', conversationId, `${state} ${reason}`)
  publishRow(engine, conversationId)
  publishDesk(engine)
  engine.wake('workflows')
  return ended
}

/** The kill switch: every automatic reply that has not left is stopped. */
export function stopAllRuns(engine: Engine): void {
  stopAutomaticActs(engine)
  for (const run of engine.store.runs.active()) stopRun(engine, run.conversationId, 'undone', 'paused')
}

/** A switch of a topic, an action or a channel: what waits under it is stopped. */
export function stopHeldRuns(engine: Engine): void {
  stopAutomaticActs(engine)
  for (const { conversationId, intent } of engine.store.runs.active()) {
    const channel = engine.store.conversations.get(conversationId)?.conversation.channel ?? null
    if (heldBack(engine, { intent, channel })) stopRun(engine, conversationId, 'undone', 'held')
  }
}
