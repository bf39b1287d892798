import { z } from 'zod'
import { Id } from '../../../src-shared/domain/message.ts'
import { type Ticket, TICKET_TEXT_MAX, TicketFields, TicketState } from '../../../src-shared/domain/ticket.ts'
import { changeTicket, commentTicket, makeTicket } from '../../tickets/tickets.ts'
import { Next, pageOf, Paging, placeOf } from '../page.ts'
import { ApiProblem } from '../problem.ts'
import { reading, type Route, writing } from '../route.ts'
import { authorOf } from '../send-message.ts'
import { TicketView } from '../views.ts'

const Nothing = z.strictObject({})
const OfTicket = z.strictObject({ ticketId: Id })
const One = z.object({ ticket: TicketView })
const { title, kind, summary, owner, dueAt, priority, state } = TicketFields.shape

export const TICKET_ROUTES: readonly Route[] = [
  reading({
    id: 'listTickets', path: '/tickets', scope: 'tickets:read', summary: 'Tickets, by their ids, which is about by age', params: Nothing, query: z.strictObject({ state: TicketState.optional(), ...Paging }),
    result: z.object({ tickets: z.array(TicketView), next: Next }),
    async read(tx, { query: { state: wanted, cursor, limit } }) {
      const rows = (await tx.integrations.statesWhere('ticket', wanted === undefined ? null : { field: 'state', value: wanted }, placeOf(z.string(), cursor) ?? '', limit + 1)) as { ticket: Ticket }[]
      const { page, next } = pageOf(rows.map(({ ticket }) => ticket), limit, ({ id }) => id)
      return { tickets: page, next }
    },
  }),
  reading({
    id: 'getTicket', path: '/tickets/{ticketId}', scope: 'tickets:read', summary: 'A ticket', params: OfTicket, query: Nothing, result: One,
    async read(tx, { params: { ticketId } }) {
      const change = await tx.state('ticket', ticketId)
      if (change?.type !== 'ticket') throw new ApiProblem('no-such-thing')
      return { ticket: change.ticket }
    },
  }),
  writing('POST', {
    id: 'createTicket', path: '/tickets', scope: 'tickets:write', summary: 'Makes a ticket', params: Nothing, result: One,
    body: z.strictObject({
      title, kind, summary: summary.default(''), owner: owner.default(null), dueAt: dueAt.default(null), priority: priority.default('normal'), state: state.default('open'),
      conversationId: Id.nullable().default(null), orderNo: z.string().max(64).nullable().default(null),
    }),
    async write(tx, { key, now, body, requestId }) {
      const author = authorOf(key)
      const { ticket } = await makeTicket(tx, now, { seatId: author.id }, { ...body, id: requestId, caseId: null, name: author.name, at: now })
      return { result: { ticket }, ref: { ticketId: ticket.id, conversationId: body.conversationId } }
    },
  }),
  writing('PATCH', {
    id: 'updateTicket', path: '/tickets/{ticketId}', scope: 'tickets:write', summary: 'Changes what is given of a ticket; the rest stays', params: OfTicket, result: One,
    body: z.strictObject(TicketFields.partial().shape),
    async write(tx, { key, now, params: { ticketId }, body, requestId }) {
      if ((await tx.state('ticket', ticketId)) === null) throw new ApiProblem('no-such-thing')
      const author = authorOf(key)
      const { ticket } = await changeTicket(tx, now, { seatId: author.id }, { id: requestId, ticketId, change: body, name: author.name, at: now })
      return { result: { ticket }, ref: { ticketId, ...(body.state === undefined ? {} : { state: body.state }) } }
    },
  }),
  writing('POST', {
    id: 'commentTicket', path: '/tickets/{ticketId}/comments', scope: 'tickets:write', summary: 'Adds a comment to a ticket', params: OfTicket, result: One, body: z.strictObject({ text: z.string().trim().min(1).max(TICKET_TEXT_MAX) }),
    async write(tx, { key, now, params: { ticketId }, body: { text }, requestId }) {
      if ((await tx.state('ticket', ticketId)) === null) throw new ApiProblem('no-such-thing')
      const author = authorOf(key)
      const { ticket } = await commentTicket(tx, now, { seatId: author.id }, { id: requestId, ticketId, text, name: author.name, at: now })
      return { result: { ticket }, ref: { ticketId, commentId: requestId } }
    },
  }),
]
