import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from './message.ts'
import { SidePlatform } from './side.ts'
import { Millis, Money } from './text.ts'

/** What we may promise a customer. Closed list; docs/promises.md tells what each means. */
export const PROMISE_KINDS = ['call', 'answer', 'ship', 'refund', 'compensation', 'investigate', 'escalate', 'invoice', 'pickup'] as const
export const PromiseKind = z.enum(PROMISE_KINDS)
export type PromiseKind = z.infer<typeof PromiseKind>

/** Longest words of a promise that are kept, in UTF-16 code units. */
export const PROMISE_WORDS_MAX = 200

/** A promise in words of ours. */
export const Promised = z.object({
  kind: PromiseKind,
  /** The words that make it, as they stand in the reply. */
  words: z.string().max(PROMISE_WORDS_MAX),
  /** How much, where it is said; null: not said. */
  amount: Money.nullable(),
  /** When it must be kept, by the shop's zone and hours. */
  dueAt: Millis,
  /** No time was named: `dueAt` is the shop's usual one for this kind. */
  assumed: z.boolean(),
})
export type Promised = z.infer<typeof Promised>

/** open · done: kept · dropped: it was none, is not needed any more, or was taken back with its message */
export const FollowUpState = z.enum(['open', 'done', 'dropped'])
export type FollowUpState = z.infer<typeof FollowUpState>

/** Who sees to it: a seat, with the name of who sat there. */
export const Owner = z.object({ id: z.string().min(1).max(64), name: z.string().max(80) })
export type Owner = z.infer<typeof Owner>

/** Where words went that no channel of the desk carried: copied beside another chat program. */
export const Outside = z.object({
  platform: SidePlatform,
  /** '' where nobody was found. */
  customerName: z.string().max(120),
  orderNo: z.string().max(64).nullable(),
  /** The whole reply. */
  text: z.string().max(MESSAGE_MAX_LENGTH),
  /** When it was copied. */
  at: Millis,
})
export type Outside = z.infer<typeof Outside>

/** A promise that a customer has, until it is kept. The log holds the last state of each. */
export const FollowUp = Promised.extend({
  id: Id,
  /** Of words copied elsewhere: the customer's conversation where there is one, else the loose one of the desk that copied them. */
  conversationId: Id,
  /** The reply that made it. */
  messageId: Id,
  /** Absent: the reply is a message of this conversation. */
  outside: Outside.optional(),
  promisedAt: Millis,
  owner: Owner,
  state: FollowUpState,
  /** Who changed it last, and when; as made: its owner, `promisedAt`. */
  changedBy: Owner,
  changedAt: Millis,
  /** Counts its changes in the log from 1; 0: the gateway has not heard of it yet. Of two states the higher is the later. */
  revision: z.number().int().nonnegative(),
})
export type FollowUp = z.infer<typeof FollowUp>

/** What may change of a follow-up; what is absent stays. */
export const FollowUpChange = z.object({ state: FollowUpState.optional(), dueAt: Millis.optional(), owner: Owner.optional() })
export type FollowUpChange = z.infer<typeof FollowUpChange>
