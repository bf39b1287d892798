import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { SeatPresence } from '../domain/presence.ts'
import { Routing } from '../domain/routing.ts'

const Nothing = z.object({})
const Target = z.discriminatedUnion('kind', [z.object({ kind: z.literal('seat'), seatId: z.string().min(1).max(64) }), z.object({ kind: z.literal('team'), team: z.string().min(1).max(40) }), z.object({ kind: z.literal('queue') })])

/**
 * Who is here and whose a conversation is. All but the two questions need the line: `offline` otherwise. `id`s are made by
 * the window: sent twice it is one wish. What the gateway refuses (`not-here`, `with-colleague`, `no-longer`, `not-permitted`) comes as it is.
 */
export const ROUTING_CALLS = {
  /** Everybody who is here, this desk (`own`) included; empty while the line is cut. */
  'team.presence': { params: z.object({}), result: z.object({ seats: z.array(SeatPresence), own: z.string() }) },
  'team.routing': { params: z.object({}), result: z.object({ routings: z.array(Routing) }) },
  /** `text` becomes an internal note. */
  'routing.transfer': { params: z.object({ id: Id, conversationId: Id, to: Target, text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) }), result: Nothing },
  /** The answer tells whose it is now; null: nobody's. */
  'routing.answer': { params: z.object({ id: Id, conversationId: Id, accept: z.boolean(), reason: z.string().trim().max(200) }), result: z.object({ routing: Routing.nullable() }) },
  'routing.withdraw': { params: z.object({ id: Id, conversationId: Id, transferId: Id }), result: Nothing },
  'routing.takeOver': { params: z.object({ id: Id, conversationId: Id, reason: z.string().trim().min(1).max(200) }), result: Nothing },
  'routing.whisper': { params: z.object({ id: Id, conversationId: Id, to: z.object({ id: z.string(), name: z.string() }), text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) }), result: Nothing },
} as const
export type RoutingCalls = typeof ROUTING_CALLS
