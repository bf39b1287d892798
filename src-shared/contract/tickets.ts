import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'
import { Ticket, TICKET_TEXT_MAX, TicketChange, TicketFields, TicketOwner } from '../domain/ticket.ts'

/** A ticket as lists show it. */
export const TicketView = Ticket.extend({
  /** Whom the conversation is with; null: it has none. */
  customer: z.string().nullable(),
  mine: z.boolean(),
  /** The line has yet to bring it, or its last change, to the others. */
  waits: z.boolean(),
  /** From here on it calls for attention; null: no day was set, or it is done. */
  alarmAt: Millis.nullable(),
})
export type TicketView = z.infer<typeof TicketView>

const Nothing = z.object({})

/** What the window may ask about tickets. */
export const TICKET_CALLS = {
  /** Those that are not done, overdue first, then by their time; then those that are done, the newest first. `owners`: who could see to one. */
  'tickets.list': { params: Nothing, result: z.object({ tickets: z.array(TicketView), owners: z.array(TicketOwner) }) },
  /** What a ticket about this conversation would say, from what is known of it. */
  'ticket.suggest': { params: z.object({ conversationId: Id }), result: TicketFields.extend({ orderNo: z.string().nullable() }) },
  /** `id` made by the window: sent twice it is one. Offline it waits and says so. */
  'ticket.make': { params: TicketFields.extend({ id: Id, conversationId: Id.nullable(), orderNo: z.string().max(64).nullable() }), result: Nothing },
  'ticket.change': { params: z.object({ ticketId: Id, change: TicketChange }), result: Nothing },
  'ticket.comment': { params: z.object({ id: Id, ticketId: Id, text: z.string().trim().min(1).max(TICKET_TEXT_MAX) }), result: Nothing },
} as const
export type TicketCalls = typeof TICKET_CALLS
