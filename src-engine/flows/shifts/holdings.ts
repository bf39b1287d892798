import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import { Routing } from '../../../src-shared/domain/routing.ts'
import type { ShiftGiver, ShiftItem } from '../../../src-shared/domain/shift.ts'
import { LOCAL_ACCOUNT_ID } from '../../../src-shared/domain/roles.ts'
import type { Ticket } from '../../../src-shared/domain/ticket.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { Engine } from '../context.ts'
import { QUEUE_LIMIT } from '../inbox.ts'
import { knownTickets } from '../tickets/read-tickets.ts'

/** Everything that one person has to see to. */
export interface Holdings { conversations: ConversationRecord[]; promises: FollowUp[]; tickets: Ticket[] }

/** Whose an open conversation is: by routing, else by its lease, else whoever answered last. */
function holderOf({ store }: Engine, { conversation, personInvolved }: ConversationRecord, routings: ReadonlyMap<string, Routing>): string | null {
  const routing = routings.get(conversation.id)
  if (routing?.to) return routing.to.id
  if (conversation.assignee !== null) return conversation.assignee
  return personInvolved ? store.messages.byPersons(conversation.id, 1)[0]?.author.id ?? null : null
}

const isOwnersTicket = ({ owner }: Ticket, { id, accountId }: ShiftGiver): boolean =>
  owner !== null && ((owner.kind === 'seat' && owner.id === id) || (owner.kind === 'account' && owner.id === accountId && accountId !== LOCAL_ACCOUNT_ID))

/** What a desk, and whoever sits there, has now. */
export function holdingsOf(engine: Engine, giver: ShiftGiver): Holdings {
  const { store } = engine
  const routings = new Map(store.shared.all('routing', Routing).map((routing) => [routing.conversationId, routing]))
  return {
    conversations: store.conversations.recent(QUEUE_LIMIT, engine.clock.now()).filter((record) => record.conversation.status === 'open' && holderOf(engine, record, routings) === giver.id),
    promises: [...store.followUps.open().values()].flat().filter(({ owner }) => owner.id === giver.id),
    tickets: knownTickets(engine).tickets.filter((ticket) => ticket.state !== 'done' && isOwnersTicket(ticket, giver)),
  }
}

/** The things of somebody's by which items name them. */
export const refsOf = ({ conversations, promises, tickets }: Holdings): ReadonlySet<ShiftItem['ref']> =>
  new Set([...conversations.map(({ conversation }) => conversation.id), ...promises.map(({ id }) => id), ...tickets.map(({ id }) => id)])
