import type { FollowUp } from '../src-shared/domain/follow-up.ts'
import type { SeatParams, SeatResult } from '../src-shared/wire/seat.ts'
import { refuse } from './refusals.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

type Outcome = SeatResult<'followUp'>

async function followUpOf(tx: ReadTx, id: string): Promise<FollowUp> {
  const state = await tx.state('follow-up', id)
  if (state?.type !== 'follow-up') throw refuse('not-found')
  return state.followUp
}

/** What the log holds now, which after a repeated call may be a colleague's newer word. */
const present = async (tx: ReadTx, id: string, n: number): Promise<Outcome> => ({ n, followUp: await followUpOf(tx, id) })

async function append(tx: WriteTx, now: number, requestId: string, followUp: FollowUp): Promise<Outcome> {
  const { n } = await tx.append(now, { type: 'follow-up', followUp })
  await tx.putRequest(requestId, n)
  return { n, followUp }
}

/**
 * Takes up what a reply has promised, once per request id, which becomes the follow-up's.
 * Words that were copied elsewhere are no message of anybody's; they were copied no later than now.
 * @throws AppError `not-found` when this reply is not in this conversation
 */
export async function makeFollowUp(tx: WriteTx, now: number, { id, conversationId, messageId, promised, owner, outside }: SeatParams<'followUp'>): Promise<Outcome> {
  const done = await tx.request(id)
  if (done !== null) return present(tx, id, done)
  const promisedAt = outside ? Math.min(outside.at, now) : await sentAt(tx, conversationId, messageId)
  return append(tx, now, id, { ...promised, id, conversationId, messageId, ...(outside ? { outside } : {}), promisedAt, owner, state: 'open', changedBy: owner, changedAt: promisedAt, revision: 1 })
}

/** @throws AppError `not-found` when this reply is not in this conversation */
async function sentAt(tx: ReadTx, conversationId: string, messageId: string): Promise<number> {
  const reply = await tx.message(messageId)
  if (reply === null || reply.message.conversationId !== conversationId) throw refuse('not-found')
  return reply.message.at
}

/** Changes what is given and leaves the rest as others left it, once per request id. @throws AppError `not-found` */
export async function changeFollowUp(tx: WriteTx, now: number, seatId: string, { id, conversationId, followUpId, change, name }: SeatParams<'changeFollowUp'>): Promise<Outcome> {
  const done = await tx.request(id)
  if (done !== null) return present(tx, followUpId, done)
  const known = await followUpOf(tx, followUpId)
  if (known.conversationId !== conversationId) throw refuse('not-found')
  const { state = known.state, dueAt = known.dueAt, owner = known.owner } = change
  return append(tx, now, id, { ...known, state, dueAt, owner, changedBy: { id: seatId, name }, changedAt: now, revision: known.revision + 1 })
}
