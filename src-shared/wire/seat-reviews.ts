import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { Review, REVIEW_REASON_MAX } from '../domain/review.ts'

const n = z.number().int().nonnegative()
const Answer = z.object({ n, review: Review })

/** Calls of a seat about what waits for a supervisor. */
export const REVIEW_SEAT_CALLS = {
  /**
   * Since 1.3. Opens a review; its id is that of the reply or effect that waits, and asked again it is answered as it stands.
   * `outdated` at once where the customer has written after `basedOnSeq`; approved at once for somebody whom the policy
   * asks for none. Until it is approved the gateway takes neither `send` nor `perform` under this id.
   */
  'review.ask': {
    params: Review.pick({ id: true, conversationId: true, subject: true, why: true, facts: true, findings: true, basedOnSeq: true })
      .extend({ name: z.string().max(80) }),
    result: Answer,
  },
  /**
   * Since 1.3. Decides one, once; whoever comes second gets what the first decided (`first: false`), as does whoever comes
   * after its time or after the customer's next message. `own-review`: one's own, where there is somebody else.
   */
  'review.decide': {
    params: z.object({
      id: Id, reviewId: Id, verdict: z.enum(['approve', 'edit', 'reject']), name: z.string().max(80),
      /** With `edit`: the words that go instead. */
      text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH).optional(),
      /** With `reject`. */
      reason: z.string().trim().min(1).max(REVIEW_REASON_MAX).optional(),
    }).refine(({ verdict, text, reason }) => (verdict === 'edit' ? text !== undefined : text === undefined) && (verdict === 'reject' ? reason !== undefined : reason === undefined)),
    result: Answer.extend({ first: z.boolean() }),
  },
  /** Since 1.3. Takes one's own decision back within a few seconds, unless it has happened; the result tells how it stands. */
  'review.undo': { params: z.object({ id: Id, reviewId: Id }), result: Answer.extend({ undone: z.boolean() }) },
  /** Since 1.3. Whoever asked does not want it any more; a decided one stays as it is. */
  'review.withdraw': { params: z.object({ id: Id, conversationId: Id, reviewId: Id }), result: Answer },
} as const
