import type { Order } from '../order.ts'
import type { Payout } from '../order-records.ts'
import type { Money } from '../text.ts'

/** What went back already. A shop that lists no payouts tells of one in its after-sale at least. */
export function payoutsOf({ payouts, afterSale }: Order): readonly Payout[] {
  if (payouts) return payouts
  if (afterSale?.status !== 'paid') return []
  return [{ reference: afterSale.id, kind: afterSale.kind === 'return' ? 'return' : 'refund', by: 'shop', amount: afterSale.amount, at: afterSale.requestedAt }]
}

/** What may still go back: paid, less all that went back before, whoever gave it and whatever for. Never below zero. */
export function leftToGive(order: Order): Money {
  const paid = order.paidAt === null ? 0 : order.total.amount
  const given = payoutsOf(order).reduce((sum, { amount }) => sum + amount.amount, 0)
  return { amount: Math.max(0, paid - given), currency: order.total.currency }
}
