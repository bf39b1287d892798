import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { Review, REVIEW_REASON_MAX, ReviewPolicy, ReviewState } from '../domain/review.ts'
import { Millis } from '../domain/text.ts'

/** A turn of the conversation beside the review. */
export const ReviewTurn = z.object({ id: Id, by: z.enum(['customer', 'desk', 'system']), name: z.string(), text: z.string(), pictures: z.number().int().nonnegative(), at: Millis })

/** A review as the queue shows it. */
export const ReviewItem = z.object({
  review: Review,
  /** Whom the conversation is with. */
  customer: z.string(),
  turns: z.array(ReviewTurn),
  /** This desk asked for it. */
  own: z.boolean(),
  /** An approved reply: does the customer have it? `stuck`: it should have gone by now, the asker's desk is away. */
  arrival: z.enum(['none', 'arrived', 'on-its-way', 'stuck']),
})
export type ReviewItem = z.infer<typeof ReviewItem>

/** What an agent sees of the newest review of a conversation that this desk asked for. */
export const ThreadReview = z.object({
  review: Review,
  /** The request has not reached the gateway yet. */
  waits: z.boolean(),
})
export type ThreadReview = z.infer<typeof ThreadReview>

const Nothing = z.object({})

/** What the window may ask about what waits for a supervisor. */
export const REVIEW_CALLS = {
  /** Open ones with like beside like, the oldest group first; then what was decided lately, the newest first. */
  'reviews.list': { params: Nothing, result: z.object({ open: z.array(ReviewItem), decided: z.array(ReviewItem), policy: ReviewPolicy.nullable(), /** Whoever sits here may decide. */ mayDecide: z.boolean() }) },
  /** Needs the line. `id` made by the window: said twice it is one decision. `first: false`: it had ended before, `state` tells how. */
  'review.decide': {
    params: z.object({
      id: Id, reviewId: Id, verdict: z.enum(['approve', 'edit', 'reject']),
      text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH).optional(), reason: z.string().trim().min(1).max(REVIEW_REASON_MAX).optional(),
    }),
    result: z.object({ state: ReviewState, first: z.boolean() }),
  },
  'review.undo': { params: z.object({ reviewId: Id }), result: z.object({ undone: z.boolean() }) },
  /** Sends approved words from here, because the desk that asked is away; whoever is first sends, and it goes once. */
  'review.send': { params: z.object({ reviewId: Id }), result: Nothing },
  /** Whoever asked for an action does not want it any more. (A reply is taken back.) */
  'review.withdraw': { params: z.object({ reviewId: Id }), result: Nothing },
  /** The agent has read what became of it. */
  'review.seen': { params: z.object({ reviewId: Id }), result: Nothing },
  /** Which replies and actions of people wait; null: none do. Needs the line. */
  /** `proposed`: fewer reviews than before, which another one has to confirm among the levels. */
  'review.policy': { params: z.object({ policy: ReviewPolicy.nullable() }), result: z.object({ status: z.enum(['put', 'proposed']) }) },
} as const
export type ReviewCalls = typeof REVIEW_CALLS
