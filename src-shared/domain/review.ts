import { z } from 'zod'
import { Attachment } from './attachment.ts'
import { CommerceAction } from './commerce.ts'
import { Finding } from './draft.ts'
import { Id, MESSAGE_MAX_LENGTH } from './message.ts'
import { LocalText, Millis, Money } from './text.ts'

/** Which findings of the guard hold a person's reply. `error`: only those; `warning`: those too. */
export const ReviewFindings = z.enum(['none', 'error', 'warning'])

/** Which words and actions of people wait for a supervisor. What automatic work may do is decided by the rest of the policy. */
export const ReviewPolicy = z.object({
  findings: ReviewFindings.default('none'),
  /** Money in a reply or an action above this; absent: any amount passes. */
  over: Money.optional(),
  /** Accounts all of whose replies are looked at. */
  probation: z.array(z.string().min(1).max(64)).max(200).default([]),
  /** `agents`: whoever may decide a review needs none. */
  who: z.enum(['agents', 'everyone']).default('agents'),
  /** After so many minutes without a decision it goes back to whoever asked. */
  minutes: z.number().int().min(1).max(24 * 60).default(15),
})
export type ReviewPolicy = z.infer<typeof ReviewPolicy>

/** Minutes where a policy names none. */
export const REVIEW_MINUTES = 15

/**
 * open · approved: as it was proposed · edited: approved in other words · rejected: with a reason · expired: nobody decided
 * in time · withdrawn: by whoever asked · outdated: the customer wrote meanwhile. Only approved and edited let it go.
 */
export const ReviewState = z.enum(['open', 'approved', 'edited', 'rejected', 'expired', 'withdrawn', 'outdated'])
export type ReviewState = z.infer<typeof ReviewState>

export const ReviewSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), text: z.string().max(MESSAGE_MAX_LENGTH), attachments: z.array(Attachment).max(9) }),
  /** `runId` null: a person wished it. */
  z.object({ kind: z.literal('action'), action: CommerceAction, runId: Id.nullable() }),
  /** A workflow stands at a step where a person decides how it goes on. */
  z.object({ kind: z.literal('step'), note: LocalText, runId: Id }),
])
export type ReviewSubject = z.infer<typeof ReviewSubject>

/** One reason why it waits: the rule, and what it says. */
export const ReviewWhy = z.object({ rule: z.string().max(120), say: LocalText })
export type ReviewWhy = z.infer<typeof ReviewWhy>

/** How the name of a rule begins where the guard stopped the words and whoever wrote them asks for them. Since 1.6. */
export const STOPPED_RULE = 'stopped:'

/** Longest reason for a rejection, in UTF-16 code units. */
export const REVIEW_REASON_MAX = 300

export const ReviewDecision = z.object({
  by: z.object({ seatId: z.string().max(64), accountId: z.string().max(64), name: z.string().max(80) }),
  at: Millis,
  /** Until then whoever decided can take it back, unless it has happened already. */
  undoUntil: Millis,
  /** The words that go instead; null: as proposed. */
  text: z.string().max(MESSAGE_MAX_LENGTH).nullable(),
  /** Why it was rejected; null otherwise. */
  reason: z.string().max(REVIEW_REASON_MAX).nullable(),
})
export type ReviewDecision = z.infer<typeof ReviewDecision>

/** A reply or an action that waits for a supervisor. The log holds the last state of each. */
export const Review = z.object({
  /** Of the reply, the effect, or the request that it is about: what is approved is that very thing. */
  id: Id,
  conversationId: Id,
  subject: ReviewSubject,
  why: z.array(ReviewWhy).min(1).max(20),
  /** What whoever asked had before them, a line each. */
  facts: z.array(LocalText).max(12),
  findings: z.array(Finding).max(20),
  /** The last customer message that it answers. */
  basedOnSeq: z.number().int().nonnegative(),
  by: z.object({ seatId: z.string().max(64), accountId: z.string().max(64), name: z.string().max(80) }),
  askedAt: Millis,
  expiresAt: Millis,
  state: ReviewState,
  decision: ReviewDecision.nullable(),
  /** Counts its states in the log from 1; 0: the gateway has not heard of it yet. */
  revision: z.number().int().nonnegative(),
})
export type Review = z.infer<typeof Review>

/** How long a decision can be taken back, in milliseconds. */
export const REVIEW_UNDO_MS = 6_000

export const isApproved = ({ state }: Pick<Review, 'state'>): boolean => state === 'approved' || state === 'edited'
