import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

const Count = z.number().int().nonnegative()

/** Cases by how they ended. `resolved + reopened + pending` are all that were closed, the naive number. */
export const CaseTally = z.object({ resolved: Count, reopened: Count, pending: Count })
export type CaseTally = z.infer<typeof CaseTally>

/** Cases that autopilot closed alone beside those that people closed. */
export const CasePair = z.object({ automatic: CaseTally, human: CaseTally })
export type CasePair = z.infer<typeof CasePair>

/** An automatic case that the customer came back with. */
export const ReopenedCase = z.object({ conversationId: Id, displayName: z.string(), intent: z.string().nullable(), closedAt: Millis, cameBackAt: Millis, /** Where they came back; another conversation, or the same. */ cameBackIn: Id })
export type ReopenedCase = z.infer<typeof ReopenedCase>

/** How the cases of the last 28 days ended. */
export const CaseResults = z.object({
  all: CasePair,
  /** One a day of the shop, the oldest first; `start` its first instant. */
  days: z.array(z.object({ start: Millis, cases: CasePair })),
  /** The most cases first; null: nobody could tell. */
  intents: z.array(z.object({ intent: z.string().nullable(), cases: CasePair })),
  /** The newest first, at most 50. */
  reopened: z.array(ReopenedCase),
  /** Conversations that are still to be counted: the numbers move until none is left. */
  left: Count,
})
export type CaseResults = z.infer<typeof CaseResults>

export const RESULT_CALLS = {
  /** Counts for a moment what has changed, and tells the numbers as they are then; asked again while some are left. */
  'results.read': { params: z.object({}), result: CaseResults },
} as const
export type ResultCalls = typeof RESULT_CALLS
