import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** available: takes new customers · busy: works on what they have · away: nobody looks · offline: the desk is gone */
export const PresenceState = z.enum(['available', 'busy', 'away', 'offline'])
export type PresenceState = z.infer<typeof PresenceState>

/** One desk as its colleagues see it. Fleeting: no part of the log. */
export const SeatPresence = z.object({
  seatId: z.string().min(1).max(64),
  accountId: z.string().min(1).max(64),
  name: z.string().max(80),
  state: PresenceState,
  /** The conversation on its screen. */
  conversationId: Id.nullable(),
  /** Conversations that are this person's now, and how many they may have. */
  held: z.number().int().nonnegative(),
  capacity: z.number().int().nonnegative(),
  /** When it last told. */
  at: Millis,
})
export type SeatPresence = z.infer<typeof SeatPresence>
