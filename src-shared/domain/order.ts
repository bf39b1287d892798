import { z } from 'zod'
import { Invoice, OrderDoing, Payout } from './order-records.ts'
import { LocalText, Millis, Money } from './text.ts'

export const OrderStatus = z.enum([
  'unpaid', 'paid', 'shipped', 'delivered', 'completed', 'cancelled', 'refunding', 'refunded',
])
export type OrderStatus = z.infer<typeof OrderStatus>

export const ParcelStatus = z.enum(['picked-up', 'in-transit', 'stuck', 'out-for-delivery', 'delivered', 'lost', 'returned'])
export type ParcelStatus = z.infer<typeof ParcelStatus>

/** One scan of the parcel; oldest first in `Logistics.events`. */
export const LogisticsEvent = z.object({ at: Millis, text: LocalText })
export const Logistics = z.object({
  carrier: LocalText,
  trackingNo: z.string(),
  status: ParcelStatus,
  /** The carrier's own estimate; null when it gave none. Never computed by us. */
  etaAt: Millis.nullable(),
  events: z.array(LogisticsEvent),
})
export type Logistics = z.infer<typeof Logistics>

export const OrderItem = z.object({
  productId: z.string(),
  title: LocalText,
  variant: LocalText,
  quantity: z.number().int().positive(),
  /** Price of one piece. */
  price: Money,
})

export const AfterSale = z.object({
  id: z.string(),
  kind: z.enum(['refund', 'return', 'exchange', 'resend', 'repair']),
  status: z.enum(['requested', 'approved', 'goods-on-way', 'inspecting', 'paid', 'closed']),
  /** As of the order. */
  shownStatus: LocalText.optional(),
  amount: Money,
  requestedAt: Millis,
})

/** The coloured flags that platforms put on orders. */
export const ORDER_FLAGS = ['red', 'yellow', 'green', 'blue', 'purple', 'grey'] as const
export const OrderFlag = z.enum(ORDER_FLAGS)
export type OrderFlag = z.infer<typeof OrderFlag>

/** Longest memo that one person adds to an order at once, in UTF-16 code units. */
export const MEMO_MAX_LENGTH = 300
/** The same with the name and the time that stand behind it. */
export const MEMO_LINE_MAX_LENGTH = 400

/** An order of a verified customer, as the shop's system gives it. */
export const Order = z.object({
  /** The number the customer sees: 16 digits in the demo shop. */
  no: z.string(),
  customerId: z.string(),
  status: OrderStatus,
  /** What the shop's system calls a state that none of ours says; `status` is then only the nearest. */
  shownStatus: LocalText.optional(),
  items: z.array(OrderItem).min(1),
  total: Money,
  placedAt: Millis,
  paidAt: Millis.nullable(),
  /** The shop's promise to hand the parcel to the carrier by then. */
  promisedShipBy: Millis.nullable(),
  shippedAt: Millis.nullable(),
  deliveredAt: Millis.nullable(),
  address: z.object({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }),
  logistics: Logistics.nullable(),
  afterSale: AfterSale.nullable(),
  /** What was noted about it, one entry a line; only ever added to. */
  memo: z.string(),
  flag: OrderFlag.nullable().optional(),
  /** Counts its changes; absent: the shop's system does not count. Of two states the higher is the later. */
  revision: z.number().int().nonnegative().optional(),
  /** Absent: what the shop's system gives tells no more than `afterSale`. */
  payouts: z.array(Payout).optional(),
  invoice: Invoice.nullable().optional(),
  doings: z.array(OrderDoing).optional(),
  /** How it was or is to be paid, and by whom, in the shop system's own names. */
  paymentMethod: z.string().optional(),
  payer: z.string().optional(),
})
export type Order = z.infer<typeof Order>
