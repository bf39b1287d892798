import { payoutsOf } from '../after-sales/money.ts'
import type { AfterSaleCase } from '../case.ts'
import type { Order } from '../order.ts'
import type { Payout } from '../order-records.ts'
import type { Money } from '../text.ts'

/** All that was paid for this damage or this order, by whomever, each payment once. */
export function paidFor(one: Pick<AfterSaleCase, 'paid'>, order: Order | null): Payout[] {
  const all = [...one.paid, ...(order ? payoutsOf(order) : [])]
  return [...new Map(all.map((payout) => [payout.reference, payout])).values()]
}

/** The order with what platform or insurer paid in cases about it, so that whoever counts its payouts counts those too. */
export function withPaid(order: Order, cases: readonly Pick<AfterSaleCase, 'paid'>[]): Order {
  const known = payoutsOf(order)
  const elsewhere = cases.flatMap(({ paid }) => paid).filter(({ reference }, at, all) => !known.some((one) => one.reference === reference) && all.findIndex((one) => one.reference === reference) === at)
  return elsewhere.length === 0 ? order : { ...order, payouts: [...known, ...elsewhere] }
}

/** What is still owed of what the customer asks: one damage is paid once. Never below zero. */
export function stillAsked(one: Pick<AfterSaleCase, 'paid' | 'asked'>, order: Order | null): Money {
  const given = paidFor(one, order).reduce((sum, { amount }) => sum + amount.amount, 0)
  return { ...one.asked, amount: Math.max(0, one.asked.amount - given) }
}
