import { z } from 'zod'
import { Money } from './text.ts'

/** What people did after a customer's words, as their replies tell it. `same`: they answered what was asked; `unclear`: their words do not tell; `none`: nobody answered. */
export const DEEDS = ['same', 'asked', 'money', 'handover', 'unclear', 'none'] as const
export const DeedKind = z.enum(DEEDS)
export type DeedKind = z.infer<typeof DeedKind>

/** What the policy would have done. `unknown`: answered alone, if what the history does not know had been in order. */
export const WOULD = ['auto', 'unknown', 'ask', 'draft', 'review', 'escalate'] as const
export const Would = z.enum(WOULD)
export type Would = z.infer<typeof Would>

/** A share of 1 with its 95 % interval (Wilson). */
export const ShareRange = z.object({ value: z.number(), low: z.number(), high: z.number() })

const Count = z.number().int().nonnegative()

/** One intent; '' for messages without one. */
export const BacktestRow = z.object({
  intent: z.string(),
  /** Times that customers wrote, all of one burst together. */
  moments: Count,
  would: z.record(Would, Count),
  /** Of those that it would have answered alone (`auto` and `unknown`). */
  alone: z.record(DeedKind, Count),
  /** Share of `same` among those where people's words tell what they did; null: none does. */
  agreement: ShareRange.nullable(),
  /** Hands-on time of people, at most two minutes a reply. Milliseconds. */
  savedMs: Count,
  /** Time until people answered. Milliseconds. */
  waitedMs: Count,
  /** Amounts that people granted where it would have answered alone, one a currency. */
  granted: z.array(Money),
})
export type BacktestRow = z.infer<typeof BacktestRow>

/** A case to read: it would have answered alone and people did otherwise. */
export const BacktestCase = z.object({
  conversationId: z.string(),
  /** Index of the customer's last turn before the decision. */
  turn: Count,
  intent: z.string(),
  would: Would,
  did: DeedKind,
  granted: z.array(Money),
  /** 0..1, riskiest first. */
  risk: z.number(),
  rules: z.array(z.string()),
})
export type BacktestCase = z.infer<typeof BacktestCase>

/** What people paid out, held against caps: minor units of one currency. */
export const PaidOut = z.object({
  currency: Money.shape.currency,
  /** All of it, and how many times. */
  amount: Count, times: Count,
  /** Of this under the caps: what needs nobody. */
  within: Count, withinTimes: Count,
  /** The most of one day that the caps of a case let through, and the days on which that is more than the shop's cap of a day. */
  busiestDay: Count, daysOver: Count,
})
export type PaidOut = z.infer<typeof PaidOut>

export const BacktestReport = z.object({
  conversations: Count,
  /** Conversations in which it would have needed nobody. */
  wholly: Count,
  total: BacktestRow,
  intents: z.array(BacktestRow),
  /** Moments whose order state or whose customer's identity the history does not tell. */
  unknown: z.object({ orderStatus: Count, identity: Count }),
  /** Rules that left a moment to a person, most frequent first. */
  rules: z.array(z.object({ rule: z.string(), count: Count })),
  cases: z.array(BacktestCase),
  /** What people paid out, by the action that it would have been, whoever answered. */
  paid: z.array(PaidOut.extend({ action: z.enum(['refund', 'compensate']) })),
})
export type BacktestReport = z.infer<typeof BacktestReport>
