import { openMailThread } from '../email/open-thread.ts'
import type { ConnectorRow } from '../../store/channel-store.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'

/** The mail channel that answers contacts: the oldest that is on; null: there is none. */
export async function mailLine(tx: ReadTx): Promise<ConnectorRow | null> {
  const on = (await tx.channels.connectors()).filter(({ channel, enabled }) => channel === 'email' && enabled)
  return on.sort((a, b) => a.createdAt - b.createdAt)[0] ?? null
}

/**
 * Keeps the address and brings the words into the mail channel: from now on replies to this conversation leave by mail too, as long as the customer's last words came by the form or by
 * mail. `messageId`: what was left; under its id the channel knows it.
 */
export async function answerByMail(tx: WriteTx, line: ConnectorRow, contact: { address: string; name: string; subject: string }, conversationId: string, messageId: string): Promise<void> {
  const known = await tx.channels.threadOf(conversationId)
  // Its thread began in a mailbox that was removed: the answer stands in the chat.
  if (known !== null && known.connectorId !== line.id) return
  const threadId = await openMailThread(tx, line.id, contact, conversationId)
  await tx.channels.putThread({ connectorId: line.id, threadId, conversationId, subject: contact.subject, lastExternalId: null })
  await tx.channels.putExternal(line.id, `form:${messageId}`, messageId)
}

/** Whether the customer's last words came by the form or by mail: then they are not at the page. */
export async function isAway(tx: ReadTx, conversationId: string): Promise<boolean> {
  const last = await tx.conversation(conversationId)
  const message = last === null || last.lastCustomerSeq === 0 ? null : await tx.messageAt(conversationId, last.lastCustomerSeq)
  return message !== null && await tx.channels.externalIdOf(message.id) !== null
}
