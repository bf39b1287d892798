import { z } from 'zod'
import { Usage } from '../domain/budget.ts'
import { Id } from '../domain/message.ts'
import { DraftTrace } from '../domain/trace.ts'

/** How drafts came about, and what they cost. */
export const TRACE_CALLS = {
  /** Of the newest drafts of a conversation, newest first; the one being written is the first. */
  'draft.traces': { params: z.object({ conversationId: Id }), result: z.object({ traces: z.array(DraftTrace) }) },
  /** Of an answer of the copilot, a suggestion of other words or a translated message, by its id: what an endpoint was asked for it. null: nothing, or it is kept no more. */
  'asked.trace': { params: z.object({ id: Id }), result: z.object({ trace: DraftTrace.nullable() }) },
  /** Tokens that drafts used today, by the shop's calendar; what is being written is not in it yet. */
  'model.usage': { params: z.object({}), result: z.object({ usage: Usage, /** The day's budget is used up: drafts are made here. */ spent: z.boolean() }) },
} as const
export type TraceCalls = typeof TRACE_CALLS
