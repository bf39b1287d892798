import { isNight, nightOf, shopNightOf, type Night } from '../domain/night/night.ts'
import { SHOP_ZONE } from '../domain/policy/hours.ts'
import type { NightTone } from '../domain/night/words.ts'
import { instantOf, wallTime } from '../domain/time/wall.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { knownShopRules } from './shop-rules/known.ts'

/** The shop's zone, as its hours say, else its policy. */
export const nightZone = (engine: Pick<Engine, 'store'>): string => knownShopRules(engine).hours?.zone ?? engine.store.shop.policies()[0]?.zone ?? SHOP_ZONE

/** The time without people that is now or was last: by the shop's hours where a supervisor set them, else by the policy's. */
export function lastNight(engine: Pick<Engine, 'store' | 'clock' | 'promiseTerms'>): Night | null {
  const { hours } = knownShopRules(engine)
  if (hours !== null) return shopNightOf(engine.clock.now(), hours)
  return nightOf(engine.clock.now(), engine.store.shop.policies()[0]?.night?.people ?? engine.promiseTerms.hours, nightZone(engine))
}

/** When the shop's clock next shows `hour` (`HH:MM`) after `at`. */
export function nextHour(engine: Pick<Engine, 'store'>, hour: string, at: number): number {
  const zone = nightZone(engine)
  const today = { ...wallTime(at, zone), hour: Number(hour.slice(0, 2)), minute: Number(hour.slice(3, 5)) }
  const then = instantOf(today, zone)
  return then > at ? then : instantOf({ ...today, day: today.day + 1 }, zone)
}

/** null: people are there. */
export function nightNow(engine: Pick<Engine, 'store' | 'clock' | 'promiseTerms'>): Night | null {
  const night = lastNight(engine)
  return isNight(night, engine.clock.now()) ? night : null
}

/** Who is angry, may be hurt, or asked for a person comes first in the morning, and is told so. */
export function toneOf(record: ConversationRecord): NightTone {
  const { flag, flagDismissed, emotionLevel, acts, marks, topics } = stateOf(record)
  if (marks.includes('danger_person') || topics.includes('safety_incident')) return 'danger'
  return (flag !== null && !flagDismissed) || emotionLevel >= 3 || acts.includes('human_wanted') ? 'upset' : 'plain'
}
