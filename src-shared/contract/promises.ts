import { z } from 'zod'
import { FollowUp, FollowUpState, Outside, Owner, PROMISE_WORDS_MAX, Promised, PromiseKind } from '../domain/follow-up.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

const Nothing = z.object({})

/** The next promise of a conversation, as its line in the queue tells it. */
export const RowPromise = z.object({
  kind: PromiseKind,
  dueAt: Millis,
  /** From here on it calls for attention. */
  alarmAt: Millis,
  /** Is it this seat's to keep? Others' promises are shown and alarm nobody here. */
  own: z.boolean(),
  /** How many are open in all. */
  open: z.number().int().positive(),
})
export type RowPromise = z.infer<typeof RowPromise>

/** A promise beside the thread. */
export const ThreadPromise = FollowUp.extend({
  alarmAt: Millis,
  own: z.boolean(),
  /** The line has yet to bring it, or its last change, to the others. */
  waits: z.boolean(),
  /** What looks as if it was kept; null: nothing does. */
  kept: z.discriminatedUnion('by', [z.object({ by: z.literal('reply'), messageId: Id }), z.object({ by: z.literal('order'), orderNo: z.string() })]).nullable(),
})
export type ThreadPromise = z.infer<typeof ThreadPromise>

/** A promise of words that were copied elsewhere, of a customer without a conversation here. */
export const OutsidePromise = ThreadPromise.extend({ outside: Outside, /** Where the side panel of this desk still keeps it. */ looseId: Id.nullable() })
export type OutsidePromise = z.infer<typeof OutsidePromise>

/** A promise in the words that are being written. Code points; `end` exclusive. */
export const SeenPromise = Promised.extend({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
export type SeenPromise = z.infer<typeof SeenPromise>

/** What the person said of a promise before it was sent, told by kind and words. `dueAt` null: it is none. */
export const PromiseAdjustment = z.object({ kind: PromiseKind, words: z.string().max(PROMISE_WORDS_MAX), dueAt: Millis.nullable() })
export type PromiseAdjustment = z.infer<typeof PromiseAdjustment>

export const PROMISE_CALLS = {
  /** The promises in the words of a reply, as they would be kept if it went now. */
  'promises.read': { params: z.object({ text: z.string().max(MESSAGE_MAX_LENGTH) }), result: z.object({ promises: z.array(SeenPromise) }) },
  /** Done, none, open again; a new time (gateway time); another owner. Refused: `not-found`. */
  'promise.change': {
    params: z.object({ id: Id, state: FollowUpState.optional(), dueAt: Millis.optional(), owner: Owner.optional() }),
    result: Nothing,
  },
  /** What was promised in other chat programs and is open, of every desk, the next due first. */
  'promises.outside': { params: Nothing, result: z.object({ promises: z.array(OutsidePromise) }) },
  /** Who could see to a promise: this seat first, then colleagues who were heard of. */
  'promise.owners': { params: z.object({ conversationId: Id }), result: z.object({ owners: z.array(Owner) }) },
} as const
