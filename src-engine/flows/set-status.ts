import type { ConversationStatus } from '../../src-shared/domain/conversation.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import { AppError } from '../../src-shared/errors.ts'
import { predictDisposition } from '../domain/quality/disposition.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { aboutOrder } from './about-order.ts'
import type { Engine } from './context.ts'
import { putAway } from './set-snooze.ts'
import { publishRow, stateOf } from './inbox.ts'
import { stopRun } from './stop-run.ts'
import { unknownConversation } from './thread.ts'

/**
 * Resolves or reopens a conversation: here at once, at the gateway as soon as it is reached.
 * @param snoozeUntil of an undone resolve: when the snooze that it ended is over, gateway time
 * @returns how a resolve is thought to have ended; null when nothing was resolved
 */
export function setStatus(engine: Engine, conversationId: string, status: ConversationStatus, agentName = '', snoozeUntil?: number): Disposition | null {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  if (record.conversation.status === status) {
    // The window may have painted what it hoped for.
    publishRow(engine, conversationId)
    return null
  }
  const disposition = status === 'resolved' ? resolve(engine, record, agentName) : null
  if (status === 'open') reopen(engine, record, snoozeUntil)
  publishRow(engine, conversationId)
  engine.publish({ kind: 'context', conversationId })
  engine.wake('outbox')
  engine.wake('wakeups')
  return disposition
}

/** A flag is up: whoever leaves like that is not asked how they found it. */
function isAngry(record: ConversationRecord): boolean {
  const { flag, flagDismissed } = stateOf(record)
  return flag !== null && !flagDismissed
}

function resolve(engine: Engine, record: ConversationRecord, agentName: string): Disposition {
  const { store } = engine
  const { id: conversationId } = record.conversation
  stopRun(engine, conversationId, 'undone', 'resolved')
  const id = engine.newId()
  const at = engine.clock.now()
  const disposition = predict(engine, record)
  store.transaction(() => {
    store.conversations.upsert({ ...record.conversation, status: 'resolved', snooze: null, resolution: { id, at } })
    store.resolutions.put({ id, conversationId, disposition, by: { id: engine.seatId, name: agentName }, at, withdrawn: false })
    for (const call of ['status', 'snooze'] as const) store.commands.dropPending(call, conversationId)
    store.commands.add({ id, call: 'status', params: { id, conversationId, status: 'resolved', disposition, name: agentName, basedOnSeq: record.lastCustomerSeq, ...(isAngry(record) ? { angry: true } : {}) } })
    store.audit.add(at, 'status-resolved', conversationId, disposition)
  })
  return disposition
}

function reopen(engine: Engine, record: ConversationRecord, snoozeUntil: number | undefined): void {
  const { store } = engine
  const { id: conversationId, resolution: ended } = record.conversation
  const id = engine.newId()
  store.transaction(() => {
    withdraw(engine, record, store.commands.pending('status', conversationId))
    store.commands.dropPending('status', conversationId)
    store.commands.add({ id, call: 'status', params: { id, conversationId, status: 'open', ...(ended ? { resolutionId: ended.id } : {}) } })
    store.audit.add(engine.clock.now(), 'status-open', conversationId)
    // Whoever has written since has opened it again themselves, and never comes here.
    const reopened = store.conversations.get(conversationId)
    if (reopened && snoozeUntil !== undefined && snoozeUntil > engine.clock.now()) putAway(engine, reopened, snoozeUntil)
  })
}

/**
 * The conversation is open again and its last end was none. Must run inside a transaction.
 * @param neverArrived the gateway never heard of that end: the snooze that it ended here is not ended yet for the others
 */
export function withdraw({ store, newId }: Engine, { conversation, lastCustomerSeq: seenSeq }: ConversationRecord, neverArrived: boolean): void {
  const { id: conversationId } = conversation
  const resolution = conversation.resolution ? store.resolutions.get(conversation.resolution.id) : null
  if (resolution) {
    store.resolutions.put({ ...resolution, withdrawn: true })
    store.commands.dropAbout('disposition', 'resolutionId', resolution.id)
  }
  store.conversations.upsert({ ...conversation, status: 'open', resolution: null, ...(neverArrived ? { snooze: null } : {}) })
  if (!neverArrived) return
  const id = newId()
  store.commands.dropPending('snooze', conversationId)
  store.commands.add({ id, call: 'snooze', params: { id, conversationId, until: null, seenSeq } })
}

function predict(engine: Engine, record: ConversationRecord): Disposition {
  const state = stateOf(record)
  const onTheWay = engine.store.outbox.of(record.conversation.id).length > 0
  return predictDisposition({
    topic: state.openTopic, marks: state.marks, order: aboutOrder(engine, record),
    customerLast: !onTheWay && record.lastCustomerSeq > record.lastDeskSeq, answered: onTheWay || record.lastDeskSeq > 0, closed: state.acts.some((act) => act === 'thanks' || act === 'closing'),
  })
}

/** Says otherwise how the conversation ended. @throws AppError `not-resolved` when it is open (again) */
export function setDisposition(engine: Engine, conversationId: string, disposition: Disposition): void {
  const { store } = engine
  const { resolution } = store.conversations.get(conversationId)?.conversation ?? {}
  const known = resolution ? store.resolutions.get(resolution.id) : null
  if (!known) throw new AppError({ code: 'not-resolved', retryable: false, say: { zh: '会话又打开了，结果没有改。', en: 'The conversation is open again; nothing was changed.' } })
  const id = engine.newId()
  store.transaction(() => {
    store.resolutions.put({ ...known, disposition })
    store.commands.dropAbout('disposition', 'resolutionId', known.id)
    store.commands.add({ id, call: 'disposition', params: { id, conversationId, resolutionId: known.id, disposition } })
    store.audit.add(engine.clock.now(), 'disposition-changed', conversationId, disposition)
  })
  engine.publish({ kind: 'context', conversationId })
  engine.wake('outbox')
}
