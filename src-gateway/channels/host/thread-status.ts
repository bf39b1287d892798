import { v7 as uuidv7 } from 'uuid'
import type { ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import { appendConversation, conversationOrRefuse } from '../../append.ts'
import { changeStatus } from '../../desk-changes.ts'
import type { ConnectorRow, ThreadStatusRow } from '../../store/channel-store.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'
import type { StatusSaid } from '../connector.ts'
import { backOff } from './back-off.ts'
import { ELSEWHERE } from './receive.ts'

/** A thread that was never heard of stands open: its customer has just written. */
export async function threadStatusOf(tx: ReadTx, connectorId: string, conversationId: string): Promise<ThreadStatusRow> {
  return await tx.channels.threadStatus(conversationId) ?? { conversationId, connectorId, theirs: 'open', wantedAt: 0, attempts: 0, nextAt: null }
}

/**
 * A conversation changed here at that time: where it stands otherwise than its thread, that is to be said there. What came
 * from there is no such change. @returns the connector that has something to say
 */
export async function noteStatus(tx: WriteTx, now: number, conversationId: string, at: number): Promise<string | null> {
  const thread = await tx.channels.threadOf(conversationId)
  if (thread === null || await tx.channels.connector(thread.connectorId) === null) return null
  const { conversation } = await conversationOrRefuse(tx, conversationId)
  const row = await threadStatusOf(tx, thread.connectorId, conversationId)
  const differs = conversation.status !== row.theirs
  if (differs === (row.nextAt !== null)) return null
  await tx.channels.putThreadStatus(differs ? { ...row, wantedAt: at, attempts: 0, nextAt: now } : { ...row, nextAt: null })
  return differs ? thread.connectorId : null
}

/** The other side says how its thread stands; ours follows in the same transaction, so that it is not said back. */
export async function takeStatus(tx: WriteTx, now: number, { id, name }: Pick<ConnectorRow, 'id' | 'name'>, threadId: string, status: ConversationStatus, changedAt: number | null): Promise<void> {
  const thread = await tx.channels.thread(id, threadId)
  if (thread === null) return
  const row = await threadStatusOf(tx, id, thread.conversationId)
  const isNewer = row.nextAt !== null && changedAt !== null && changedAt > row.wantedAt
  if (status === row.theirs && !isNewer) return
  await tx.channels.putThreadStatus({ ...row, theirs: status, nextAt: null })
  const ours = await conversationOrRefuse(tx, thread.conversationId)
  if (ours.conversation.status === status) return
  if (status === 'resolved') await changeStatus(tx, now, `${ELSEWHERE}${id}`, { id: uuidv7(), conversationId: thread.conversationId, status, name: name.slice(0, 80) })
  // The end that was said stays said, as when the customer writes again: nobody here has taken it back.
  else await appendConversation(tx, now, ours, { status, resolution: null })
}

/** What became of saying it. A change here in the meantime is said next. @param chance 0 to below 1 */
export async function settleStatus(tx: WriteTx, now: number, said: ThreadStatusRow, status: ConversationStatus, answer: StatusSaid, chance: number): Promise<void> {
  const row = await tx.channels.threadStatus(said.conversationId)
  if (row === null) return
  if (answer.state === 'retry') {
    const attempts = row.attempts + 1
    if (row.nextAt !== null) await tx.channels.putThreadStatus({ ...row, attempts, nextAt: now + Math.max(backOff(attempts, chance), answer.afterMs ?? 0) })
    return
  }
  const { conversation } = await conversationOrRefuse(tx, said.conversationId)
  const again = conversation.status !== status
  await tx.channels.putThreadStatus({ ...row, theirs: status, attempts: 0, nextAt: again ? now : null, wantedAt: again ? now : row.wantedAt })
}
