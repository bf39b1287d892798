import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

/** Somebody whom the night left to people, and who still waits. */
export const LeftForYou = z.object({ conversationId: Id, displayName: z.string(), /** Angry, maybe hurt, or asked for a person. */ upset: z.boolean(), waitingSince: Millis })
export type LeftForYou = z.infer<typeof LeftForYou>

/** What a night desk did while nobody was there; every desk reads the same from the log. */
export const Morning = z.object({
  /** The night's number; dismissing says which. */
  night: z.number().int(),
  /** Conversations that were answered, and left no one waiting then. */
  answered: z.number().int().nonnegative(),
  /** Of those left to people, how many there were, and those who still wait: the upset first, then by the longest wait. */
  noted: z.number().int().nonnegative(),
  left: z.array(LeftForYou),
  /** Open promises that are due by the end of the day. */
  promises: z.number().int().nonnegative(),
})
export type Morning = z.infer<typeof Morning>

export const MORNING_CALLS = {
  /** null: there was no night desk, the day is over, or this desk has put it away. */
  'morning.read': { params: z.object({}), result: z.object({ morning: Morning.nullable() }) },
  /** Puts the card of this night away on this desk, or brings it back. */
  'morning.dismiss': { params: z.object({ night: z.number().int(), dismissed: z.boolean() }), result: z.object({}) },
} as const
export type MorningCalls = typeof MORNING_CALLS
