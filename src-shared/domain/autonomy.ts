import { z } from 'zod'
import { Id } from './message.ts'
import { OVERRIDE_REASON_MAX, OVERRIDE_REASON_MIN } from './protects.ts'
import { Millis } from './text.ts'

/** What something may hold autopilot back in. */
export const HoldScope = z.enum(['intent', 'action', 'channel'])
export type HoldScope = z.infer<typeof HoldScope>

/**
 * Why autopilot was held back. `person`: somebody threw the switch. The others are demotions that the desk makes by itself:
 * `in-a-row`: several cases went wrong one after the other · the rates: too many were undone, came back or made the customer
 * angry · `guard`: a reply of its own had an error · `judged-wrong`: a person found a sampled case wrong.
 */
export const HoldWhy = z.enum(['person', 'in-a-row', 'undo-rate', 'reopen-rate', 'anger-rate', 'guard', 'judged-wrong'])
export type HoldWhy = z.infer<typeof HoldWhy>

/**
 * A ceiling over a level of the policy, shared by all seats; the policy itself stays as the supervisor wrote it. null: lifted,
 * which only a person does.
 */
export const Hold = z.object({
  scope: HoldScope,
  /** Topic, kind of action or channel. */
  name: z.string().min(1).max(64),
  ceiling: z.enum(['off', 'suggest']).nullable(),
  why: HoldWhy,
  by: z.object({ seatId: z.string().max(64), name: z.string().max(80) }),
  at: Millis,
})
export type Hold = z.infer<typeof Hold>
export const holdKey = ({ scope, name }: Pick<Hold, 'scope' | 'name'>): string => `${scope}:${name}`

/** How many automatic replies may leave in an hour, by the whole shop and in one conversation. */
export const Rates = z.object({ shopHour: z.number().int().nonnegative(), conversationHour: z.number().int().nonnegative() })
export type Rates = z.infer<typeof Rates>
/** Of a policy that names none. */
export const RATES: Rates = { shopHour: 300, conversationHour: 12 }

/** What became of what autopilot would have done, beside what a person did. `unknown` is told and never counted. */
export const Verdict = z.enum(['same', 'otherwise', 'unknown'])
export type Verdict = z.infer<typeof Verdict>

/** Errors that cost: the guard's, money that the person did not give, anger after it, or a person's word that it was wrong. */
export const Costly = z.enum(['guard', 'money', 'anger', 'judged-wrong'])
export type Costly = z.infer<typeof Costly>

/** What is missing for the next step. cases, agreement, costly: so many more that agree · automatic: so many more replies · stopped: so many were stopped by people */
export const Missing = z.object({ code: z.enum(['cases', 'agreement', 'costly', 'automatic', 'stopped']), n: z.number().int() })
export type Missing = z.infer<typeof Missing>

/** A decision that speaks for or against a level, as a desk kept it; no words. */
export const EvidenceCase = z.object({
  id: Id, conversationId: Id, at: Millis, verdict: Verdict, costly: Costly.nullable(),
  /** What came of the automatic reply, where one was begun. */
  automatic: z.enum(['left', 'stopped', 'void']).nullable(), after: z.enum(['anger', 'reopened']).nullable(),
})
export type EvidenceCase = z.infer<typeof EvidenceCase>
/** No more cases are looked at for one topic or action. */
export const EVIDENCE_MOST = 400
/** What a desk knows of a topic or an action whose level goes up, newest first. */
export const EvidenceClaim = z.object({ scope: z.enum(['intent', 'action']), name: z.string().min(1).max(64), cases: z.array(EvidenceCase).max(EVIDENCE_MOST) })
export type EvidenceClaim = z.infer<typeof EvidenceClaim>

/** Something goes against what speaks against it (a level without its evidence, words that the guard stops): why, in the words of whoever wants it. */
export const Override = z.object({ reason: z.string().trim().min(OVERRIDE_REASON_MIN).max(OVERRIDE_REASON_MAX) })
export type Override = z.infer<typeof Override>

/** How a person judges a sampled case, a day later. */
export const Judgement = z.enum(['right', 'wrong', 'otherwise'])
export type Judgement = z.infer<typeof Judgement>

/** A change of the policy that gives more than before and waits for a second seat, or, where there is none, for its time. */
export const Proposal = z.object({
  id: Id,
  policyId: z.string().max(64),
  /** The version that it was made from. */
  basedOn: z.number().int().nonnegative(),
  policy: z.record(z.string(), z.unknown()),
  /** Fields that give more, such as `intents.where_is_order.level`. */
  raises: z.array(z.string()).min(1),
  /** Levels (as in `raises`) that go up without their evidence, and why; absent: all of it is earned. Never confirmed by whoever made it. */
  override: Override.extend({ fields: z.array(z.string()).min(1) }).optional(),
  by: z.object({ seatId: z.string().max(64), name: z.string().max(80), /** Since protocol 1.3. */ accountId: z.string().max(64).optional() }),
  at: Millis,
  /** From then on whoever made it may confirm it; null: another person, or another seat of a shop with one account, has to. */
  ripeAt: Millis.nullable(),
  /** `outdated`: the policy had changed meanwhile. */
  state: z.enum(['open', 'confirmed', 'cancelled', 'outdated']),
})
export type Proposal = z.infer<typeof Proposal>
