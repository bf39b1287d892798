import { isSpent, type Usage } from '../../src-shared/domain/budget.ts'
import { startOfDay } from '../domain/time/wall.ts'
import type { Engine } from './context.ts'
import { storedSettings } from './settings.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** The day that a budget is for, by the shop's calendar. */
export const budgetDay = (engine: Engine): number => startOfDay(engine.clock.now(), SHOP_TIME_ZONE)

/** Today's tokens; `present`: with those of the drafts that are being written. */
function usageToday(engine: Engine, present: boolean): Usage {
  const running = present ? [...engine.live.streaming.values()].map(({ recorder }) => recorder.usage()) : []
  return [engine.store.usage.of(budgetDay(engine)), ...running].reduce((sum, one) => ({
    requests: sum.requests + one.requests, input: sum.input + one.input, output: sum.output + one.output, estimated: sum.estimated + one.estimated,
  }))
}

/** Is the day's budget used up? Drafts on their way count, so that four at once do not spend four times what is left. */
export const isBudgetSpent = (engine: Engine): boolean => isSpent(storedSettings(engine).budget, usageToday(engine, true))

/** What the settings show. */
export function readUsage(engine: Engine): { usage: Usage; spent: boolean } {
  const usage = usageToday(engine, false)
  return { usage, spent: isSpent(storedSettings(engine).budget, usage) }
}
