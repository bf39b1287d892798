import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What is remembered of one thread: where its answers go and what they refer to. */
export const Thread = z.object({
  /** Who opened it, lower case; mail from elsewhere never joins it. */
  address: z.string(),
  /** Where answers go: `Reply-To` of the customer's last mail, else its `From`. */
  to: z.string(),
  name: z.string(),
  subject: z.string(),
  /** Message ids, oldest first; the last one is the customer's last mail's. */
  references: z.array(z.string()),
})
export type Thread = z.infer<typeof Thread>

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex')

/** Name under which the thread of a message id is kept. */
export const mailKey = (messageId: string) => `mail:${digest(messageId).slice(0, 32)}`
export const threadKey = (threadId: string) => `thread:${threadId}`

/**
 * The thread that a mail begins when it belongs to none: named by its oldest reference and its sender, so that all that
 * one sender writes about one mail comes together, and nothing of anybody else with it.
 */
export function newThreadId(root: string, sender: string): string {
  return digest('thread', root, sender).slice(0, 24)
}

/** Message id of a reply of ours: it names message and thread, and a mark that only the holder of `key` can make. */
export function ownMessageId(reply: { messageId: string; threadId: string }, key: string, fromAddress: string): string {
  return `<${reply.messageId}.${reply.threadId}.${mark(reply.messageId, reply.threadId, key)}@${fromAddress.split('@').at(-1) ?? 'localhost'}>`
}

/** Reads it back; null: not made with this key. */
export function readOwnMessageId(id: string, key: string): { messageId: string; threadId: string; externalId: string } | null {
  const found = /^<([0-9a-f-]{1,64})\.([0-9a-f]{24})\.([0-9a-f]{20})@[^>]+>$/i.exec(id)
  const [, messageId = '', threadId = '', given = ''] = found ?? []
  if (found === null || !timingSafeEqual(Buffer.from(mark(messageId, threadId, key)), Buffer.from(given.toLowerCase()))) return null
  return { messageId, threadId, externalId: id }
}

function mark(messageId: string, threadId: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`${messageId}.${threadId}`).digest('hex').slice(0, 20)
}

/**
 * The id under which a mail is one message. Its own id alone will not do: some shop forms give all their mails the same,
 * and the second customer's would be taken for the first's again.
 */
export function externalIdOf(mail: { messageId: string | null; from: { address: string } | null; at: number | null; text: string }): string {
  const content = digest(mail.from?.address ?? '', String(mail.at), mail.text).slice(0, 16)
  return `${mail.messageId ?? '<none>'}#${content}`
}

/** The message id inside an external id of ours or of a customer's mail; null: it had none. */
export function messageIdIn(externalId: string | null): string | null {
  return externalId === null ? null : /^(<[^<>\s]*@[^<>\s]*>)(?:#[0-9a-f]{16})?$/.exec(externalId)?.[1] ?? null
}

/** "Re: " before the subject, once, whichever language's answer marks it had. */
export function replySubject(subject: string): string {
  const bare = subject.replace(/[\r\n]+/g, ' ').replace(/^(?:\s*(?:re|aw|sv|回复|回覆|答复)(?:\[\d+\])?\s*[:：])+/i, '').trim()
  return `Re: ${bare}`.trim().slice(0, 300)
}
