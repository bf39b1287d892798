import type { PaidOut } from '../../../src-shared/domain/backtest.ts'
import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Caps } from '../../../src-shared/domain/policy-limits.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import { overCaps } from '../policy/money.ts'

/** Money of one currency: minor units and times, all of it and what the caps of a case let through, the latter by the shop's day. */
export interface PaidTally { amount: number; times: number; within: number; withinTimes: number; days: Record<string, number>; /** The shop's cap of a day; null: none. */ shopDay: number | null }

/** Nothing was paid before: the past does not tell what else was paid to the same customer. */
const NONE = { amount: 0, count: 0 }
const FIRST: Facts = { paidForCase: NONE, paidToday: { person: NONE, address: NONE, phone: NONE, payer: NONE, shop: NONE } }

/** Would the caps let this out without a person? What is limited by nothing is a person's: money leaves under caps alone. */
export const isWithin = (caps: Caps | undefined, cost: Money): boolean => caps !== undefined && overCaps(caps, cost, FIRST).length === 0

/** Counts one payment. @param day the shop's */
export function addPaid(into: Partial<Record<Money['currency'], PaidTally>>, { amount, currency }: Money, day: string, within: boolean, caps: Caps | undefined): void {
  const shopDay = caps?.currency === currency ? (caps.perShopDay?.amount ?? null) : null
  const one = (into[currency] ??= { amount: 0, times: 0, within: 0, withinTimes: 0, days: {}, shopDay })
  one.amount += amount
  one.times++
  if (!within) return
  one.within += amount
  one.withinTimes++
  one.days[day] = (one.days[day] ?? 0) + amount
}

export function mergePaid(into: Partial<Record<Money['currency'], PaidTally>>, from: Partial<Record<Money['currency'], PaidTally>>): void {
  for (const [currency, one] of Object.entries(from) as [Money['currency'], PaidTally][]) {
    const sum = (into[currency] ??= { amount: 0, times: 0, within: 0, withinTimes: 0, days: {}, shopDay: one.shopDay })
    for (const key of ['amount', 'times', 'within', 'withinTimes'] as const) sum[key] += one[key]
    for (const [day, amount] of Object.entries(one.days)) sum.days[day] = (sum.days[day] ?? 0) + amount
  }
}

export function paidOut(tally: Partial<Record<Money['currency'], PaidTally>>): PaidOut[] {
  return (Object.entries(tally) as [Money['currency'], PaidTally][]).map(([currency, { days, shopDay, ...counts }]) => ({
    currency, ...counts, busiestDay: Math.max(0, ...Object.values(days)), daysOver: shopDay === null ? 0 : Object.values(days).filter((amount) => amount > shopDay).length,
  }))
}
