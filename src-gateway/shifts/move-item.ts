import type { Owner } from '../../src-shared/domain/follow-up.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { Shift, ShiftItem } from '../../src-shared/domain/shift.ts'
import { changed, type TicketOwner } from '../../src-shared/domain/ticket.ts'
import { appendConversation } from '../append.ts'
import { currentLease } from '../leases.ts'
import { writeNote } from '../notes.ts'
import { putRouting, routingOf, taken, unrouted } from '../routing/routing-state.ts'
import type { Actor } from '../seats/actor.ts'
import type { WriteTx } from '../store/store.ts'

/** Gives one thing to whoever accepted it. @returns false: the giver no longer has it, or it is settled; nothing has changed */
export function moveItem(tx: WriteTx, now: number, shift: Shift, item: ShiftItem, actor: Actor, to: Owner): Promise<boolean> {
  if (item.kind === 'conversation') return moveConversation(tx, now, shift, item, to)
  return item.kind === 'promise' ? movePromise(tx, now, shift, item, to) : moveTicket(tx, now, shift, item, actor, to)
}

async function moveConversation(tx: WriteTx, now: number, { from }: Shift, { id, ref, line, note }: ShiftItem, to: Owner): Promise<boolean> {
  const row = await tx.conversation(ref)
  if (row === null || row.conversation.status !== 'open') return false
  const routing = await routingOf(tx, ref) ?? unrouted(ref, now)
  const lease = await currentLease(tx, ref, now)
  const holder = lease?.seatId ?? routing.to?.id ?? from.id
  if (holder !== from.id && holder !== to.id) return false
  const words = note || line
  if (words !== '') await writeNote(tx, now, from.id, { id: `${id}-note`, noteId: id, conversationId: ref, text: words, deleted: false, name: from.name, at: now })
  if (lease?.seatId === from.id) {
    await tx.dropLease(ref)
    await appendConversation(tx, now, row, { assignee: null })
  }
  await putRouting(tx, now, { ...taken(routing, to, 'given'), transfer: { id, from: { id: from.id, name: from.name }, to, team: null, noteId: id, state: 'accepted', reason: '', at: now } })
  return true
}

async function movePromise(tx: WriteTx, now: number, { from }: Shift, { ref }: ShiftItem, to: Owner): Promise<boolean> {
  const state = await tx.state('follow-up', ref)
  if (state?.type !== 'follow-up' || state.followUp.state !== 'open' || state.followUp.owner.id !== from.id) return false
  await tx.append(now, { type: 'follow-up', followUp: { ...state.followUp, owner: to, changedBy: to, changedAt: now, revision: state.followUp.revision + 1 } })
  return true
}

async function moveTicket(tx: WriteTx, now: number, { from }: Shift, { ref }: ShiftItem, { account }: Actor, to: Owner): Promise<boolean> {
  const state = await tx.state('ticket', ref)
  if (state?.type !== 'ticket' || state.ticket.state === 'done') return false
  const { ticket } = state
  const isGivers = ticket.owner !== null && ticket.owner.id === { seat: from.id, account: from.accountId, team: null }[ticket.owner.kind]
  if (!isGivers) return false
  const owner: TicketOwner = account.id === LOCAL_ACCOUNT_ID ? { kind: 'seat', ...to } : { kind: 'account', id: account.id, name: to.name }
  await tx.append(now, { type: 'ticket', ticket: { ...changed(ticket, { owner }, to, now), revision: ticket.revision + 1 } })
  return true
}
