import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { RatingCalls, RatingTally } from '../../src-shared/contract/ratings.ts'
import { FIRST_SHOP_RULES } from '../../src-shared/domain/shop-rules.ts'

type Fake = { [C in keyof RatingCalls]: (params: CallParams<C>) => CallResult<C> }

const NONE: RatingTally = { asked: 0, answered: 0, good: null, scores: [0, 0, 0, 0, 0] }

/** A shop that nobody has rated. */
export const fakeRatings: Fake = {
  'ratings.read': () => ({ own: NONE, team: { people: NONE, automatic: NONE }, low: [] }),
  'shopRules.read': () => ({ rules: FIRST_SHOP_RULES, mayChange: true }),
  'shopRules.put': ({ basedOn, change }) => ({ status: 'put', rules: { ...FIRST_SHOP_RULES, ratings: change.ratings ?? FIRST_SHOP_RULES.ratings, hours: change.hours ?? null, revision: basedOn + 1 } }),
}
