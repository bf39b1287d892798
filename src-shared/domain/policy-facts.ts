import { z } from 'zod'
import { Millis, Money } from './text.ts'

const unit = z.number().min(0).max(1)
/** Paid out so far: minor units, and how often. */
export const Tally = z.object({ amount: z.number().int().nonnegative(), count: z.number().int().nonnegative() })
export type Tally = z.infer<typeof Tally>

/**
 * What is known when something is to be decided. Every field may be missing or null: that is "unknown", and unknown never
 * helps towards `auto`. Further fields are kept for the rules of a policy. docs/policy.md lists them for people.
 */
export const Facts = z.looseObject({
  /** Topic of the message; null when triage found none. */
  intent: z.string().nullish(),
  intentConfidence: z.number().nullish(),
  otherTopics: z.array(z.string()).nullish(),
  acts: z.array(z.string()).nullish(),
  marks: z.array(z.string()).nullish(),
  /** 0 calm .. 3 angry. */
  emotionLevel: z.number().nullish(),
  escalation: z.number().nullish(),
  /** Is the customer's identity vouched for? */
  verified: z.boolean().nullish(),
  orderStatus: z.string().nullish(),
  /** Is it beyond doubt which order is meant? */
  orderCertain: z.boolean().nullish(),
  /** Did the drafter compose a routine answer from facts alone? Asked where there is no request. */
  hasRoutineReply: z.boolean().nullish(),
  /** What touches this conversation and lets autopilot only prepare; absent or null: nothing does. */
  heldBy: z.enum(['incident', 'campaign']).nullish(),
  /** The kill switch. */
  paused: z.boolean().nullish(),
  online: z.boolean().nullish(),
  holdsLease: z.boolean().nullish(),
  /** A person has answered in this conversation. */
  personInvolved: z.boolean().nullish(),
  /** Earlier automatic replies in this conversation. */
  attempts: z.number().nullish(),
  channel: z.string().nullish(),
  at: z.union([Millis, z.iso.datetime({ offset: true })]).nullish(),
  customerLevel: z.string().nullish(),
  /** 0..1, from what the shop knows of the buyer, never from the tone. */
  risk: unit.nullish(),
  blacklisted: z.boolean().nullish(),
  daysSinceDelivery: z.number().nullish(),
  /** What the customer has sent. */
  evidence: z.array(z.string()).nullish(),
  /** Has the customer asked for this very thing, not only complained? */
  asked: z.boolean().nullish(),
  /** Has the customer agreed to exactly this, after it was spelt out? */
  confirmed: z.boolean().nullish(),
  /** Has the platform, an insurer or an earlier compensation paid for it already? */
  alreadyPaid: z.boolean().nullish(),
  /** What the request would cost the shop. Absent: the `amount` of the request itself. */
  amount: Money.nullish(),
  paidForCase: Tally.nullish(),
  /** Paid today to the same person, address, phone and payer, and by the whole shop. */
  paidToday: z.object({ person: Tally.nullish(), address: Tally.nullish(), phone: Tally.nullish(), payer: Tally.nullish(), shop: Tally.nullish() }).nullish(),
  /** The shop's own records, of which `deskmate decide` makes facts where the policy says whose they are. */
  records: z.record(z.string(), z.unknown()).nullish(),
})
export type Facts = z.infer<typeof Facts>

/** What would be done: an action's kind or a tool's name, with its arguments. */
export const DecideRequest = z.object({ name: z.string().min(1), kwargs: z.record(z.string(), z.unknown()).default({}) })
export type DecideRequest = z.infer<typeof DecideRequest>
