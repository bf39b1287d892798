import { z } from 'zod'
import { BacktestCase, DeedKind, PaidOut, ShareRange } from './backtest.ts'
import { LocalText } from './text.ts'

/**
 * Where a workflow ends in a conversation of the past. `done`: settled, with what was written there · `assumed`: settled, if
 * what the past does not hold had been in order · `handed`: to a person · `withdrawn`: the customer wanted it no more ·
 * `left`: its matter, but a person's at once, which is as if it had not begun.
 */
export const FLOW_ENDS = ['done', 'assumed', 'handed', 'withdrawn', 'left'] as const
export const FlowEnd = z.enum(FLOW_ENDS)
export type FlowEnd = z.infer<typeof FlowEnd>

/** What the past does not hold. `identity`: who the customer was · `order`: the order's state · `records`: what a look-up would have found · `amount`: what was paid. */
export const UNTOLD = ['identity', 'order', 'records', 'amount'] as const
export const Untold = z.enum(UNTOLD)
export type Untold = z.infer<typeof Untold>

const Count = z.number().int().nonnegative()
/** A step of the workflow by its id and its title, and how often. */
const AtStep = z.object({ node: z.string(), title: LocalText, count: Count })

/** A workflow held against the past. */
export const FlowReport = z.object({
  conversations: Count,
  /** Conversations in which it would have begun. */
  begun: Count,
  ends: z.record(FlowEnd, Count),
  /** What people did where it would have settled the matter (`done` and `assumed`). */
  did: z.record(DeedKind, Count),
  /** Share of `same` among those where people's words tell what they did; null: none does. */
  agreement: ShareRange.nullable(),
  /** Hands-on time of people where it would have settled the matter, at most two minutes a reply. Milliseconds. */
  savedMs: Count,
  /** What was assumed, by conversation; a question that nobody asked in the past is assumed to be answered. */
  untold: z.record(Untold, Count),
  questions: z.array(AtStep),
  /** Actions it would have done, by kind. */
  actions: z.array(z.object({ kind: z.string(), count: Count })),
  /** Where it comes to pay: what people paid there, one a currency. */
  paid: z.array(PaidOut),
  /** Where it hands over (`handed` and `left`) and why, most frequent first. `rule`: the policy's rule that wants a person. */
  handed: z.array(AtStep.extend({ why: LocalText, rule: z.string().nullable() })),
  /** Where it would have settled it and people did otherwise, riskiest first. */
  cases: z.array(BacktestCase),
})
export type FlowReport = z.infer<typeof FlowReport>
