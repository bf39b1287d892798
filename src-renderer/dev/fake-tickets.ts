import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { TicketCalls } from '../../src-shared/contract/tickets.ts'

type Fake = { [C in keyof TicketCalls]: (params: CallParams<C>) => CallResult<C> }

/** A shop without tickets. */
export const fakeTickets: Fake = {
  'tickets.list': () => ({ tickets: [], owners: [] }),
  'ticket.suggest': () => ({ title: 'Chen Jing · Where is my order?', kind: 'parcel', summary: '', owner: null, dueAt: null, priority: 'normal', state: 'open', orderNo: null }),
  'ticket.make': () => ({}),
  'ticket.change': () => ({}),
  'ticket.comment': () => ({}),
}
