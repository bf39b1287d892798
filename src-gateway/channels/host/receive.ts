import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type AttachedFile, FILES_MAX } from '../../../src-shared/domain/attached-file.ts'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { MAX_BUBBLES, pieceId } from '../../../src-shared/domain/bubbles.ts'
import type { Channel } from '../../../src-shared/domain/conversation.ts'
import { fileLine } from '../../../src-shared/domain/file-names.ts'
import { AppError } from '../../../src-shared/errors.ts'
import { appendConversation, appendMessage, conversationOrRefuse, receiveCustomerMessage, type NewMessage } from '../../append.ts'
import type { Context } from '../../context.ts'
import { keepPicture } from '../../files/attachments.ts'
import { bindCustomer, recogniseCustomer } from '../../identity.ts'
import { takeRatingByMessage } from '../../ratings/by-message.ts'
import type { DeliveryRow, ThreadRow } from '../../store/channel-store.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'
import type { Inbound } from '../connector.ts'
import { cleanName, cleanText, partsOf } from './inbound-text.ts'
import { pieceArrived } from './piece-arrived.ts'

/** Pictures of one message; the rest counts as files. */
const PICTURES_MAX = 9

/** Which line of which shop brought it. */
export interface Line { connectorId: string; channel: Channel; shopId: string }

/** Author id of somebody who answered in the channel's own program. */
export const ELSEWHERE = 'elsewhere:'

interface Kept { pictures: Attachment[]; files: AttachedFile[]; lines: string[] }

/**
 * Appends what a channel brought, once under the channel's id: thread, conversation, message and id in one transaction.
 * Whatever came with it is on disk before.
 */
export async function receiveInbound(context: Context, line: Line, inbound: Inbound): Promise<{ duplicate: boolean; conversationId: string }> {
  const { store, clock } = context
  const known = await store.read((tx) => knownConversation(tx, line, inbound))
  if (known !== null) return { duplicate: true, conversationId: known }
  const text = cleanText(inbound.text)
  const { parts, rest } = partsOf(withSubject(inbound, text))
  const kept = await keepAttachments(context, rest ? [...inbound.attachments, { name: 'message.txt', type: 'text/plain', bytes: Buffer.from(text) }] : inbound.attachments)
  return store.write(async (tx) => {
    const now = clock.now()
    const again = await knownConversation(tx, line, inbound)
    if (again !== null) return { duplicate: true, conversationId: again }
    const own = inbound.ownMessageId === undefined ? null : await ownReply(tx, line, inbound.ownMessageId)
    if (own !== null) {
      await takeEcho(tx, now, own, inbound.externalId)
      return { duplicate: true, conversationId: own.row.conversationId }
    }
    const thread = await tx.channels.thread(line.connectorId, inbound.threadId) ?? await openThread(tx, now, line, inbound)
    const { conversationId } = thread
    const visitor = createHash('sha256').update(`${line.connectorId}\n${inbound.sender.externalId}`).digest('hex')
    const fromCustomer = inbound.from === 'customer'
    const rated = fromCustomer && inbound.attachments.length === 0 ? await takeRatingByMessage(tx, now, conversationId, uuidv7(), text) : null
    if (rated !== null) {
      await tx.channels.putExternal(line.connectorId, inbound.externalId, rated)
      return { duplicate: false, conversationId }
    }
    if (fromCustomer) await recognise(tx, now, visitor, conversationId, inbound, text)
    const author = { kind: fromCustomer ? 'customer' as const : 'agent' as const, id: fromCustomer ? visitor.slice(0, 16) : `${ELSEWHERE}${cleanName(inbound.sender.externalId, '?')}`, name: cleanName(inbound.sender.name, inbound.sender.externalId) }
    const texts = textsOf(parts, kept)
    let first: string | null = null
    for (const [index, part] of texts.entries()) {
      const message: NewMessage = { id: uuidv7(), conversationId, author, text: part, attachments: index === 0 ? kept.pictures : [] }
      // Beside the lines that name them.
      if (index === texts.length - 1 && kept.files.length > 0) message.files = kept.files
      first ??= message.id
      if (fromCustomer) await receiveCustomerMessage(tx, now, message)
      else await appendElsewhere(tx, now, message)
    }
    if (first !== null) await tx.channels.putExternal(line.connectorId, inbound.externalId, first)
    if (fromCustomer) await tx.channels.putThread({ ...thread, lastExternalId: inbound.externalId })
    for (const file of kept.files) await tx.channels.putKeptFile({ ...file, conversationId })
    return { duplicate: false, conversationId }
  })
}

