import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Told } from '../domain/teaching.ts'
import { Millis } from '../domain/text.ts'
import { Verdict } from '../domain/triage.ts'

/** Most corrections that one message can get in one check. */
const TOLD_MAX = 8
/** Most messages of one round of checking. */
export const ROUND_MAX = 50

const Count = z.number().int().nonnegative()
/** So many of so many; `low` and `high` hold the true share with 95 % certainty, 0..1, and are null where nothing was counted. */
export const Tally = z.object({ right: Count, of: Count, low: z.number().nullable(), high: z.number().nullable() })
export type Tally = z.infer<typeof Tally>

/** A customer's message drawn by chance, for a person to check. */
export const CheckCard = z.object({
  messageId: Id, conversationId: Id, at: Millis, displayName: z.string(), text: z.string(),
  /** The turns just before it, oldest first. */
  before: z.array(z.object({ role: z.enum(['customer', 'agent', 'autopilot']), text: z.string() })),
  /** As it is told now, with what people have said of it before. */
  verdict: Verdict,
})
export type CheckCard = z.infer<typeof CheckCard>

/** A topic code, `own:` and the name of a topic of the shop's own, or null: no topic. */
const TopicName = z.string().nullable()

/** A message that was told wrongly. */
export const WrongMessage = z.object({
  messageId: Id, conversationId: Id, at: Millis, text: z.string(),
  /** Codes; null: nothing was told, or nothing should have been. */
  told: z.string().nullable(), expected: z.string().nullable(),
  /** How sure it was, 0..1. */
  confidence: z.number().min(0).max(1),
})
export type WrongMessage = z.infer<typeof WrongMessage>

/** How well triage understood this shop's customers, as told at the time: what was learned since is not in it. */
export const Understanding = z.object({
  /** Customers' messages that this desk has. */
  messages: Count,
  /** What the random checks say: of all layers together, of the topic alone, and of whether it had to be raised. */
  checked: z.object({ all: Tally, topic: Tally, alarm: Tally, unsure: Count }),
  /** Messages that were corrected in passing and never drawn. */
  corrected: Count,
  /** By the topic that people gave, most frequent first; `share` counts the random checks, `corrected` the messages corrected in passing. */
  topics: z.array(z.object({ topic: TopicName, share: Tally, corrected: Count })),
  /** What is taken for what, most often first, over checks and corrections. */
  mixed: z.array(z.object({ told: TopicName, expected: TopicName, count: Count })),
  /** Messages of the last weeks that raised an alarm, how many of them people found wrong, and how many they added. */
  alarms: z.object({ raised: Count, takenBack: Count, missed: Count }),
  /** Oldest first, by the day on which the messages came; `start`: Monday, by the shop's clock. */
  weeks: z.array(z.object({ start: Millis, right: Count, of: Count, raised: Count, takenBack: Count, missed: Count })),
  /** The errors that were surest of themselves, surest first. */
  worst: z.array(WrongMessage),
})
export type Understanding = z.infer<typeof Understanding>

/** What the window may ask about how well customers are understood. */
export const UNDERSTANDING_CALLS = {
  /** Messages to check, drawn by chance from all of the customers' messages here that were not checked yet. */
  'understanding.draw': { params: z.object({ count: z.number().int().min(1).max(ROUND_MAX) }), result: z.object({ cards: z.array(CheckCard) }) },
  /**
   * A person has looked at a drawn message: it is right, once what they said of it in `told` is taken in, or they cannot tell. The ids are
   * made by the window: sent twice it is one check. Refused `not-found`.
   */
  'understanding.check': {
    params: z.object({ messageId: Id, conversationId: Id, answer: z.enum(['right', 'unsure']), told: z.array(z.object({ id: Id, told: Told })).max(TOLD_MAX) }),
    result: z.object({}),
  },
  /** Takes a check back, with the corrections that were made in it. */
  'understanding.uncheck': { params: z.object({ messageId: Id }), result: z.object({}) },
  'understanding.report': { params: z.object({}), result: Understanding },
  /** Labelled lines for `deskmate evaluate`, secrets masked. `sampled`: only what was drawn by chance. */
  'understanding.export': { params: z.object({ sampled: z.boolean() }), result: z.object({ jsonl: z.string(), lines: Count }) },
} as const
export type UnderstandingCalls = typeof UNDERSTANDING_CALLS
