import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { Routing } from '../../src-shared/domain/routing.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { permits } from '../../src-shared/domain/roles.ts'
import { appendConversation, conversationOrRefuse } from '../append.ts'
import { currentLease, holdLease } from '../leases.ts'
import { writeNote } from '../notes.ts'
import { once } from '../once.ts'
import { refuse } from '../refusals.ts'
import { type Actor, authorise } from '../seats/actor.ts'
import type { ConversationRow, WriteTx } from '../store/store.ts'
import { TRANSFER_MS } from './route-waiting.ts'
import { notTaken, putRouting, queued, routingOf, taken, unrouted } from './routing-state.ts'
import { readStaff } from './staff.ts'

const ended = (conversationId: string, now: number): Routing => ({ ...unrouted(conversationId, now), state: 'done' })

/** Whose it is now. */
const answered = async (tx: WriteTx, now: number, conversationId: string): Promise<{ routing: Routing }> => ({ routing: await routingOf(tx, conversationId) ?? ended(conversationId, now) })

const ownerOf = (actor: Actor, name: string): Owner => ({ id: actor.seatId, name: actor.account.name || name })

async function releaseLease(tx: WriteTx, now: number, row: ConversationRow, seatId: string): Promise<void> {
  const lease = await currentLease(tx, row.conversation.id, now)
  if (lease?.seatId !== seatId) return
  await tx.dropLease(row.conversation.id)
  await appendConversation(tx, now, row, { assignee: null })
}

/** @throws AppError `with-colleague` where another seat has it and the caller may not lead. */
async function mayHandOn(tx: WriteTx, now: number, actor: Actor, routing: Routing): Promise<void> {
  if (permits(actor.account.role, 'lead')) return
  const lease = await currentLease(tx, routing.conversationId, now)
  const holder = lease?.seatId ?? routing.to?.id ?? actor.seatId
  if (holder !== actor.seatId) throw refuse('with-colleague')
}

/**
 * Hands a conversation on: to a colleague, who has a few minutes to take it, to a team or to the queue.
 * @throws AppError `not-found`, `not-permitted`, `with-colleague`, `not-here`, `bad-request` (to oneself, or it is resolved).
 */
export async function transfer(tx: WriteTx, now: number, actor: Actor, request: SeatParams<'routing.transfer'>): Promise<{ routing: Routing }> {
  authorise(actor, 'answer')
  const { conversationId, to } = request
  await once(tx, request.id, async () => {
    const row = await conversationOrRefuse(tx, conversationId)
    const routing = await routingOf(tx, conversationId) ?? unrouted(conversationId, now)
    if (row.conversation.status === 'resolved' || (to.kind === 'seat' && to.seatId === actor.seatId)) throw refuse('bad-request')
    await mayHandOn(tx, now, actor, routing)
    const staff = await readStaff(tx, now)
    const target = to.kind === 'seat' ? staff.seats.find(({ seatId }) => seatId === to.seatId) : undefined
    if (to.kind === 'seat' ? target === undefined : staff.people < 2) throw refuse('not-here')
    await writeNote(tx, now, actor.seatId, { id: request.note.id, noteId: request.note.id, conversationId, text: request.note.text, deleted: false, name: request.name, at: now })
    await releaseLease(tx, now, row, actor.seatId)
    const from = ownerOf(actor, request.name)
    const receiver = target ? { id: target.seatId, name: target.name } : null
    const team = to.kind === 'team' ? to.team : null
    // What goes to the queue is for others first.
    const base: Routing = { ...queued({ ...routing, to: from }, now, 'given'), team, transfer: { id: request.id, from, to: receiver, team, noteId: request.note.id, state: 'waiting', reason: '', at: now } }
    return putRouting(tx, now, receiver === null ? base : { ...base, state: 'offered', to: receiver, until: now + TRANSFER_MS })
  })
  return answered(tx, now, conversationId)
}

/**
 * Takes what is offered to this seat or to nobody, or gives an offer back. Of two who take at once one gets it; the answer
 * tells either whose it is. @throws AppError `not-found`, `not-permitted`.
 */
export async function answerOffer(tx: WriteTx, now: number, actor: Actor, { id, conversationId, name, accept, reason }: SeatParams<'routing.answer'>): Promise<{ routing: Routing }> {
  authorise(actor, 'answer')
  await once(tx, id, async () => {
    const row = await conversationOrRefuse(tx, conversationId)
    const routing = await routingOf(tx, conversationId)
    if (routing === null) return tx.head()
    const isMine = routing.state === 'offered' && routing.to?.id === actor.seatId
    if (!accept) {
      if (!isMine) return tx.head()
      const staff = await readStaff(tx, now)
      return putRouting(tx, now, notTaken(routing, now, reason, (seatId) => staff.isHere(seatId)))
    }
    if (!isMine && routing.state !== 'queued') return tx.head()
    const lease = await currentLease(tx, conversationId, now)
    if (lease === null) await holdLease(tx, now, row, actor.seatId)
    const { transfer: given } = routing
    return putRouting(tx, now, taken({ ...routing, transfer: given?.state === 'waiting' ? { ...given, state: 'accepted' } : given }, ownerOf(actor, name), 'opened'))
  })
  return answered(tx, now, conversationId)
}

/** Takes one's own hand-over back, note and all. @throws AppError `no-longer` once somebody has it; `not-found`. */
export async function withdraw(tx: WriteTx, now: number, actor: Actor, { id, conversationId, transferId }: SeatParams<'routing.withdraw'>): Promise<{ routing: Routing }> {
  authorise(actor, 'answer')
  await once(tx, id, async () => {
    await conversationOrRefuse(tx, conversationId)
    const routing = await routingOf(tx, conversationId)
    const given = routing?.transfer
    if (!routing || given?.id !== transferId || given.from.id !== actor.seatId || given.state !== 'waiting') throw refuse('no-longer')
    await writeNote(tx, now, actor.seatId, { id: `${id}-note`, noteId: given.noteId, conversationId, text: '', deleted: true, name: given.from.name, at: now })
    return putRouting(tx, now, taken({ ...routing, passed: [], transfer: { ...given, state: 'withdrawn' } }, given.from, 'given'))
  })
  return answered(tx, now, conversationId)
}

/** A supervisor takes a conversation over: lease, next word and all. @throws AppError `not-permitted`, `not-found`. */
export async function takeOver(tx: WriteTx, now: number, actor: Actor, { id, conversationId, name, reason }: SeatParams<'routing.takeOver'>): Promise<{ routing: Routing }> {
  authorise(actor, 'lead')
  await once(tx, id, async () => {
    const row = await conversationOrRefuse(tx, conversationId)
    const routing = await routingOf(tx, conversationId) ?? unrouted(conversationId, now)
    const lease = await currentLease(tx, conversationId, now)
    const staff = await readStaff(tx, now)
    const holder = lease?.seatId ?? routing.to?.id ?? null
    const from = holder === null || holder === actor.seatId ? null : { id: holder, name: staff.seats.find(({ seatId }) => seatId === holder)?.name ?? (routing.to?.id === holder ? routing.to.name : '') }
    await holdLease(tx, now, row, actor.seatId)
    const by = ownerOf(actor, name)
    return putRouting(tx, now, taken({ ...routing, takeOver: { id, from, by, reason, at: now } }, by, 'taken-over'))
  })
  return answered(tx, now, conversationId)
}
