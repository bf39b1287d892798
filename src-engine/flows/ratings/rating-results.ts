import type { RatingResults, RatingTally } from '../../../src-shared/contract/ratings.ts'
import { GOOD_SCORE, isLow, Rating } from '../../../src-shared/domain/rating.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { startOfDay } from '../../domain/time/wall.ts'
import type { Engine } from '../context.ts'
import { mayLead } from '../own-seat.ts'
import { SHOP_TIME_ZONE } from '../shop-place.ts'

const DAYS = 28
const READ = 50

function tallyOf(ratings: readonly Rating[]): RatingTally {
  const scores = [0, 0, 0, 0, 0]
  for (const { score } of ratings) if (score !== null) scores[score - 1] = (scores[score - 1] ?? 0) + 1
  const answered = scores.reduce((sum, count) => sum + count, 0)
  const good = scores.slice(GOOD_SCORE - 1).reduce((sum, count) => sum + count, 0)
  return { asked: ratings.length, answered, good: wilson(good, answered), scores }
}

/** How customers found it in the last 28 days of the shop, by when they were asked. Nobody is told another person's figures. */
export function ratingResults(engine: Engine): RatingResults {
  const since = startOfDay(engine.clock.now(), SHOP_TIME_ZONE, 1 - DAYS)
  const ratings = engine.store.shared.all('rating', Rating).filter(({ askedAt, ratedAt }) => (ratedAt ?? askedAt) >= since)
  const isOwn = ({ of }: Rating): boolean => of.kind === 'agent' && of.id === engine.seatId
  const leads = mayLead(engine)
  const low = ratings.filter((rating) => isLow(rating) && (leads || isOwn(rating))).sort((a, b) => (b.ratedAt ?? 0) - (a.ratedAt ?? 0)).slice(0, READ)
  return {
    own: tallyOf(ratings.filter(isOwn)),
    team: leads ? { people: tallyOf(ratings.filter(({ of }) => of.kind === 'agent')), automatic: tallyOf(ratings.filter(({ of }) => of.kind === 'autopilot')) } : null,
    low: low.map((rating) => ({ ...rating, displayName: engine.store.conversations.displayName(rating.conversationId) ?? '' })),
  }
}
