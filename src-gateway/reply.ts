import { goesApart } from '../src-shared/domain/channel-abilities.ts'
import type { Channel } from '../src-shared/domain/conversation.ts'
import type { Quote } from '../src-shared/domain/message.ts'
import { quoteOf } from '../src-shared/domain/quote-of.ts'
import type { SeatParams, SendResult } from '../src-shared/wire/seat.ts'
import { alreadyAppended, appendMessage, conversationOrRefuse } from './append.ts'
import { isAway } from './channels/web-chat/mail-line.ts'
import { currentLease, holdLease } from './leases.ts'
import { autopilotPaused, countReply, heldReply } from './holds.ts'
import { refuse } from './refusals.ts'
import { takenByReply } from './routing/keep-routing.ts'
import { reviewForbids } from './reviews/approved.ts'
import type { ConversationRow, ReadTx, WriteTx } from './store/store.ts'

/** Messages after the customer's last that are counted. */
const LOOK_BACK = 20

type Conflict = Extract<SendResult, { status: 'conflict' }>['reason']

/**
 * Appends a seat's reply, or says why not. Everything is checked and written in the caller's one transaction, so nothing
 * can come between check and send. A known id is answered first: a reply that went out is never called a conflict.
 * @throws AppError `bad-request` (nothing to send), `not-found`, `id-taken`, `attachment-missing`, `quote-unknown`.
 */
export async function sendReply(tx: WriteTx, now: number, seatId: string, reply: SeatParams<'send'>): Promise<SendResult> {
  const known = await alreadyAppended(tx, { ...reply, fromCustomer: false })
  if (known !== null) return { status: 'accepted', ...known }
  if (reply.text.trim() === '' && reply.attachments.length === 0) throw refuse('bad-request')
  const row = await conversationOrRefuse(tx, reply.conversationId)
  const reason = await conflictOf(tx, now, seatId, reply, row)
  if (reason !== null) return { status: 'conflict', reason, lastSeq: row.lastSeq }
  const quote = await quoteFor(tx, reply)
  await holdLease(tx, now, row, seatId)
  const appended = await appendMessage(tx, now, row.lastSeq, {
    id: reply.id, conversationId: reply.conversationId, text: reply.text, attachments: reply.attachments,
    author: { kind: reply.author.kind, id: seatId, name: reply.author.name }, ...(quote === null ? {} : { quote }),
    ...(await goesAsSeveral(tx, reply, row) ? { apart: true } : {}),
  })
  if (reply.author.kind === 'autopilot') await countReply(tx, now, reply.conversationId)
  else await takenByReply(tx, now, reply.conversationId, { id: seatId, name: reply.author.name })
  return { status: 'accepted', ...appended }
}

/** Does it go to the customer as several messages? In the log it stays one: whatever becomes of it becomes of all of it. */
async function goesAsSeveral(tx: ReadTx, reply: SeatParams<'send'>, { conversation: { id, channel }, lastCustomerSeq }: ConversationRow): Promise<boolean> {
  if (reply.apart !== true || await isByLetter(tx, id, channel)) return false
  return goesApart(channel, reply, await tx.messagesOf(id, lastCustomerSeq, LOOK_BACK))
}

/** Is it answered by mail, whatever the channel is called? A thread with a subject is one of letters; at the shop's own chat it is for whoever left. */
async function isByLetter(tx: ReadTx, conversationId: string, channel: Channel): Promise<boolean> {
  if (channel === 'web') return isAway(tx, conversationId)
  return ((await tx.channels.threadOf(conversationId))?.subject ?? null) !== null
}

/** The gateway's own excerpt: a seat's word for what another message says is not believed. */
async function quoteFor(tx: ReadTx, { quoteId, conversationId }: SeatParams<'send'>): Promise<Quote | null> {
  if (quoteId === null || quoteId === undefined) return null
  const quoted = await tx.message(quoteId)
  if (quoted?.message.conversationId !== conversationId) throw refuse('quote-unknown')
  return quoteOf(quoted.message)
}

async function conflictOf(tx: ReadTx, now: number, seatId: string, reply: SeatParams<'send'>, row: ConversationRow): Promise<Conflict | null> {
  const automatic = reply.author.kind === 'autopilot'
  // An older seat knows no finer word for it.
  if (automatic && (await autopilotPaused(tx) || await heldReply(tx, now, { conversationId: reply.conversationId, channel: row.conversation.channel, intent: reply.intent }) !== null)) return 'paused'
  if (row.conversation.status === 'resolved') return 'closed'
  if (await reviewForbids(tx, reply)) return 'review'
  const lease = await currentLease(tx, reply.conversationId, now)
  if (lease === null ? automatic : lease.seatId !== seatId) return 'lease'
  return row.lastCustomerSeq > reply.basedOnSeq ? 'newer-message' : null
}
