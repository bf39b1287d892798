import type { Hours } from '../../../src-shared/domain/policy-limits.ts'
import type { OpenSpan, ShopHours } from '../../../src-shared/domain/shop-hours.ts'

/** Hours of a policy as the shop's week; a shift over midnight belongs to the day on which it began. @param zone IANA */
export function shiftsOf({ from, to, days }: Hours, zone: string): ShopHours {
  const works = (day: number): boolean => days === undefined || days.includes(((day + 6) % 7) + 1)
  const over = to <= from
  const week = Array.from({ length: 7 }, (_, index): OpenSpan[] => [
    ...(over && to > '00:00' && works(index) ? [{ from: '00:00', to }] : []),
    ...(works(index + 1) ? [{ from, to: over ? '24:00' : to }] : []),
  ])
  return { zone, week, exceptions: [] }
}
