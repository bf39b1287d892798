import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Hours } from '../../../src-shared/domain/policy-limits.ts'

/** Zone of a policy that names none. */
export const SHOP_ZONE = 'Asia/Shanghai'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Day 1 Monday .. 7 Sunday, and minutes since midnight, by the shop's clock. */
function shopTime(at: number, zone: string): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: DAYS.indexOf(part('weekday')) + 1, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

/** Is that time within the hours? A night shift belongs to the day on which it began. An unknown time is not. */
export function isWithin(hours: Hours, at: Facts['at'], zone: string): boolean {
  const millis = typeof at === 'string' ? Date.parse(at) : at
  if (millis === null || millis === undefined || Number.isNaN(millis)) return false
  const { day, minute } = shopTime(millis, zone)
  const [from, to] = [minutes(hours.from), minutes(hours.to)]
  const isOn = (n: number): boolean => hours.days === undefined || hours.days.includes(n)
  if (from < to) return isOn(day) && minute >= from && minute < to
  return (isOn(day) && minute >= from) || (isOn(day === 1 ? 7 : day - 1) && minute < to)
}
