import type { Order } from '../../../src-shared/domain/order.ts'
import { payoutsOf } from '../../../src-shared/domain/after-sales/money.ts'

/** Money that came back while the goods stayed. */
const KEPT_GOODS: ReadonlySet<string> = new Set(['refund', 'compensate', 'coupon', 'price-difference'])
const LOOKED_AT_MS = 90 * 24 * 60 * 60 * 1000
/** So many such payments are as much as can be said of anybody. */
const MOST = 4

/**
 * How often a buyer got money back and kept the goods, over the last 90 days: 0 never .. 1 four times or more (RK-02: what
 * the records say, never the tone, the language or the place). Above a row's `maxRisk` a supervisor looks; nobody is refused for it.
 */
export function buyerRisk(orders: readonly Order[], now: number): number {
  const count = orders.flatMap(payoutsOf).filter(({ kind, at }) => KEPT_GOODS.has(kind) && at > now - LOOKED_AT_MS && at <= now).length
  return Math.min(1, count / MOST)
}
