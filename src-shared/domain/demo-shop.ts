import { z } from 'zod'
import { Article } from './article.ts'
import { DEMO_DAY_SECONDS } from './demo-day.ts'
import { OrderStatus, ParcelStatus } from './order.ts'
import { Product } from './product.ts'
import { LocalText, Money } from './text.ts'

/**
 * Files of `resources/demo-shop/`. Times are days before "now" (a float; negative = in the future), so that the
 * shop is always of today: the gateway turns them into the clock's time when it first opens the shop.
 */
const daysAgo = z.number()

export const DemoCustomer = z.object({
  id: z.string().regex(/^c\d{3}$/), name: z.string(), language: z.string(),
  level: z.enum(['new', 'regular', 'silver', 'gold']), phone: z.string().regex(/^1\d{10}$|^\+\d{8,15}$/),
  sinceDaysAgo: daysAgo, note: z.string(),
})
export const DemoOrder = z.object({
  no: z.string().regex(/^\d{16}$/), customerId: z.string(), status: OrderStatus,
  items: z.array(z.object({ productId: z.string(), variant: z.number().int().nonnegative(), quantity: z.number().int().positive() })).min(1),
  /** Money off the sum of the items, in minor units. */
  discount: z.number().int().nonnegative(),
  placedDaysAgo: daysAgo, paidDaysAgo: daysAgo.nullable(), promisedShipByDaysAgo: daysAgo.nullable(),
  shippedDaysAgo: daysAgo.nullable(), deliveredDaysAgo: daysAgo.nullable(),
  address: z.object({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }),
  logistics: z.object({
    carrier: LocalText, trackingNo: z.string(), status: ParcelStatus, etaDaysAgo: daysAgo.nullable(),
    events: z.array(z.object({ daysAgo, text: LocalText })),
  }).nullable(),
  afterSale: z.object({
    id: z.string(), kind: z.enum(['refund', 'return', 'exchange', 'resend', 'repair']),
    status: z.enum(['requested', 'approved', 'goods-on-way', 'inspecting', 'paid', 'closed']), amount: Money, requestedDaysAgo: daysAgo,
  }).nullable(),
  memo: z.string(),
})
/** One thing the scripted customer does. Exactly one of `at`, `afterReply`, `ifNoReply` says when. */
export const DemoStep = z.object({
  text: z.string(),
  /** File under resources/demo-shop/pictures. */
  picture: z.string().optional(),
  /** Seconds after the recorded day began at 09:00 (0..50400, 23:00). */
  at: z.number().min(0).max(DEMO_DAY_SECONDS).optional(),
  /** Seconds after the first reply (agent or autopilot) that follows the step before; skipped if none ever comes. */
  afterReply: z.number().positive().optional(),
  /** Sent if no reply came within so many seconds of the step before; skipped otherwise. */
  ifNoReply: z.number().positive().optional(),
})
export const DemoConversation = z.object({
  id: z.string().regex(/^d\d{2,3}$/), customerId: z.string().nullable(), displayName: z.string(),
  /** angry: from the first line on. */
  kind: z.enum(['routine', 'confused', 'multilingual', 'angry', 'turning-angry', 'threat', 'spam', 'injection', 'several-orders']),
  /** Does a careful reader expect the desk to raise this customer as angry at some point? The demo's summary is checked against it. */
  angry: z.boolean(),
  steps: z.array(DemoStep).min(1),
})
export const DemoShop = z.object({
  shop: z.object({ id: z.string(), name: LocalText }),
  products: z.array(Product), customers: z.array(DemoCustomer), orders: z.array(DemoOrder),
  articles: z.array(Article), conversations: z.array(DemoConversation),
})
export type DemoShop = z.infer<typeof DemoShop>
export type DemoConversation = z.infer<typeof DemoConversation>
