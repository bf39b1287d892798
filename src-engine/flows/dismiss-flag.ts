import type { Engine } from './context.ts'
import { publishRow, stateOf } from './inbox.ts'
import { unknownConversation } from './thread.ts'

/** The agent says the flag is wrong, or takes that back. */
export function dismissFlag(engine: Engine, conversationId: string, dismissed: boolean): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  engine.store.transaction(() => {
    engine.store.conversations.saveState(conversationId, JSON.stringify({ ...stateOf(record), flagDismissed: dismissed }))
    engine.store.audit.add(engine.clock.now(), dismissed ? 'flag-dismissed' : 'flag-restored', conversationId)
  })
  publishRow(engine, conversationId)
  engine.publish({ kind: 'context', conversationId })
}
