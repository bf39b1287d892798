import { permits } from '../../src-shared/domain/roles.ts'
import { TOLD_DAYS } from '../../src-shared/domain/outcome-counts.ts'
import { dayCounts, type DayCounts } from '../domain/learning/day-counts.ts'
import { countedSince } from '../domain/learning/figures.ts'
import { calendarDay } from '../domain/time/wall.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { whoAmI } from './who-am-i.ts'

const NAME = 'told-outcomes'
/** Told in one call: a call has to fit into one packet of the line. */
const AT_ONCE = 7

/** What the gateway has of each day; of another log or person it has nothing. */
interface Told { logId: string | null; accountId: string; days: Record<string, string> }

const whose = (engine: Engine): Omit<Told, 'days'> => ({ logId: engine.store.settings.read<string | null>('log-id', null), accountId: whoAmI(engine).accountId })

function toldOf(engine: Engine): Told {
  const now = whose(engine)
  const told = engine.store.settings.read<Told>(NAME, { ...now, days: {} })
  return told.logId === now.logId && told.accountId === now.accountId ? told : { ...now, days: {} }
}

/** Days whose counts are not what the gateway has of them; a day that has none any more is told as empty. */
function changedDays(engine: Engine, { logId, accountId, days }: Told): DayCounts[] {
  const first = countedSince(engine.clock.now(), SHOP_TIME_ZONE)
  const now = dayCounts(engine.store.outcomes.since(first).filter((one) => one.logId === logId && one.accountId === accountId), SHOP_TIME_ZONE)
  const gone = Object.keys(days).filter((day) => day >= calendarDay(first, SHOP_TIME_ZONE) && !now.some((one) => one.day === day)).map((day) => ({ day, topics: [] }))
  return [...now, ...gone].filter(({ day, topics }) => days[day] !== JSON.stringify(topics))
}

/**
 * Tells the gateway what became of drafts, as counts of days: no words, no ids of conversations. Each day replaces what was told of
 * it before, so that it may be told again. @throws AppError as the gateway refuses it, or `offline`
 */
export async function tellOutcomes(engine: Engine): Promise<void> {
  if (!permits(whoAmI(engine).role, 'answer')) return
  let told = toldOf(engine)
  const changed = changedDays(engine, told)
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const days = changed.slice(from, from + AT_ONCE)
    await engine.link.call('outcomes.tell', { days })
    const kept = Object.entries({ ...told.days, ...Object.fromEntries(days.map(({ day, topics }) => [day, JSON.stringify(topics)])) })
    told = { ...told, days: Object.fromEntries(kept.filter(([day]) => day >= calendarDay(engine.clock.now(), SHOP_TIME_ZONE, -TOLD_DAYS))) }
    engine.store.settings.write(NAME, told)
  }
}
