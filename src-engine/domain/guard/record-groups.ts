import type { Source } from './sources.ts'

/** So long a number is one order's, parcel's or refund's; a shorter one may be anything. */
const LEAST_DIGITS = 6

/** Fields that hold the number of an order or of its parcel; ids of goods and of people join nothing. */
const OF_AN_ORDER = /(?:order|trade|订单)[\w.]*(?:id|no|num|number|name|编号|号)$|(?:^|[._])(?:tid|no|单号)$|track|运单|#/i

/**
 * Which records belong to one order: they share a number. A record without an order number (a product, the customer)
 * belongs to none and may speak for all. @returns number of the record to number of its group
 */
export function groupsOf(known: readonly Source[]): Map<number, number> {
  const groupByNumber = new Map<string, number>()
  const groups = new Map<number, number>()
  const numbers = known.filter((source) => source.kind === 'order_no' && !source.foreign && source.record >= 0 && !/phone|mobile|user|customer|buyer|product|item|sku|电话|手机/i.test(source.where.split('.').at(-1) ?? ''))
  for (const { keys: [key = ''], record, where } of numbers) {
    if (key.length < LEAST_DIGITS || !OF_AN_ORDER.test(where)) continue
    const shared = groupByNumber.get(key)
    const mine = groups.get(record)
    if (shared === undefined) groupByNumber.set(key, mine ?? record)
    else if (mine !== undefined && mine !== shared) for (const [other, group] of groups) if (group === mine) groups.set(other, shared)
    groups.set(record, shared ?? mine ?? record)
  }
  return groups
}
