import type { ResponseClock } from '../../../src-shared/domain/response-clock.ts'
import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { afterOpen } from '../../../src-shared/domain/shop-open.ts'
import { instantOf, wallTime } from '../time/wall.ts'
import { ruleFor, type ClockRule, type ClockRules } from './rules.ts'

/** What a clock is made of; instants in milliseconds. */
export interface Waiting {
  channel: string
  /** First customer message after the desk's last word, whoever or whatever spoke; null when nobody waits. */
  waitingSince: number | null
  /** The same after the last word of a person. */
  personWaitingSince: number | null
  /** Has the desk answered in this conversation, and has a person? */
  answered: boolean
  personInvolved: boolean
}

/** Days that are looked through for hours in which the clock runs; more than any limit needs. */
const LOOK_AHEAD_DAYS = 14

/**
 * Until when this customer must be answered, by the rule of the channel; null when nobody waits or no rule speaks.
 * @param shop the shop's own hours: outside them a clock rests whose rule has no hours. A platform's rule keeps its own, which do not ask when the shop is open
 */
export function responseClock(rules: ClockRules, waiting: Waiting, shop: ShopHours | null = null): ResponseClock | null {
  const earliest = waiting.personWaitingSince ?? waiting.waitingSince
  if (earliest === null) return null
  const rule = ruleFor(rules, waiting.channel, new Date(earliest).toISOString().slice(0, 10))
  const startedAt = rule?.automaticStops ? waiting.waitingSince : waiting.personWaitingSince
  if (!rule || startedAt === null) return null
  const first = rule.automaticStops ? !waiting.answered : !waiting.personInvolved
  const limit = (first ? rule.firstSeconds : rule.nextSeconds) * 1000
  const after = (ms: number): number => (rule.hours === null && shop !== null ? afterOpen(shop, startedAt, ms) : afterCounted(startedAt, ms, rule.hours))
  return {
    startedAt, warnAt: after(limit * rules.warnFraction), dueAt: after(limit),
    rule: { id: rule.id, say: rule.say },
  }
}

/** The instant at which `ms` have passed since `start`, counting only the rule's hours. */
function afterCounted(start: number, ms: number, hours: ClockRule['hours']): number {
  if (hours === null) return start + ms
  let left = ms
  const today = wallTime(start, hours.timeZone)
  for (let day = 0; day < LOOK_AHEAD_DAYS; day++) {
    const at = (time: string): number => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return instantOf({ ...today, day: today.day + day, hour, minute }, hours.timeZone)
    }
    const from = Math.max(start, at(hours.from))
    const open = at(hours.to) - from
    if (open <= 0) continue
    if (left <= open) return from + left
    left -= open
  }
  return start + ms
}
