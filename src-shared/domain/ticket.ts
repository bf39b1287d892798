import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** What a ticket is about. Closed list; docs/team.md tells what each means. */
export const TICKET_KINDS = ['refund', 'parcel', 'quality', 'invoice', 'repair', 'complaint', 'other'] as const
export const TicketKind = z.enum(TICKET_KINDS)
export type TicketKind = z.infer<typeof TicketKind>

export const TICKET_PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const
export const TicketPriority = z.enum(TICKET_PRIORITIES)
export type TicketPriority = z.infer<typeof TicketPriority>

/** open: somebody has to do something · waiting: for somebody outside · done */
export const TicketState = z.enum(['open', 'waiting', 'done'])
export type TicketState = z.infer<typeof TicketState>

export const TICKET_TITLE_MAX = 120
export const TICKET_TEXT_MAX = 4000
const MAX_COMMENTS = 200
const MAX_HISTORY = 400

/** Who sees to it: a person (a seat where nobody has an account), or a whole team. */
export const TicketOwner = z.object({ kind: z.enum(['account', 'seat', 'team']), id: z.string().min(1).max(64), name: z.string().max(80) })
export type TicketOwner = z.infer<typeof TicketOwner>

const Person = z.object({ id: z.string().min(1).max(64), name: z.string().max(80) })

/** What a person gives a ticket when it is made, and may change afterwards. */
export const TicketFields = z.object({
  title: z.string().trim().min(1).max(TICKET_TITLE_MAX),
  kind: TicketKind,
  /** What has to be known to finish it without reading the conversation. */
  summary: z.string().max(TICKET_TEXT_MAX),
  /** null: nobody yet. */
  owner: TicketOwner.nullable(),
  /** null: no day was set. */
  dueAt: Millis.nullable(),
  priority: TicketPriority,
  state: TicketState,
})
export type TicketFields = z.infer<typeof TicketFields>

/** What may change; what is absent stays as others left it. */
export const TicketChange = TicketFields.partial()
export type TicketChange = z.infer<typeof TicketChange>

/** Work that cannot be finished in the chat. The log holds the last state of each. The customer is told nothing of it. */
export const Ticket = TicketFields.extend({
  id: Id,
  /** Counts the shop's tickets from 1; 0: the gateway has not heard of it yet. */
  no: z.number().int().nonnegative(),
  conversationId: Id.nullable(),
  orderNo: z.string().max(64).nullable(),
  caseId: Id.nullable(),
  madeBy: Person,
  madeAt: Millis,
  changedBy: Person,
  changedAt: Millis,
  comments: z.array(z.object({ id: Id, by: Person, at: Millis, text: z.string().max(TICKET_TEXT_MAX) })).max(MAX_COMMENTS),
  /** Which fields somebody changed, and what was there before and after, as it stood in the field. Oldest first. */
  history: z.array(z.object({ by: Person, at: Millis, field: z.string().max(20), from: z.string().max(200), to: z.string().max(200) })).max(MAX_HISTORY),
  /** Counts its states in the log from 1; 0: the gateway has not heard of it yet. */
  revision: z.number().int().nonnegative(),
})
export type Ticket = z.infer<typeof Ticket>
type Who = z.infer<typeof Person>

const asText = (value: TicketChange[keyof TicketChange]): string => (value === null || value === undefined ? '' : typeof value === 'object' ? value.name || value.id : String(value)).slice(0, 200)

/** The ticket after a change, with the change in its history. The same on every desk and at the gateway. */
export function changed(ticket: Ticket, change: TicketChange, by: Who, at: number): Ticket {
  const fields = Object.keys(change) as (keyof TicketChange)[]
  const said = fields.flatMap((field) => {
    const [from, to] = [asText(ticket[field]), asText(change[field])]
    return change[field] === undefined || JSON.stringify(ticket[field]) === JSON.stringify(change[field]) ? [] : [{ by, at, field, from, to }]
  })
  if (said.length === 0) return ticket
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as TicketChange
  return { ...ticket, ...given, changedBy: by, changedAt: at, history: [...ticket.history, ...said].slice(-MAX_HISTORY) }
}

/** The ticket with one more comment; the oldest goes where there are too many. */
export function commented(ticket: Ticket, comment: Ticket['comments'][number]): Ticket {
  if (ticket.comments.some(({ id }) => id === comment.id)) return ticket
  return { ...ticket, comments: [...ticket.comments, comment].slice(-MAX_COMMENTS), changedBy: comment.by, changedAt: comment.at }
}
