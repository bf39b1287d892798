import { z } from 'zod'
import { Rating } from '../domain/rating.ts'
import { ShopRules, ShopRulesChange } from '../domain/shop-rules.ts'
import { Id } from '../domain/message.ts'

const Count = z.number().int().nonnegative()
const Share = z.number().min(0).max(1)

/** Ratings of some conversations. */
export const RatingTally = z.object({
  asked: Count,
  answered: Count,
  /** Share of 4 and 5 among those that were answered, with the 95 % interval of Wilson; null: none was. */
  good: z.object({ value: Share, low: Share, high: Share }).nullable(),
  /** How often 1, 2, 3, 4, 5. */
  scores: z.array(Count).length(5),
})
export type RatingTally = z.infer<typeof RatingTally>

export const LowRating = Rating.extend({ displayName: z.string() })
export type LowRating = z.infer<typeof LowRating>

/** Ratings of the last 28 days. */
export const RatingResults = z.object({
  /** Of whoever sits here; for their own eyes. */
  own: RatingTally,
  /** Of all people together, and of conversations that autopilot answered last; null: for supervisors. */
  team: z.object({ people: RatingTally, automatic: RatingTally }).nullable(),
  /** Scores of 1 and 2, the newest first, at most 50: one's own, or all for supervisors. */
  low: z.array(LowRating),
})
export type RatingResults = z.infer<typeof RatingResults>

/** What the window may ask about ratings, and about what supervisors decide for the shop. */
export const RATING_CALLS = {
  'ratings.read': { params: z.object({}), result: RatingResults },
  'shopRules.read': { params: z.object({}), result: z.object({ rules: ShopRules, mayChange: z.boolean() }) },
  /** Needs the line. `conflict`: somebody was quicker; `rules` are theirs. */
  'shopRules.put': { params: z.object({ id: Id, basedOn: Count, change: ShopRulesChange }), result: z.object({ status: z.enum(['put', 'conflict']), rules: ShopRules }) },
} as const
export type RatingCalls = typeof RATING_CALLS
