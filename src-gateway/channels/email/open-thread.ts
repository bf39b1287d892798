import type { WriteTx } from '../../store/store.ts'
import { newThreadId, Thread, threadKey } from './thread.ts'

/**
 * A thread that begins with our own mail, to an address that somebody left elsewhere; an answer to it comes back by our
 * mark. One conversation has one; another address takes the place of the first, whose mails then belong to it no longer.
 */
export async function openMailThread(tx: WriteTx, connectorId: string, contact: { address: string; name: string; subject: string }, conversationId: string): Promise<string> {
  const threadId = newThreadId(conversationId, 'web-chat')
  const address = contact.address.toLowerCase()
  const kept = Thread.safeParse(JSON.parse(await tx.channels.value(connectorId, threadKey(threadId)) ?? 'null'))
  const references = kept.success && kept.data.address === address ? kept.data.references : []
  const thread: Thread = { address, to: contact.address, name: contact.name, subject: contact.subject, references }
  await tx.channels.setValue(connectorId, threadKey(threadId), JSON.stringify(thread))
  return threadId
}
