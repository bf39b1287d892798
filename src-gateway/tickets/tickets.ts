import { changed, commented, type Ticket } from '../../src-shared/domain/ticket.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { conversationOrRefuse } from '../append.ts'
import { refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** The meta value that counts the shop's tickets. */
const COUNT = 'tickets'

type Outcome = SeatResult<'ticket.make'>

async function ticketOf(tx: ReadTx, id: string): Promise<Ticket> {
  const state = await tx.state('ticket', id)
  if (state?.type !== 'ticket') throw refuse('not-found')
  return state.ticket
}

async function put(tx: WriteTx, now: number, requestId: string, ticket: Ticket): Promise<Outcome> {
  const next = { ...ticket, revision: ticket.revision + 1 }
  const { n } = await tx.append(now, { type: 'ticket', ticket: next })
  await tx.putRequest(requestId, n)
  return { n, ticket: next }
}

type Who = Pick<Actor, 'seatId'>
const personOf = ({ seatId }: Who, name: string): Ticket['madeBy'] => ({ id: seatId, name })

/** Makes a ticket and gives it its number, once per request id. @throws AppError `not-found` when there is no such conversation */
export async function makeTicket(tx: WriteTx, now: number, actor: Who, { name, at, ...given }: SeatParams<'ticket.make'>): Promise<Outcome> {
  const done = await tx.request(given.id)
  if (done !== null) return { n: done, ticket: await ticketOf(tx, given.id) }
  if (given.conversationId !== null) await conversationOrRefuse(tx, given.conversationId)
  const no = Number((await tx.meta(COUNT)) ?? 0) + 1
  await tx.setMeta(COUNT, String(no))
  const [by, madeAt] = [personOf(actor, name), Math.min(at, now)]
  return put(tx, now, given.id, { ...given, no, madeBy: by, madeAt, changedBy: by, changedAt: madeAt, comments: [], history: [], revision: 0 })
}

/** Changes what is given, once per request id. @throws AppError `not-found` */
export async function changeTicket(tx: WriteTx, now: number, actor: Who, { id, ticketId, change, name, at }: SeatParams<'ticket.change'>): Promise<Outcome> {
  const done = await tx.request(id)
  const ticket = await ticketOf(tx, ticketId)
  if (done !== null) return { n: done, ticket }
  return put(tx, now, id, changed(ticket, change, personOf(actor, name), Math.min(at, now)))
}

/** Adds a comment, once per id. @throws AppError `not-found` */
export async function commentTicket(tx: WriteTx, now: number, actor: Who, { id, ticketId, text, name, at }: SeatParams<'ticket.comment'>): Promise<Outcome> {
  const done = await tx.request(id)
  const ticket = await ticketOf(tx, ticketId)
  if (done !== null) return { n: done, ticket }
  return put(tx, now, id, commented(ticket, { id, by: personOf(actor, name), at: Math.min(at, now), text }))
}
