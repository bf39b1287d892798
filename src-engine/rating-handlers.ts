import type { RatingCalls } from '../src-shared/contract/ratings.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { mayLead } from './flows/own-seat.ts'
import { ratingResults } from './flows/ratings/rating-results.ts'
import { knownShopRules } from './flows/shop-rules/known.ts'
import { putShopRules } from './flows/shop-rules/shop-rules.ts'

/** What the window may ask about ratings and the shop's rules. */
export function ratingHandlers(engine: Engine): Pick<Handlers, keyof RatingCalls> {
  return {
    'ratings.read': () => ratingResults(engine),
    'shopRules.read': () => ({ rules: knownShopRules(engine), mayChange: mayLead(engine) }),
    'shopRules.put': (params) => putShopRules(engine, params),
  }
}
