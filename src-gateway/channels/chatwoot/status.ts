import type { ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import type { ConnectorHost, StatusSaid } from '../connector.ts'
import { askedPauseMs } from '../outside-call.ts'
import { type ChatwootApi, troubleOf } from './api.ts'
import type { ChatwootConversation } from './shapes.ts'

/** Chatwoot's `pending` (with a bot) and `snoozed` are open here. null: it does not say. */
export function statusOf({ status }: ChatwootConversation): ConversationStatus | null {
  if (status === 'resolved') return 'resolved'
  return status === 'open' || status === 'pending' || status === 'snoozed' ? 'open' : null
}

/** Asks first how it stands: what is pending or snoozed there is open already and stays as it is. Callers hold the conversation's turn. */
export async function setStatus(api: ChatwootApi, conversationId: number, status: ConversationStatus): Promise<StatusSaid> {
  const there = await api.conversation(conversationId)
  if (there !== null && statusOf(there) === status) return { state: 'done' }
  const answer = await api.toggleStatus(conversationId, status)
  const trouble = troubleOf(answer)
  if (trouble === null) return { state: 'done' }
  if (trouble === 'gone' || trouble === 'strange') return { state: 'failed' }
  const afterMs = answer.kind === 'answered' ? askedPauseMs(answer.headers) : null
  return { state: 'retry', ...(afterMs === null ? {} : { afterMs }) }
}

/**
 * A conversation came by that bears a status. Webhooks come late, twice and in any order: what is news is asked for, and only
 * what the account says then counts. Callers hold the conversation's turn, so that no change of ours is under way.
 * @param changedAt when the status was changed, milliseconds by the server's clock; null: that is not what it tells.
 */
export async function noticeStatus(host: Pick<ConnectorHost, 'status' | 'statusThere'>, api: ChatwootApi, conversation: ChatwootConversation, changedAt: number | null): Promise<void> {
  const thread = String(conversation.id)
  const said = statusOf(conversation)
  const known = said === null ? null : await host.status(thread)
  if (said === null || known === null) return
  if (said === known) return changedAt === null ? undefined : host.statusThere(thread, said, changedAt)
  const asked = await api.conversation(conversation.id)
  const now = asked === null ? null : statusOf(asked)
  if (now !== null) await host.statusThere(thread, now, null)
}
