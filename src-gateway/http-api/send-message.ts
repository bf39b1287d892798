import { alreadyAppended, appendMessage, conversationOrRefuse } from '../append.ts'
import { currentLease } from '../leases.ts'
import type { ApiKeyRow } from '../store/integrations.ts'
import type { WriteTx } from '../store/store.ts'
import { ApiProblem } from './problem.ts'

/** Whom the log names as the author of what a key wrote. No seat has such an id. */
export const authorOf = ({ id, name }: ApiKeyRow): { id: string; name: string } => ({ id: `api:${id}`, name })

/**
 * Appends another system's words to the customer; from there they go the way of every reply. They give way to people: not
 * while a seat holds the conversation, and they take no lease themselves.
 * @throws ApiProblem `closed`, `with-colleague`, `newer-message`; AppError `not-found`, `id-taken`
 */
export async function sendMessage(tx: WriteTx, now: number, key: ApiKeyRow, wanted: { id: string; conversationId: string; text: string; basedOnSeq: number | undefined }): Promise<void> {
  const { id, conversationId, text, basedOnSeq } = wanted
  if ((await alreadyAppended(tx, { id, conversationId, fromCustomer: false })) !== null) return
  const row = await conversationOrRefuse(tx, conversationId)
  if (row.conversation.status === 'resolved') throw new ApiProblem('closed')
  if ((await currentLease(tx, conversationId, now)) !== null) throw new ApiProblem('with-colleague')
  if (basedOnSeq !== undefined && row.lastCustomerSeq > basedOnSeq) throw new ApiProblem('newer-message')
  await appendMessage(tx, now, row.lastSeq, { id, conversationId, author: { kind: 'agent', ...authorOf(key) }, text, attachments: [] })
}
