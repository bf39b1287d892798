import { z } from 'zod'
import { Association } from './association.ts'
import { Finding } from './draft.ts'
import { Manner } from './manner.ts'
import { Mark, Masking } from './masking.ts'
import { Id } from './message.ts'
import { LocalText, Millis, Money } from './text.ts'

/** Milliseconds with one decimal. */
const Ms = z.number().nonnegative()
/** `at`: after the draft was begun. */
const Timed = z.object({ at: Ms, ms: Ms })
const Scored = z.object({ label: z.string(), confidence: z.number() })

/** What triage said of the question, and the question itself. */
const Understand = Timed.extend({
  name: z.literal('understand'), question: z.string(), language: z.string(), topics: z.array(Scored), acts: z.array(z.string()), marks: z.array(z.string()),
  emotionLevel: z.number().int(), openTopic: z.string().nullable(),
})

/** How the order was found: its number or its goods were named, it was spoken of before, it is the only one, its state fits; or not. */
export const OrderReason = z.enum(['number', 'goods', 'earlier', 'only', 'state', 'ask', 'unknown-number', 'none', 'unverified'])
export type OrderReason = z.infer<typeof OrderReason>

/** How articles were looked for beside their words. `sent`: the question as the endpoint had it; null: it was not asked. `problem`: why words alone counted, as a code. */
const MeaningAsked = z.object({ model: z.string(), sent: z.string().nullable(), problem: z.string().nullable(), ms: Ms })

/** What was read for the answer. */
const Gather = Timed.extend({
  name: z.literal('gather'), turns: z.number().int(), verified: z.boolean(), orders: z.number().int(),
  order: z.object({ no: z.string().nullable(), certain: z.boolean(), why: OrderReason }),
  passages: z.array(z.object({ id: z.string(), title: z.string(), score: z.number() })),
  /** The article that belongs to the best of them, and why; null: none was taken along. */
  neighbour: z.object({ id: z.string(), title: z.string(), of: z.string(), reasons: z.array(Association).min(1) }).nullable().default(null),
  /** null: no endpoint gives vectors. */
  meaning: MeaningAsked.nullable().default(null),
  /** What autopilot may do with the first topic; null: no policy speaks of it. */
  policy: z.object({ topic: z.string(), level: z.string() }).nullable(),
  /** What was known of the customer from other conversations; absent: not verified. */
  remembered: z.object({ conversations: z.number().int(), lastAt: Millis.nullable(), topics: z.array(z.string()), promised: z.number().int() }).optional(),
  /** What the policy lets be given at once; absent: no policy says. */
  allowed: z.object({ goodwill: Money.nullable(), refund: Money.nullable() }).optional(),
  /** Titles of the goods that the question is about; absent: none. */
  goods: z.array(LocalText).optional(),
})

/** `args` and `result` as the endpoint had them; JSON, or what it wrote instead. */
export const TraceTool = Timed.extend({ name: z.string(), args: z.string(), result: z.string(), understood: z.boolean() })
export type TraceTool = z.infer<typeof TraceTool>

/** One request and its answer. */
export const TraceRound = Timed.extend({
  /** Body of the request to the letter. */
  sent: z.string(),
  /** As it came, placeholders included. */
  answer: z.string(),
  firstTokenMs: Ms.nullable(),
  tools: z.array(TraceTool),
  input: z.number().int(), output: z.number().int(),
  /** The endpoint did not count them. */
  estimated: z.boolean(),
  /** Code of what went wrong. */
  problem: z.string().nullable(),
})
export type TraceRound = z.infer<typeof TraceRound>

/** Why the model or the local drafter wrote it. `fault`: asked in vain · `rests`: it failed a moment ago, or asked to be left alone. */
export const ComposeReason = z.enum(['model', 'no-model', 'rests', 'budget', 'fault'])
export type ComposeReason = z.infer<typeof ComposeReason>

const Compose = Timed.extend({
  name: z.literal('compose'), by: z.string(), why: ComposeReason, problem: z.string().nullable(),
  /** Until when the endpoint is left alone; null: it is not. */
  until: Millis.nullable(),
  masking: Masking.nullable(), rounds: z.array(TraceRound),
  /** Placeholders of this conversation, with what they stand for. */
  marks: z.array(Mark),
  /** What of the customer shaped it: rules that the desk's drafter followed, or that the endpoint was told. Absent: no draft. */
  heeded: z.array(Manner).optional(),
})

const Guard = Timed.extend({ name: z.literal('guard'), findings: z.array(Finding) })
const Present = Timed.extend({ name: z.literal('present'), state: z.enum(['ready', 'none']), text: z.string(), citations: z.number().int(), reason: z.string().nullable() })

export const TraceStep = z.discriminatedUnion('name', [Understand, Gather, Compose, Guard, Present])
export type TraceStep = z.infer<typeof TraceStep>
export type StepOf<Name extends TraceStep['name']> = Extract<TraceStep, { name: Name }>

/** How a draft came about, or how far it came. Kept encrypted beside it; never sent anywhere. */
export const DraftTrace = z.object({
  draftId: Id, conversationId: Id, basedOnSeq: z.number().int().nonnegative(), startedAt: Millis,
  /** writing: not over yet · abandoned: a newer message came, or another draft was wanted · failed: an error of ours */
  outcome: z.enum(['writing', 'ready', 'none', 'abandoned', 'failed']),
  ms: Ms,
  /** Until the first words were on their way to the window; null: there were none. */
  firstWordsMs: Ms.nullable(),
  steps: z.array(TraceStep),
})
export type DraftTrace = z.infer<typeof DraftTrace>
