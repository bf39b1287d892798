import type { TICKET_SEAT_CALLS } from '../../src-shared/wire/seat-tickets.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { changeTicket, commentTicket, makeTicket } from './tickets.ts'

/** What a seat may call about tickets. */
export function ticketCalls({ store, clock }: Context, actor: Actor): Handlers<typeof TICKET_SEAT_CALLS> {
  return {
    'ticket.make': (request) => store.write((tx) => makeTicket(tx, clock.now(), actor, request)),
    'ticket.change': (request) => store.write((tx) => changeTicket(tx, clock.now(), actor, request)),
    'ticket.comment': (request) => store.write((tx) => commentTicket(tx, clock.now(), actor, request)),
  }
}
