import { z } from 'zod'
import { Millis, Money } from './text.ts'

/** Money that went back to the customer for an order, whoever gave it. */
export const Payout = z.object({
  /** The number under which whoever paid knows it. */
  reference: z.string(),
  kind: z.enum(['cancel', 'refund', 'return', 'price-difference', 'coupon', 'compensate']),
  by: z.enum(['shop', 'platform', 'insurer']),
  amount: Money,
  at: Millis,
})
export type Payout = z.infer<typeof Payout>

/** The invoice of an order as it holds now. `taxId` and `email` null: none was given. */
export const Invoice = z.object({ title: z.string(), taxId: z.string().nullable(), email: z.string().nullable(), sentAt: Millis })
export type Invoice = z.infer<typeof Invoice>

/** Something that was done to an order. `id` is that of its effect, `kind` that of its action, `detail` codes and numbers only. */
export const OrderDoing = z.object({ id: z.string(), kind: z.string(), reference: z.string(), at: Millis, detail: z.string() })
export type OrderDoing = z.infer<typeof OrderDoing>
