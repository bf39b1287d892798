import type { ConversationStatus } from '../../src-shared/domain/conversation.ts'
import type { Engine } from './context.ts'
import { publishRow, stateOf } from './inbox.ts'
import { stopRun } from './stop-run.ts'
import { unknownConversation } from './thread.ts'

/** Resolves or reopens a conversation: here at once, at the gateway as soon as it is reached. */
export function setStatus(engine: Engine, conversationId: string, status: ConversationStatus): void {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  if (record.conversation.status === status) return
  if (status === 'resolved') stopRun(engine, conversationId, 'undone', 'resolved')
  const id = engine.newId()
  store.transaction(() => {
    store.conversations.upsert({ ...record.conversation, status })
    store.commands.dropPending('status', conversationId)
    store.commands.add({ id, call: 'status', params: { id, conversationId, status, basedOnSeq: record.lastCustomerSeq } })
    store.audit.add(engine.clock.now(), `status-${status}`, conversationId)
  })
  publishRow(engine, conversationId)
  engine.wake('outbox')
}

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
