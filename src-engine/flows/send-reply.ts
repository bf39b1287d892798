import type { CallParams } from '../../src-shared/contract/calls.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { NewReply, OutboxItem } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { publishDesk, publishRow } from './inbox.ts'
import { publishUnsent } from './save-unsent.ts'
import { setStatus } from './set-status.ts'
import { stopRun } from './stop-run.ts'
import { fromOutbox, unknownConversation } from './thread.ts'

/** Whoever writes to a resolved conversation opens it again. @throws AppError `not-found` */
function reopen(engine: Engine, conversationId: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  if (record.conversation.status === 'resolved') setStatus(engine, conversationId, 'open')
}

/** Queues a person's reply: one transaction for the outbox row, the composer's words and the audit; paints at once. */
export function sendReply(engine: Engine, params: CallParams<'reply.send'>, agentName: string): void {
  const { store } = engine
  if (store.messages.has(params.id) || store.outbox.get(params.id)) return
  reopen(engine, params.conversationId)
  const item: NewReply = {
    id: params.id, conversationId: params.conversationId, authorKind: 'agent', authorName: agentName, text: params.text,
    attachments: params.attachments, basedOnSeq: params.basedOnSeq, draftId: params.draftId, runId: null,
    createdAt: engine.clock.now(), notBefore: 0, state: 'queued', holdReason: null,
  }
  const added = store.transaction(() => {
    if (store.messages.has(item.id) || !store.outbox.add(item)) return false
    store.unsent.set(item.conversationId, '')
    store.jobs.done('routine', item.conversationId, Number.MAX_SAFE_INTEGER)
    store.audit.add(item.createdAt, 'reply-queued', item.id, item.draftId ? 'from-draft' : 'own')
    return true
  })
  if (!added) return
  // A person answers: an automatic reply that still waits would only repeat it.
  stopRun(engine, item.conversationId, 'undone', 'person-replied')
  engine.publish({ kind: 'message', message: fromOutbox(item) })
  engine.publish({ kind: 'draft', conversationId: item.conversationId, draft: null })
  publishUnsent(engine, item.conversationId, null)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  engine.wake('outbox')
}

/** The reply was given to the line and may have arrived: to change it now could send two. */
export function onTheLine(): AppError {
  return new AppError({ code: 'on-the-line', retryable: true, say: { zh: '这条正在发出，还不知道对方收到没有；等连接恢复后再改。', en: 'That reply is on its way and may have arrived. Wait until the line is back.' } })
}

function waitingReply(engine: Engine, id: string): OutboxItem {
  const item = engine.store.outbox.get(id)
  if (!item) throw new AppError({ code: 'already-sent', retryable: false, say: { zh: '这条回复已经发出，不能再改。', en: 'That reply has been sent already.' } })
  return item
}

/** The person read what came since and sends the held reply after all. */
export function releaseReply(engine: Engine, id: string, basedOnSeq: number): void {
  const item = waitingReply(engine, id)
  if (item.state !== 'held') return
  reopen(engine, item.conversationId)
  engine.store.transaction(() => {
    engine.store.outbox.release(id, basedOnSeq, engine.clock.now())
    engine.store.audit.add(engine.clock.now(), 'reply-released', id)
  })
  const released = engine.store.outbox.get(id)
  if (released) engine.publish({ kind: 'message', message: fromOutbox(released) })
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  engine.wake('outbox')
}

/** Takes a waiting or held reply back into the composer. @returns its text. */
export function takeBackReply(engine: Engine, id: string): string {
  const item = waitingReply(engine, id)
  if (item.onTheLine) throw onTheLine()
  engine.store.transaction(() => {
    engine.store.outbox.remove(id)
    const typed = engine.store.unsent.get(item.conversationId)
    engine.store.unsent.set(item.conversationId, typed ? `${item.text}\n${typed}` : item.text)
    engine.store.audit.add(engine.clock.now(), 'reply-taken-back', id)
  })
  engine.publish({ kind: 'message-gone', conversationId: item.conversationId, id })
  publishUnsent(engine, item.conversationId, null)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  return item.text
}
