import type { TicketCalls } from '../src-shared/contract/tickets.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { changeTicket, commentTicket, makeTicket } from './flows/tickets/change-ticket.ts'
import { listTickets, ticketOwners } from './flows/tickets/read-tickets.ts'
import { suggestTicket } from './flows/tickets/suggest-ticket.ts'

/** What the window may ask about tickets. */
export function ticketHandlers(engine: Engine): Pick<Handlers, keyof TicketCalls> {
  return {
    'tickets.list': () => ({ tickets: listTickets(engine), owners: ticketOwners(engine) }),
    'ticket.suggest': ({ conversationId }) => suggestTicket(engine, conversationId),
    'ticket.make': (params) => {
      makeTicket(engine, params)
      return {}
    },
    'ticket.change': (params) => {
      changeTicket(engine, params)
      return {}
    },
    'ticket.comment': (params) => {
      commentTicket(engine, params)
      return {}
    },
  }
}
