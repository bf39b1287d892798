import { z } from 'zod'
import { PresenceState, SeatPresence } from '../domain/presence.ts'
import { Routing, Understood } from '../domain/routing.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

const name = z.string().max(80)
const reason = z.string().trim().min(1).max(200)
const Routed = z.object({ routing: Routing })

/** How long a seat counts as here after its last word, in milliseconds. */
export const PRESENCE_MS = 45_000

/** Since 1.3. Who is here, and whose a conversation is. Each `id` makes its call idempotent. */
export const ROUTING_SEAT_CALLS = {
  /** Tells how this seat is; again at least every PRESENCE_MS. `conversationId`: what is on its screen. Answers with everybody who is here. */
  'presence.tell': {
    params: z.object({ state: PresenceState, conversationId: Id.nullable(), name }),
    result: z.object({ seats: z.array(SeatPresence) }),
  },
  /** What this desk understood of a conversation; an older `seq`, or the same words, change nothing. */
  'routing.note': { params: z.object({ conversationId: Id, understood: Understood }), result: z.object({ n: z.number().int().nonnegative() }) },
  /**
   * Hands a conversation on, with an internal note that says where it stands. `not-yours`: a colleague has it, and the
   * caller may not lead. `not-here`: that seat is not here, or nobody but the caller is.
   */
  'routing.transfer': {
    params: z.object({
      id: Id, conversationId: Id, name, note: z.object({ id: Id, text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) }),
      to: z.discriminatedUnion('kind', [z.object({ kind: z.literal('seat'), seatId: z.string().min(1).max(64) }), z.object({ kind: z.literal('team'), team: z.string().min(1).max(40) }), z.object({ kind: z.literal('queue') })]),
    }),
    result: Routed,
  },
  /** Takes what is offered or queued, or gives an offer back. The answer tells whose it is now: another may have been quicker. */
  'routing.answer': { params: z.object({ id: Id, conversationId: Id, name, accept: z.boolean(), reason: z.string().trim().max(200) }), result: Routed },
  /** Takes back one's own hand-over that nobody has accepted yet; its note goes with it. */
  'routing.withdraw': { params: z.object({ id: Id, conversationId: Id, transferId: Id }), result: Routed },
  /** Takes a conversation out of a colleague's hands, lease and all; for those who may lead. */
  'routing.takeOver': { params: z.object({ id: Id, conversationId: Id, name, reason }), result: Routed },
  /** A note that only one other seat sees; for those who may lead. */
  whisper: {
    params: z.object({ id: Id, noteId: Id, conversationId: Id, to: z.object({ id: z.string().min(1).max(64), name }), text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH), name, at: Millis }),
    result: z.object({ n: z.number().int().nonnegative() }),
  },
} as const

/** `presence`: seats that changed. `colleague`: another seat types to this customer. Both are lost with the connection. */
export const ROUTING_SEAT_PUSHES = {
  presence: z.object({ seats: z.array(SeatPresence) }),
  colleague: z.object({ seatId: z.string(), conversationId: Id }),
} as const
