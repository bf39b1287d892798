import { z } from 'zod'
import { ACTION_KINDS, type ActionKind, amountOf } from '../../src-shared/domain/commerce.ts'
import { Channel } from '../../src-shared/domain/conversation.ts'
import { Disposition } from '../../src-shared/domain/disposition.ts'
import { EffectRefusal } from '../../src-shared/domain/effect.ts'
import type { EventType } from '../../src-shared/domain/integration.ts'
import { AuthorKind, type Message } from '../../src-shared/domain/message.ts'
import { type Review, ReviewState } from '../../src-shared/domain/review.ts'
import { Millis, Money } from '../../src-shared/domain/text.ts'
import { type Ticket, TicketKind, TicketPriority, TicketState } from '../../src-shared/domain/ticket.ts'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import { LOG_ID } from '../log.ts'
import type { Turn } from '../store/integrations.ts'
import type { ReadTx } from '../store/store.ts'

const Words = z.string().optional().describe('Only where customers\' words are asked for.')
const ConversationRef = z.string().nullable()

const DATA = {
  'conversation.opened': z.object({ id: z.string(), channel: Channel, customerId: z.string().nullable(), again: z.boolean().describe('It was resolved before.'), displayName: Words }),
  'conversation.resolved': z.object({ id: z.string(), channel: Channel, customerId: z.string().nullable(), disposition: Disposition.nullable(), by: z.string().nullable(), displayName: Words }),
  'message.received': z.object({ id: z.string(), conversationId: z.string(), seq: z.number().int(), author: AuthorKind, attachments: z.number().int(), text: Words }),
  'message.sent': z.object({ id: z.string(), conversationId: z.string(), seq: z.number().int(), author: AuthorKind, by: z.string(), attachments: z.number().int(), text: Words }),
  'message.recalled': z.object({ id: z.string(), conversationId: z.string(), seq: z.number().int() }),
  'ticket.changed': z.object({
    id: z.string(), no: z.number().int(), revision: z.number().int(), state: TicketState, kind: TicketKind, priority: TicketPriority, dueAt: Millis.nullable(), owner: z.string().nullable(),
    conversationId: ConversationRef, orderNo: z.string().nullable(), title: Words, summary: Words,
  }),
  'review.opened': z.object({ id: z.string(), conversationId: z.string(), kind: z.enum(['reply', 'action', 'step']), expiresAt: Millis }),
  'review.decided': z.object({ id: z.string(), conversationId: z.string(), kind: z.enum(['reply', 'action', 'step']), state: ReviewState, by: z.string().nullable() }),
  'effect.done': z.object({ id: z.string(), conversationId: ConversationRef, orderNo: z.string().nullable(), action: z.enum(ACTION_KINDS as readonly [ActionKind, ...ActionKind[]]), amount: Money.nullable(), reference: z.string().nullable(), automatic: z.boolean() }),
  'effect.refused': z.object({ id: z.string(), conversationId: ConversationRef, orderNo: z.string().nullable(), action: z.enum(ACTION_KINDS as readonly [ActionKind, ...ActionKind[]]), reason: EffectRefusal, automatic: z.boolean() }),
} as const satisfies Record<EventType, z.ZodObject>
type Data = { [T in EventType]: z.infer<(typeof DATA)[T]> }

const TYPES = Object.keys(DATA) as EventType[]
const eventOf = <T extends EventType>(type: T) => z.object({
  id: z.string().describe('The same however often it is told.'),
  type: z.literal(type), timestamp: z.iso.datetime().describe('When it happened, by the gateway\'s clock.'), n: z.number().int().positive().describe('Its number in the gateway\'s log.'), data: DATA[type],
})
/** What other systems are told, by webhook and in the feed. Further fields and types may come; ignore those that you do not know. */
export const ToldEvent = z.discriminatedUnion('type', TYPES.map(eventOf) as unknown as [ReturnType<typeof eventOf>, ...ReturnType<typeof eventOf>[]])
export type ToldEvent = { [T in EventType]: { id: string; type: T; timestamp: string; n: number; data: Data[T] } }[EventType]

