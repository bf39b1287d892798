import type { TeamFigures } from '../../src-shared/contract/learning.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { teamFigures } from '../domain/learning/team-figures.ts'
import { calendarDay } from '../domain/time/wall.ts'
import { atTheGateway } from './at-the-gateway.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** What became of drafts over the team. @throws AppError `needs-line`, `not-permitted` */
export async function readTeamFigures(engine: Engine, days: SeatParams<'outcomes.read'>['days']): Promise<TeamFigures> {
  const sums = await atTheGateway(engine, () => engine.link.call('outcomes.read', { days }))
  return teamFigures(sums, SHOP_TIME_ZONE, calendarDay(engine.clock.now(), SHOP_TIME_ZONE, -days))
}
