import { z } from 'zod'

/** What tau-bench's retail files hold. Everything the tools do not look at is kept as it is: the hash sees it. */
const Payment = z.looseObject({ source: z.string(), balance: z.number().optional() })
export type Payment = z.infer<typeof Payment>

export const User = z.looseObject({
  name: z.looseObject({ first_name: z.string(), last_name: z.string() }), email: z.string(), address: z.record(z.string(), z.string()), payment_methods: z.record(z.string(), Payment),
})
export type User = z.infer<typeof User>

const Transaction = z.looseObject({ transaction_type: z.enum(['payment', 'refund']), amount: z.number(), payment_method_id: z.string() })
const Item = z.looseObject({ item_id: z.string(), product_id: z.string(), price: z.number(), options: z.record(z.string(), z.unknown()) })

/** Amounts in US dollars. */
export const Order = z.looseObject({ user_id: z.string(), status: z.string(), address: z.record(z.string(), z.string()), items: z.array(Item), payment_history: z.array(Transaction) })
export type Order = z.infer<typeof Order>

export const Product = z.looseObject({
  variants: z.record(z.string(), z.looseObject({ item_id: z.string(), price: z.number(), available: z.boolean(), options: z.record(z.string(), z.unknown()) })),
})

export interface State {
  readonly orders: Record<string, Order>
  readonly products: Record<string, z.infer<typeof Product>>
  readonly users: Record<string, User>
}
