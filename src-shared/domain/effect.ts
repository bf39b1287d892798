import { z } from 'zod'
import { CommerceAction } from './commerce.ts'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/**
 * Why the gateway did not do it. Nothing was changed then.
 * `state`: the order is not in a state for it · `amount`: more than was paid, or than is left of it · `cap`: a limit of the
 * policy · `lease`: another seat has the conversation, or autopilot does not hold it · `identity`: the customer is not vouched for, or it is another's order · `stale`: the order changed since it was
 * decided · `already`: the same was done or paid before · `paused`: the kill switch · `policy`: a rule forbids it ·
 * `shop`: the shop's own system said no · `unsupported`: this shop cannot do that.
 */
export const EffectRefusal = z.enum(['state', 'amount', 'cap', 'lease', 'identity', 'stale', 'already', 'paused', 'policy', 'shop', 'unsupported'])
export type EffectRefusal = z.infer<typeof EffectRefusal>

/** Why, for people by `reason`, for programs by `detail`: codes and numbers such as `status:shipped`, never words of a person. */
export interface Refusal { reason: EffectRefusal; detail: string }

/** What somebody wished to do to an order, and what came of it. One id, one effect, however often it is asked for. */
export const Effect = z.object({
  /** The idempotency key, made and stored before the first try. */
  id: Id,
  conversationId: Id.nullable(),
  /** The after-sale case that it settles; null: none. */
  caseId: Id.nullable(),
  /** The workflow or autopilot run it belongs to; null: a person's own doing. */
  runId: Id.nullable(),
  action: CommerceAction,
  by: z.object({ kind: z.enum(['agent', 'autopilot']), seatId: z.string(), name: z.string().max(80) }),
  outcome: z.discriminatedUnion('state', [
    /** `reference`: the shop's own number of it, such as a refund's. */
    z.object({ state: z.literal('done'), reference: z.string().nullable() }),
    z.object({ state: z.literal('refused'), reason: EffectRefusal, detail: z.string().max(300) }),
  ]),
  at: Millis,
})
export type Effect = z.infer<typeof Effect>
