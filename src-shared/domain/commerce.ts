import { z } from 'zod'
import { OrderFlag } from './order.ts'
import { Money } from './text.ts'

/** Where a parcel goes, as an order holds it. */
export const Address = z.object({ name: z.string().min(1).max(80), phone: z.string().min(3).max(30), region: z.string().max(120), detail: z.string().min(1).max(200) })
export type Address = z.infer<typeof Address>

const OrderNo = z.string().min(1).max(64)
const Reason = z.string().max(300)
/** A position of the order and how many pieces of it. `index` counts from 0 in `Order.items`. */
const Pieces = z.object({ index: z.number().int().nonnegative(), quantity: z.number().int().positive() })
/** A position and the variant that is to take its place. */
const Swap = Pieces.extend({ productId: z.string().min(1), variant: z.string().min(1) })

/**
 * What after-sales work does to a shop, as data: one action, one effect, one idempotency key. Adapters translate it into
 * the calls of their platform; `kind` names the row of a policy. Amounts are what the shop pays, never below zero.
 */
export const CommerceAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), orderNo: OrderNo, reason: Reason }),
  z.object({ kind: z.literal('change-items'), orderNo: OrderNo, items: z.array(Swap).min(1) }),
  z.object({ kind: z.literal('change-address'), orderNo: OrderNo, address: Address }),
  /** `method`: the shop's own name of a payment that the customer has used. */
  z.object({ kind: z.literal('change-payment'), orderNo: OrderNo, method: z.string().min(1).max(80) }),
  z.object({ kind: z.literal('return'), orderNo: OrderNo, items: z.array(Pieces).min(1), reason: Reason, amount: Money }),
  z.object({ kind: z.literal('exchange'), orderNo: OrderNo, items: z.array(Swap).min(1), reason: Reason }),
  /** `full` ends the order, `partial` gives some of the price back, `only` gives it back while the customer keeps the goods. */
  z.object({ kind: z.literal('refund'), orderNo: OrderNo, mode: z.enum(['full', 'partial', 'only']), amount: Money, reason: Reason }),
  z.object({ kind: z.literal('resend'), orderNo: OrderNo, items: z.array(Pieces).min(1), reason: Reason }),
  z.object({ kind: z.literal('invoice'), orderNo: OrderNo, mode: z.enum(['issue', 'resend', 'change']), title: z.string().max(120), taxId: z.string().max(30).nullable(), email: z.string().max(120).nullable() }),
  z.object({ kind: z.literal('coupon'), orderNo: OrderNo, amount: Money, reason: Reason }),
  /** Money for trouble, beside the price. */
  z.object({ kind: z.literal('compensate'), orderNo: OrderNo, amount: Money, reason: Reason }),
  /** Back to the price that the shop asks now. */
  z.object({ kind: z.literal('price-difference'), orderNo: OrderNo, amount: Money }),
  z.object({ kind: z.literal('urge-shipment'), orderNo: OrderNo }),
  z.object({ kind: z.literal('intercept'), orderNo: OrderNo, reason: Reason }),
  z.object({ kind: z.literal('extend-receipt'), orderNo: OrderNo, days: z.number().int().min(1).max(30) }),
  z.object({ kind: z.literal('book-service'), orderNo: OrderNo, service: z.enum(['repair', 'installation']), itemIndex: z.number().int().nonnegative(), when: z.string().max(80) }),
  z.object({ kind: z.literal('carrier-claim'), orderNo: OrderNo, amount: Money, reason: Reason }),
  z.object({ kind: z.literal('ticket'), orderNo: OrderNo.nullable(), title: z.string().min(1).max(120), text: z.string().max(2000) }),
  z.object({ kind: z.literal('memo'), orderNo: OrderNo, text: z.string().trim().min(1).max(300) }),
  z.object({ kind: z.literal('flag'), orderNo: OrderNo, flag: OrderFlag.nullable() }),
])
export type CommerceAction = z.infer<typeof CommerceAction>
export type ActionKind = CommerceAction['kind']
export const ACTION_KINDS: readonly ActionKind[] = CommerceAction.options.map((option) => option.shape.kind.value)

/** Actions whose amount the shop pays out: caps count these. A carrier's claim brings money in, and counts nowhere. */
export const PAYING_KINDS: ReadonlySet<ActionKind> = new Set<ActionKind>(['return', 'refund', 'coupon', 'compensate', 'price-difference'])

/** What an action costs the shop at once, in minor units; null: nothing, or not known before it is done. */
export function amountOf(action: CommerceAction): Money | null {
  return PAYING_KINDS.has(action.kind) && 'amount' in action ? action.amount : null
}
