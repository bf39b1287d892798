import type { ActionKind, CommerceAction } from './commerce.ts'
import type { Customer } from './customer.ts'
import type { Refusal } from './effect.ts'
import type { Logistics, Order, OrderStatus } from './order.ts'
import type { Product } from './product.ts'
import type { Money } from './text.ts'

/** How the order stood when somebody decided; the shop looks again before it does anything. */
export interface Expected { status: OrderStatus; revision?: number | undefined }

/** One wish to a shop. The same `id` again is answered as the first time and does nothing more. */
export interface Wish { id: string; action: CommerceAction; expects: Expected | null; /** Name of who does it. */ by: string }

/** `reference`: the shop's own number of it. `pays`: what went to the customer at once; null: nothing, or the shop does not say. */
export type Performed = { state: 'done'; reference: string | null; pays: Money | null } | ({ state: 'refused' } & Refusal)

/** What is known of a customer who is looked for; the more exact one counts. */
export interface CustomerQuery { orderNo?: string; phone?: string; email?: string }

/**
 * What after-sales work needs of a shop, whichever it is. Reads answer null or an empty list for what is not there, and
 * throw AppError `shop-unreachable` (retryable) when nobody can say. `perform` throws the same when it is not known whether
 * it was done: ask again with the same id. A refused wish has changed nothing.
 */
export interface CommercePort {
  /** The kinds that this shop can do; any other is refused as `unsupported`. */
  readonly kinds: ReadonlySet<ActionKind>
  findCustomer(query: CustomerQuery): Promise<Customer | null>
  /** Newest first. */
  orders(customerId: string): Promise<Order[]>
  order(no: string): Promise<Order | null>
  logistics(orderNo: string): Promise<Logistics | null>
  products(ids: readonly string[]): Promise<Product[]>
  /** Pieces left of a variant; null: the shop does not say. */
  stock(productId: string, variant: string): Promise<number | null>
  perform(wish: Wish): Promise<Performed>
}

export const unsupported = (kind: ActionKind): Performed => ({ state: 'refused', reason: 'unsupported', detail: kind })

/** Did the order move on since somebody decided? */
export const isStale = (expects: Expected | null, order: Order): boolean =>
  expects !== null && (expects.status !== order.status || (expects.revision !== undefined && expects.revision !== (order.revision ?? 0)))
