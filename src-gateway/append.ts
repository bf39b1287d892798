import type { AttachedFile } from '../src-shared/domain/attached-file.ts'
import type { Attachment } from '../src-shared/domain/attachment.ts'
import type { Conversation } from '../src-shared/domain/conversation.ts'
import type { Message, Quote } from '../src-shared/domain/message.ts'
import { greetCustomer } from './campaigns/greet.ts'
import { refuse } from './refusals.ts'
import { outdateReviews } from './reviews/end.ts'
import type { ConversationRow, ReadTx, WriteTx } from './store/store.ts'

/** What became of a message: where it stands in its conversation and in the log. */
/** `apart`: of a message that goes to the customer as several. */
export interface Appended { seq: number; at: number; n: number; duplicate: boolean; apart?: true }

export interface NewMessage {
  id: string
  conversationId: string
  author: Message['author']
  text: string
  attachments: Attachment[]
  files?: AttachedFile[]
  quote?: Quote
  apart?: true
}

/** @throws AppError `not-found`. */
export async function conversationOrRefuse(tx: ReadTx, id: string): Promise<ConversationRow> {
  const row = await tx.conversation(id)
  if (row === null) throw refuse('not-found')
  return row
}

/**
 * The first time's answer when the same author's side already sent this id in this conversation; null when the id is new.
 * @throws AppError `id-taken` when it belongs to something else.
 */
export async function alreadyAppended(tx: ReadTx, wanted: { id: string; conversationId: string; fromCustomer: boolean }): Promise<Appended | null> {
  const known = await tx.message(wanted.id)
  if (known === null) return null
  const { message, n } = known
  const fromCustomer = message.author.kind === 'customer'
  if (message.conversationId !== wanted.conversationId || fromCustomer !== wanted.fromCustomer) throw refuse('id-taken')
  return { seq: message.seq, at: message.at, n, duplicate: true, ...(message.apart === true ? { apart: true } : {}) }
}

/** Appends a message whose id is known to be new, and lets whoever reads the conversation see its pictures. */
export async function appendMessage(tx: WriteTx, now: number, lastSeq: number, message: NewMessage): Promise<Appended> {
  const attachments = await knownAttachments(tx, message.attachments)
  const seq = lastSeq + 1
  const event = await tx.append(now, { type: 'message', message: { ...message, attachments, seq, at: now } })
  for (const attachment of attachments) await tx.grantAttachment(attachment.sha256, conversationReader(message.conversationId))
  return { seq, at: now, n: event.n, duplicate: false, ...(message.apart === true ? { apart: true } : {}) }
}

/** Writes the changed conversation to the log; `updatedAt` becomes `now`. */
export async function appendConversation(tx: WriteTx, now: number, row: ConversationRow, changes: Partial<Conversation>): Promise<number> {
  const event = await tx.append(now, { type: 'conversation', conversation: { ...row.conversation, ...changes, updatedAt: now } })
  return event.n
}

/** A customer's message: a known id is answered as the first time, and a resolved conversation opens again. */
export async function receiveCustomerMessage(tx: WriteTx, now: number, message: NewMessage): Promise<Appended> {
  const known = await alreadyAppended(tx, { ...message, fromCustomer: true })
  if (known !== null) return known
  const row = await conversationOrRefuse(tx, message.conversationId)
  if (row.conversation.status === 'resolved') await appendConversation(tx, now, row, { status: 'open', resolution: null })
  await outdateReviews(tx, now, message.conversationId)
  const appended = await appendMessage(tx, now, row.lastSeq, message)
  await greetCustomer(tx, now, message)
  return appended
}

export const conversationReader = (conversationId: string): string => `conversation:${conversationId}`
export const visitorReader = (visitor: string): string => `visitor:${visitor}`
/** Desks see every picture; this says that one of them brought it, for a phrase or a reply that may still come. */
export const DESKS_READER = 'desks'

/** The gateway's own record of each picture; what the sender says of type and size is not believed. */
async function knownAttachments(tx: ReadTx, claimed: readonly Attachment[]): Promise<Attachment[]> {
  const known: Attachment[] = []
  for (const { sha256 } of claimed) {
    const attachment = await tx.attachment(sha256)
    if (attachment === null) throw refuse('attachment-missing')
    known.push(attachment)
  }
  return known
}
