import { z } from 'zod'
import { Owner } from './follow-up.ts'
import { Id } from './message.ts'
import { Millis } from './text.ts'
import { TOPIC_GROUPS } from './topic-groups.ts'

/** Why a conversation is where it is; the window has a sentence for each. `value`: the skill, language or number that decided. */
export const RouteReason = z.object({
  code: z.enum([
    'previous-agent', 'skill', 'language', 'least-load', 'only-one', 'senior', 'team', 'urgent', 'valued', 'given', 'returned', 'taken-over', 'answered', 'opened',
    'nobody-here', 'everybody-full', 'nobody-in-team', 'not-opened', 'left',
  ]),
  value: z.string().max(80).default(''),
})
export type RouteReason = z.infer<typeof RouteReason>

/** What a desk understood of the customer's words up to `seq`; the gateway does not read them itself. */
export const Understood = z.object({
  seq: z.number().int().positive(),
  group: z.enum(TOPIC_GROUPS).nullable(),
  /** 0 calm .. 3 angry. */
  emotion: z.number().int().min(0).max(3),
  /** ISO 639-1. */
  language: z.string().max(8),
  /** When the customer must be answered by the channel's rule; null: no rule asks for it. */
  dueAt: Millis.nullable(),
})
export type Understood = z.infer<typeof Understood>

/** One hand-over from person to person, to a team or back to the queue. */
export const Transfer = z.object({
  id: Id,
  from: Owner,
  /** Whom it was given to; null: a team or the queue. */
  to: Owner.nullable(),
  team: z.string().max(40).nullable(),
  /** The internal note that says where it stands. */
  noteId: Id,
  state: z.enum(['waiting', 'accepted', 'returned', 'withdrawn']),
  /** Why it came back; empty unless returned. */
  reason: z.string().max(200),
  at: Millis,
})
export type Transfer = z.infer<typeof Transfer>

/** A supervisor took it out of somebody's hands. */
export const TakeOver = z.object({ id: Id, from: Owner.nullable(), by: Owner, reason: z.string().min(1).max(200), at: Millis })
export type TakeOver = z.infer<typeof TakeOver>

/** Whose a conversation is. The log holds the last word on each; `done` ends it. */
export const Routing = z.object({
  conversationId: Id,
  /** queued: waits for somebody · offered: to `to`, until `until` · taken: `to` has it · done: resolved */
  state: z.enum(['queued', 'offered', 'taken', 'done']),
  to: Owner.nullable(),
  /** Only for this team, where somebody of it is here. */
  team: z.string().max(40).nullable(),
  why: z.array(RouteReason).max(10),
  at: Millis,
  /** An offer that was not opened by then goes back. */
  until: Millis.nullable(),
  /** To whom it was offered in vain, and when. */
  passed: z.array(z.object({ seatId: z.string(), at: Millis })).max(20),
  understood: Understood.nullable(),
  transfer: Transfer.nullable(),
  takeOver: TakeOver.nullable(),
})
export type Routing = z.infer<typeof Routing>