interface Told { type: EventType; data: Data[EventType] }

/**
 * What these events of the log are to other systems, in their order. Those that are nobody else's business are left out.
 * @param events follow each other in the log
 * @param words customers' words and names go along, and what people wrote about them
 */
export async function tellEvents(tx: ReadTx, events: readonly LogEvent[], words: boolean): Promise<ToldEvent[]> {
  const told: ToldEvent[] = []
  for await (const one of eachTold(tx, events, words)) told.push(one)
  return told
}

/** The first of them that is one of `types`; null: none is. */
export async function firstTold(tx: ReadTx, events: readonly LogEvent[], words: boolean, types: readonly EventType[]): Promise<ToldEvent | null> {
  for await (const one of eachTold(tx, events, words)) if (types.includes(one.type)) return one
  return null
}

async function* eachTold(tx: ReadTx, events: readonly LogEvent[], words: boolean): AsyncGenerator<ToldEvent> {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return
  const logId = (await tx.meta(LOG_ID)) ?? ''
  const turns = await tx.integrations.turns(first.n - 1, last.n)
  for (const event of events) {
    const one = await tell(tx, event, turns.get(event.n) ?? null, words)
    if (one !== null) yield { id: `evt_${logId}_${event.n}`, timestamp: new Date(event.at).toISOString(), n: event.n, ...one } as ToldEvent
  }
}

async function tell(tx: ReadTx, { change }: LogEvent, turn: Turn | null, words: boolean): Promise<Told | null> {
  switch (change.type) {
    case 'conversation': {
      if (turn === null) return null
      const { id, channel, customerId, displayName, resolution } = change.conversation
      const common = { id, channel, customerId, ...(words ? { displayName } : {}) }
      if (turn !== 'resolved') return { type: 'conversation.opened', data: { ...common, again: turn === 'reopened' } }
      const end = resolution ? await tx.state('resolution', resolution.id) : null
      const known = end?.type === 'resolution' ? end.resolution : null
      return { type: 'conversation.resolved', data: { ...common, disposition: known?.disposition ?? null, by: known?.by.name ?? null } }
    }
    case 'message': return tellMessage(change.message, words)
    case 'message-recalled': return { type: 'message.recalled', data: { id: change.id, conversationId: change.conversationId, seq: change.seq } }
    case 'ticket': return { type: 'ticket.changed', data: ticketData(change.ticket, words) }
    case 'review': return tellReview(change.review)
    case 'effect': {
      const { id, conversationId, action, outcome, by } = change.effect
      const common = { id, conversationId, orderNo: action.orderNo, action: action.kind, automatic: by.kind === 'autopilot' }
      if (outcome.state === 'done') return { type: 'effect.done', data: { ...common, amount: amountOf(action), reference: outcome.reference } }
      return { type: 'effect.refused', data: { ...common, reason: outcome.reason } }
    }
    default: return null
  }
}

function tellMessage({ id, conversationId, seq, author, text, attachments, recalledAt }: Message, words: boolean): Told {
  // What was taken back is told without its words from then on.
  const common = { id, conversationId, seq, author: author.kind, attachments: attachments.length, ...(words && recalledAt === undefined ? { text } : {}) }
  return author.kind === 'customer' ? { type: 'message.received', data: common } : { type: 'message.sent', data: { ...common, by: author.name } }
}

function ticketData({ id, no, revision, state, kind, priority, dueAt, owner, conversationId, orderNo, title, summary }: Ticket, words: boolean): Data['ticket.changed'] {
  return { id, no, revision, state, kind, priority, dueAt, owner: owner?.name ?? null, conversationId, orderNo, ...(words ? { title, summary } : {}) }
}

function tellReview({ id, conversationId, subject, state, expiresAt, decision }: Review): Told {
  if (state === 'open') return { type: 'review.opened', data: { id, conversationId, kind: subject.kind, expiresAt } }
  return { type: 'review.decided', data: { id, conversationId, kind: subject.kind, state, by: decision?.by.name ?? null } }
}
