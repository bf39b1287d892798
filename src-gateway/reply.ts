import type { Quote } from '../src-shared/domain/message.ts'
import { quoteOf } from '../src-shared/domain/quote-of.ts'
import type { SeatParams, SendResult } from '../src-shared/wire/seat.ts'
import { alreadyAppended, appendMessage, conversationOrRefuse } from './append.ts'
import { currentLease, holdLease } from './leases.ts'
import { countReply, heldReply } from './holds.ts'
import { refuse } from './refusals.ts'
import { takenByReply } from './routing/keep-routing.ts'
import { reviewForbids } from './reviews/approved.ts'
import type { ConversationRow, ReadTx, WriteTx } from './store/store.ts'

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
  })
  if (reply.author.kind === 'autopilot') await countReply(tx, now, reply.conversationId)
  else await takenByReply(tx, now, reply.conversationId, { id: seatId, name: reply.author.name })
  return { status: 'accepted', ...appended }
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

export async function autopilotPaused(tx: ReadTx): Promise<boolean> {
  const state = await tx.state('autopilot', '')
  return state?.type === 'autopilot' && state.paused
}
