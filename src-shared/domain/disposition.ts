import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** How a conversation ended, in display order: the first is chosen by the key 1. */
export const DISPOSITIONS = ['solved', 'refund', 'exchange-return', 'information', 'no-answer', 'spam', 'other'] as const
export const Disposition = z.enum(DISPOSITIONS)
export type Disposition = z.infer<typeof Disposition>

/** One time that a conversation was resolved. The log holds the last state of each; a later desk may still change `disposition`. */
export const Resolution = z.object({
  id: Id,
  conversationId: Id,
  /** null: resolved by a desk that does not say how. */
  disposition: Disposition.nullable(),
  by: z.object({ id: z.string(), name: z.string().max(80) }),
  at: Millis,
  /** A person opened the conversation again: this end was none. A customer who writes again leaves it standing. */
  withdrawn: z.boolean(),
})
export type Resolution = z.infer<typeof Resolution>
