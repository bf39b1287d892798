import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { WaitingCommand } from '../../store/commands.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { tellTicket } from './receive-ticket.ts'
import { knownTickets } from './read-tickets.ts'

/** Here at once, at the gateway as soon as it is reached. */
function wish(engine: Engine, id: string, call: Extract<WaitingCommand['call'], `ticket.${string}`>, params: Record<string, unknown>, conversationId: string | null): void {
  const { store } = engine
  store.transaction(() => {
    store.commands.add({ id, call, params: { id, ...params, name: ownSeat(engine).name, at: engine.clock.now() } })
    store.audit.add(engine.clock.now(), call, id)
  })
  tellTicket(engine, conversationId)
  engine.wake('outbox')
}

/** Made twice under one id it is one ticket. */
export function makeTicket(engine: Engine, { id, ...given }: CallParams<'ticket.make'>): void {
  if (knownTickets(engine).tickets.some((ticket) => ticket.id === id)) return
  wish(engine, id, 'ticket.make', { ...given, caseId: null }, given.conversationId)
}

const conversationOf = (engine: Engine, ticketId: string): string | null => knownTickets(engine).tickets.find(({ id }) => id === ticketId)?.conversationId ?? null

export function changeTicket(engine: Engine, { ticketId, change }: CallParams<'ticket.change'>): void {
  wish(engine, engine.newId(), 'ticket.change', { ticketId, change }, conversationOf(engine, ticketId))
}

export function commentTicket(engine: Engine, { id, ticketId, text }: CallParams<'ticket.comment'>): void {
  wish(engine, id, 'ticket.comment', { ticketId, text }, conversationOf(engine, ticketId))
}
