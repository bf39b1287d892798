import { v7 as uuidv7 } from 'uuid'
import type { Message } from '../../../src-shared/domain/message.ts'
import type { ChatMessage, ChatParams, ChatResult } from '../../../src-shared/wire/web-chat.ts'
import { alreadyAppended, conversationReader, receiveCustomerMessage, visitorReader } from '../../append.ts'
import { bindCustomer, recogniseCustomer, tryIdentity } from '../../identity.ts'
import { refuse } from '../../refusals.ts'
import type { ConversationRow, ReadTx, WriteTx } from '../../store/store.ts'
import { bindIdentified } from './identify.ts'
import { countOrRefuse } from './limits.ts'

/** Messages a browser gets of the past; older ones stay with the desks. */
const HISTORY = 1000
/** About the size of one answer to `hello`, in bytes of JSON; the browser asks on for the rest. */
export const PAGE_BYTES = 256 * 1024
/** Messages read at once. */
const CHUNK = 50

/** One visitor at one moment: whose browser calls, and what a new conversation needs. */
export interface Visit {
  /** Hash of the visitor's token. */
  visitor: string
  shopId: string
  /** BCP 47, as the browser said. */
  language: string
  /** Whom the shop named in a token. */
  customerId?: string
  /** Told inside the transaction, so that the browser listens before the first message is pushed. */
  onConversation(conversationId: string): void
}

/** Of a message that was taken back the customer gets nothing but that. */
export function toChatMessage({ id, seq, author, text, attachments, at, quote, recalledAt, apart }: Message): ChatMessage {
  const shown = { id, seq, author: { kind: author.kind, name: author.kind === 'customer' ? '' : author.name }, at }
  return recalledAt === undefined ? { ...shown, text, attachments, ...(quote === undefined ? {} : { quote }), ...(apart === true ? { apart } : {}) } : { ...shown, text: '', attachments: [], recalled: true }
}

export async function readVisit(tx: ReadTx, visit: Pick<Visit, 'visitor' | 'shopId'>, after: number): Promise<Pick<ChatResult<'hello'>, 'shop' | 'messages' | 'verified' | 'recalled' | 'read'> & { more: boolean }> {
  const state = await tx.state('shop', visit.shopId)
  const shop = state?.type === 'shop' ? state.shop.name : { zh: '', en: '' }
  const conversationId = await tx.visitorConversation(visit.visitor)
  const row = conversationId === null ? null : await tx.conversation(conversationId)
  if (row === null) return { shop, messages: [], verified: false, more: false }
  const page = await readPage(tx, row, after)
  const recalled = await tx.recalledSeqs(row.conversation.id, row.lastSeq - HISTORY)
  const mark = await tx.state('read', row.conversation.id)
  return { shop, ...page, recalled, read: mark?.type === 'read' ? mark.seq : 0, verified: row.conversation.verification !== 'none' }
}

/** The oldest messages after `after` that fit into one answer, at least one; of a long history only its newest part. */
async function readPage(tx: ReadTx, { conversation, lastSeq }: ConversationRow, after: number): Promise<{ messages: ChatMessage[]; more: boolean }> {
  const messages: ChatMessage[] = []
  let bytes = 0
  for (let seq = Math.max(after, lastSeq - HISTORY); seq < lastSeq; seq += CHUNK) {
    for (const message of await tx.messagesOf(conversation.id, seq, CHUNK, seq + CHUNK)) {
      const next = toChatMessage(message)
      bytes += Buffer.byteLength(JSON.stringify(next))
      if (bytes > PAGE_BYTES && messages.length > 0) return { messages, more: true }
      messages.push(next)
    }
  }
  return { messages, more: false }
}

/**
 * A customer's message: recognises the customer where the text proves who they are, then appends.
 * @throws AppError `bad-request` (nothing in it), `rate-limited`, `attachment-missing`, `id-taken`.
 */
export async function receiveVisitorMessage(tx: WriteTx, now: number, visit: Visit, message: ChatParams<'send'>): Promise<ChatResult<'send'> & { verified: boolean }> {
  if (message.text.trim() === '' && message.attachments.length === 0) throw refuse('bad-request')
  const existing = await tx.visitorConversation(visit.visitor)
  const known = await alreadyAppended(tx, { id: message.id, conversationId: existing ?? '', fromCustomer: true })
  if (known !== null) return { seq: known.seq, at: known.at, duplicate: true, verified: false }
  await countOrRefuse(tx, now, 'message', visit.visitor)
  const conversationId = existing ?? await openConversation(tx, now, visit)
  for (const { sha256 } of message.attachments) await mayUse(tx, sha256, visit.visitor, conversationId)
  const verified = await bindIdentified(tx, now, visit, conversationId) || await recogniseCustomer(tx, now, visit.visitor, conversationId, message.text)
  const { seq, at, duplicate } = await receiveCustomerMessage(tx, now, {
    ...message, conversationId, author: { kind: 'customer', id: visit.visitor.slice(0, 16), name: displayNameOf(visit) },
  })
  return { seq, at, duplicate, verified }
}

/** The form "my order". A customer who is known already stays the same one. */
export async function verifyVisitor(tx: WriteTx, now: number, visit: Visit, claim: ChatParams<'verify'>): Promise<ChatResult<'verify'>> {
  const { customerId, triesLeft } = await tryIdentity(tx, now, visit.visitor, { ...claim, orderNo: claim.orderNo.replace(/\s/g, '') })
  if (customerId === null) return { verified: false, triesLeft }
  const conversationId = await tx.visitorConversation(visit.visitor) ?? await openConversation(tx, now, visit)
  const known = (await tx.conversation(conversationId))?.conversation.customerId ?? null
  if (known === null) await bindCustomer(tx, now, conversationId, customerId, 'order-and-phone')
  return { verified: known === null || known === customerId, triesLeft }
}

export async function mayRead(tx: ReadTx, sha256: string, visitor: string): Promise<boolean> {
  if (await tx.attachmentGranted(sha256, visitorReader(visitor))) return true
  const conversationId = await tx.visitorConversation(visitor)
  return conversationId !== null && tx.attachmentGranted(sha256, conversationReader(conversationId))
}

/** Naming somebody else's picture must not open it: a visitor sends only what they may see. */
async function mayUse(tx: ReadTx, sha256: string, visitor: string, conversationId: string): Promise<void> {
  const granted = await tx.attachmentGranted(sha256, visitorReader(visitor)) || await tx.attachmentGranted(sha256, conversationReader(conversationId))
  if (!granted) throw refuse('attachment-missing')
}

/** @throws AppError `rate-limited` when the whole shop gets more new conversations than people can write. */
async function openConversation(tx: WriteTx, now: number, visit: Visit): Promise<string> {
  await countOrRefuse(tx, now, 'conversation', visit.shopId)
  const id = uuidv7()
  await tx.append(now, {
    type: 'conversation',
    conversation: {
      id, shopId: visit.shopId, channel: 'web', displayName: displayNameOf(visit), customerId: null, verification: 'none',
      status: 'open', assignee: null, createdAt: now, updatedAt: now,
    },
  })
  await tx.putVisitor(visit.visitor, id)
  visit.onConversation(id)
  return id
}

function displayNameOf({ visitor, language }: Visit): string {
  const short = visitor.slice(0, 4).toUpperCase()
  return language.toLowerCase().startsWith('zh') ? `访客 ${short}` : `Visitor ${short}`
}
