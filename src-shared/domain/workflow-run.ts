import { z } from 'zod'
import { Id } from './message.ts'
import { LocalText, Millis } from './text.ts'
import { Values } from './workflow-value.ts'

/** How a run ended. `withdrawn`: the customer wanted it no more. `handed-over`: a person goes on. */
export const RunOutcome = z.enum(['done', 'withdrawn', 'handed-over'])
export type RunOutcome = z.infer<typeof RunOutcome>

/**
 * What a run does at its node. `saying`: its words are on their way · `asking`: the customer is to answer · `acting`: the shop
 * is · `waiting`: time has to pass · `review`: a person is to say yes or no · `ended`.
 */
export const RunPhase = z.enum(['saying', 'asking', 'acting', 'waiting', 'review', 'ended'])
export type RunPhase = z.infer<typeof RunPhase>

/** Where a run stands: plain data, from which `step` goes on. */
export const RunState = z.object({
  node: z.string(),
  phase: RunPhase,
  outcome: RunOutcome.nullable(),
  /** Why it ended as it did; a code. */
  reason: z.string().nullable(),
  language: z.enum(['zh', 'en']),
  values: Values,
  /** The node that found each value out, by the value's name. */
  from: z.record(z.string(), z.string()),
  /** Nodes passed, oldest first. */
  trail: z.array(z.object({ node: z.string(), at: Millis })),
  /** What the shop has done, oldest first. */
  acted: z.array(z.object({ node: z.string(), kind: z.string(), reference: z.string().nullable() })),
  /** Words of messages that wait to be said with the next stop. */
  words: z.array(z.string()),
  /** Rounds at this question that brought no answer. */
  round: z.number().int().nonnegative(),
  /** Other questions of the customer that were answered on the way. */
  asides: z.number().int().nonnegative(),
  /** When waiting ends; null: nothing is waited for. */
  dueAt: Millis.nullable(),
  /** Is what is being said the last? Then it ends with this. */
  closing: RunOutcome.nullable(),
})
export type RunState = z.infer<typeof RunState>

/** What the window shows of a run: its steps, and what was found out. */
export const RunView = z.object({
  id: Id,
  conversationId: Id,
  workflow: z.object({ id: z.string(), version: z.number().int(), name: LocalText }),
  phase: RunPhase,
  outcome: RunOutcome.nullable(),
  reason: z.string().nullable(),
  paused: z.boolean(),
  steps: z.array(z.object({ node: z.string(), type: z.string(), title: LocalText, at: Millis.nullable(), place: z.enum(['done', 'now', 'next']) })),
  gathered: z.array(z.object({ name: z.string(), words: LocalText })),
})
export type RunView = z.infer<typeof RunView>
