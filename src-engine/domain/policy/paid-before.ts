import { payoutsOf } from '../../../src-shared/domain/after-sales/money.ts'
import type { Facts, Tally } from '../../../src-shared/domain/policy-facts.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const plain = (text: string): string => text.replace(/[\s,，.。#-]/gu, '').toLowerCase()
const phoneOf = ({ address }: Order): string => address.phone.replace(/\D/gu, '').slice(-11)
const placeOf = ({ address }: Order): string => plain(address.region + address.detail)
const payerOf = (order: Order): string => order.payer ?? order.customerId

function tally(orders: readonly Order[], since: number): Tally {
  const paid = orders.flatMap(payoutsOf).filter(({ at }) => at > since)
  return { amount: paid.reduce((sum, { amount }) => sum + amount.amount, 0), count: paid.length }
}

/**
 * What was paid for this order, and in the last 24 hours to its person, address, phone and payer, by the orders that this
 * desk knows; the gateway counts again over all of them when it pays. @param shop paid by autopilot in the last 24 hours
 */
export function paidBefore(order: Order, known: readonly Order[], shop: Tally, now: number): Pick<Facts, 'paidForCase' | 'paidToday' | 'alreadyPaid'> {
  const today = (same: (other: Order) => boolean): Tally => tally(known.filter(same), now - DAY_MS)
  return {
    paidForCase: tally([order], -1), alreadyPaid: payoutsOf(order).length > 0,
    paidToday: {
      person: today((other) => other.customerId === order.customerId), address: today((other) => placeOf(other) === placeOf(order)),
      phone: today((other) => phoneOf(other) === phoneOf(order)), payer: today((other) => payerOf(other) === payerOf(order)), shop,
    },
  }
}
