import type { TicketView } from '../../../src-shared/contract/tickets.ts'
import { changed, commented, Ticket, type TicketOwner } from '../../../src-shared/domain/ticket.ts'
import { Account } from '../../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../../src-shared/domain/roles.ts'
import type { SeatParams } from '../../../src-shared/wire/seat.ts'
import type { WaitingCommand } from '../../store/commands.ts'
import type { Engine } from '../context.ts'
import { ownAccountId, ownSeat } from '../own-seat.ts'

const CALLS = ['ticket.make', 'ticket.change', 'ticket.comment'] as const
type Params = { [C in (typeof CALLS)[number]]: SeatParams<C> }

/** What this desk has said of tickets and the gateway has not heard yet, upon what the gateway said last. */
function withWishes(engine: Engine, tickets: Map<string, Ticket>, { call, params }: WaitingCommand): void {
  if (call === 'ticket.make') {
    const { name, at, ...given } = params as Params['ticket.make']
    const by = { id: engine.seatId, name }
    if (!tickets.has(given.id)) tickets.set(given.id, { ...given, no: 0, madeBy: by, madeAt: at, changedBy: by, changedAt: at, comments: [], history: [], revision: 0 })
    return
  }
  const { ticketId, name, at, id } = params as Params['ticket.change']
  const known = tickets.get(ticketId)
  if (!known) return
  const by = { id: engine.seatId, name }
  if (call === 'ticket.change') tickets.set(ticketId, changed(known, (params as Params['ticket.change']).change, by, at))
  else tickets.set(ticketId, commented(known, { id, by, at, text: (params as Params['ticket.comment']).text }))
}

interface Known { tickets: Ticket[]; /** Those with something on its way. */ waiting: ReadonlySet<string> }

/** All tickets as they will be once the line has brought what waits. */
export function knownTickets(engine: Engine): Known {
  const tickets = new Map(engine.store.shared.all('ticket', Ticket).map((ticket) => [ticket.id, ticket]))
  const commands = engine.store.commands.of(...CALLS)
  for (const command of commands) withWishes(engine, tickets, command)
  return { tickets: [...tickets.values()], waiting: new Set(commands.map(({ id, call, params }) => (call === 'ticket.make' ? id : String(params['ticketId'])))) }
}

/** Is it for whoever sits here to see to? */
export function isMine(engine: Engine, { owner }: Pick<Ticket, 'owner'>): boolean {
  if (owner === null) return false
  if (owner.kind === 'seat') return owner.id === engine.seatId
  const own = ownAccountId(engine)
  return owner.kind === 'account' ? owner.id === own : (engine.store.shared.get('account', own, Account)?.teams.includes(owner.id) ?? false)
}

/** From when a ticket calls for attention, by the lead that promises have; null: never. */
export function alarmAt(engine: Engine, { dueAt, madeAt, state }: Pick<Ticket, 'dueAt' | 'madeAt' | 'state'>): number | null {
  if (dueAt === null || state === 'done') return null
  return Math.max(Math.min(madeAt, dueAt), dueAt - engine.promiseTerms.alarmMinutes * 60_000)
}

/** When tickets of whoever sits here call for attention: soon due, and due. */
export function ticketAlarms(engine: Engine): { at: number; conversationId: string | null }[] {
  return knownTickets(engine).tickets.filter((ticket) => isMine(engine, ticket)).flatMap((ticket) => {
    const at = alarmAt(engine, ticket)
    return at === null || ticket.dueAt === null ? [] : [at, ticket.dueAt].map((time) => ({ at: time, conversationId: ticket.conversationId }))
  })
}

const PRIORITY = { urgent: 0, high: 1, normal: 2, low: 3 } as const
const dueFirst = (a: Ticket, b: Ticket): number =>
  (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || PRIORITY[a.priority] - PRIORITY[b.priority] || a.madeAt - b.madeAt

function inOrder(tickets: readonly Ticket[]): Ticket[] {
  const open = tickets.filter(({ state }) => state !== 'done').sort(dueFirst)
  return [...open, ...tickets.filter(({ state }) => state === 'done').sort((a, b) => b.changedAt - a.changedAt)]
}

const view = (engine: Engine, { waiting }: Known, ticket: Ticket): TicketView => ({
  ...ticket, customer: ticket.conversationId === null ? null : engine.store.conversations.displayName(ticket.conversationId), mine: isMine(engine, ticket), waits: waiting.has(ticket.id), alarmAt: alarmAt(engine, ticket),
})

/** Those that are not done, overdue first; then those that are. */
export function listTickets(engine: Engine): TicketView[] {
  const known = knownTickets(engine)
  return inOrder(known.tickets).map((ticket) => view(engine, known, ticket))
}

export function ticketsOf(engine: Engine, conversationId: string): TicketView[] {
  const known = knownTickets(engine)
  return inOrder(known.tickets.filter((ticket) => ticket.conversationId === conversationId)).map((ticket) => view(engine, known, ticket))
}

/** Who could see to a ticket: whoever sits here first, then the people of the shop and their teams. */
export function ticketOwners(engine: Engine): TicketOwner[] {
  const seat = ownSeat(engine)
  const own = ownAccountId(engine)
  const people = engine.store.shared.all('account', Account).filter(({ id, disabled, role }) => !disabled && role !== 'reader' && id !== LOCAL_ACCOUNT_ID)
  const self: TicketOwner = own === LOCAL_ACCOUNT_ID ? { kind: 'seat', id: seat.id, name: seat.name } : { kind: 'account', id: own, name: people.find(({ id }) => id === own)?.name ?? seat.name }
  const teams = [...new Set(people.flatMap((one) => one.teams))].sort()
  return [
    self, ...people.filter(({ id }) => id !== own).map(({ id, name }): TicketOwner => ({ kind: 'account', id, name })),
    ...teams.map((name): TicketOwner => ({ kind: 'team', id: name, name })),
  ]
}