/** The subject stands above the first message of its thread, not above each. */
function withSubject({ subject }: Inbound, text: string): string {
  return subject === undefined ? text : `${cleanName(subject, '')}\n\n${text}`
}

function textsOf(parts: readonly string[], { lines, pictures }: Kept): string[] {
  const last = [parts.at(-1) ?? '', ...lines].filter((part) => part !== '').join('\n')
  const head = parts.slice(0, -1)
  const tail = partsOf(last).parts
  const texts = [...head, ...tail]
  // Something arrived all the same: a person has to see that.
  return texts.length === 1 && texts[0] === '' && pictures.length === 0 ? ['…'] : texts
}

async function knownConversation(tx: ReadTx, { connectorId }: Line, { externalId }: Inbound): Promise<string | null> {
  const messageId = await tx.channels.messageIdOf(connectorId, externalId)
  return messageId === null ? null : (await tx.message(messageId))?.message.conversationId ?? null
}

interface OwnReply { row: DeliveryRow; /** Which of its pieces, from 0. */ place: number }

/** The reply of this line of which a message id is the own one or that of a piece. */
async function ownReply(tx: WriteTx, { connectorId }: Line, messageId: string): Promise<OwnReply | null> {
  for (let place = 0; place < MAX_BUBBLES; place++) {
    const row = await tx.channels.delivery(pieceId(messageId, place))
    if (row?.connectorId === connectorId) return { row, place }
  }
  return null
}

/** An echo of our own reply: it has its id in the channel now, and it has arrived, whatever became of the try itself. */
async function takeEcho(tx: WriteTx, now: number, { row, place }: OwnReply, externalId: string): Promise<void> {
  await tx.channels.putExternal(row.connectorId, externalId, row.messageId)
  if (row.state !== 'sent' && place === row.piecesSent) await pieceArrived(tx, now, row)
}

async function openThread(tx: WriteTx, now: number, line: Line, inbound: Inbound): Promise<ThreadRow> {
  const id = uuidv7()
  await tx.append(now, {
    type: 'conversation',
    conversation: {
      id, shopId: line.shopId, channel: line.channel, displayName: cleanName(inbound.sender.name, inbound.sender.externalId), customerId: null,
      verification: 'none', status: 'open', assignee: null, createdAt: now, updatedAt: now,
    },
  })
  const thread: ThreadRow = { connectorId: line.connectorId, threadId: inbound.threadId, conversationId: id, subject: inbound.subject ?? null, lastExternalId: null }
  await tx.channels.putThread(thread)
  return thread
}

/** The channel's own word for who it is, else what the customer writes proves it, as in the web chat. */
async function recognise(tx: WriteTx, now: number, visitor: string, conversationId: string, { customerId }: Inbound, text: string): Promise<void> {
  const { conversation } = await conversationOrRefuse(tx, conversationId)
  if (conversation.verification !== 'none') return
  if (customerId !== undefined && await tx.customer(customerId) !== null) await bindCustomer(tx, now, conversationId, customerId, 'channel')
  else await recogniseCustomer(tx, now, visitor, conversationId, text)
}

async function appendElsewhere(tx: WriteTx, now: number, message: NewMessage): Promise<void> {
  const row = await conversationOrRefuse(tx, message.conversationId)
  if (row.conversation.status === 'resolved') await appendConversation(tx, now, row, { status: 'open', resolution: null })
  await appendMessage(tx, now, row.lastSeq, message)
}

async function keepAttachments({ store, files }: Context, attachments: Inbound['attachments']): Promise<Kept> {
  const kept: Kept = { pictures: [], files: [], lines: [] }
  for (const [index, { name, type, bytes }] of attachments.entries()) {
    const picture = kept.pictures.length < PICTURES_MAX && index < FILES_MAX ? await asPicture(() => keepPicture(store, files, bytes, null)) : null
    if (picture !== null) {
      if (!kept.pictures.some((other) => other.sha256 === picture.sha256)) kept.pictures.push(picture)
      continue
    }
    const shown = cleanName(name, 'file')
    kept.lines.push(fileLine(shown, bytes.length))
    if (kept.files.length < FILES_MAX) kept.files.push({ sha256: await files.put(bytes), name: shown, type: type.slice(0, 100), bytes: bytes.length })
  }
  return kept
}

/** null: it is none that a desk may show. */
async function asPicture(keep: () => Promise<Attachment>): Promise<Attachment | null> {
  try {
    return await keep()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('attachment-')) return null
    throw thrown
  }
}
