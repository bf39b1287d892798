import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Ticket, TICKET_TEXT_MAX, TicketChange, TicketFields } from '../domain/ticket.ts'
import { Millis } from '../domain/text.ts'

const n = z.number().int().nonnegative()
const Answer = z.object({ n, ticket: Ticket })

/** Calls of a seat about tickets. `id` makes each idempotent; the result tells what the log holds of it now. */
export const TICKET_SEAT_CALLS = {
  /** Since 1.3. `id` becomes the ticket's. */
  'ticket.make': {
    params: TicketFields.extend({ id: Id, conversationId: Id.nullable(), orderNo: z.string().max(64).nullable(), caseId: Id.nullable(), name: z.string().max(80), /** When it was made, which may be long before the line was back. */ at: Millis }),
    result: Answer,
  },
  /** Since 1.3. What is given changes, the rest stays as others left it. */
  'ticket.change': { params: z.object({ id: Id, ticketId: Id, change: TicketChange, name: z.string().max(80), at: Millis }), result: Answer },
  /** Since 1.3. `id` becomes the comment's. */
  'ticket.comment': { params: z.object({ id: Id, ticketId: Id, text: z.string().trim().min(1).max(TICKET_TEXT_MAX), name: z.string().max(80), at: Millis }), result: Answer },
} as const
