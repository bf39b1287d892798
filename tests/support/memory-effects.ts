import { apply, isRefusal } from '../../src-shared/domain/after-sales/apply.ts'
import { isStale } from '../../src-shared/domain/commerce-port.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'

type Customers = ReadonlyMap<string, { customer: Customer; orders: Order[] }>

/** The gateway's rules for what is done to orders, in memory: once per id, as the shop would. Caps and leases have the real one's suite. */
export class MemoryEffects {
  readonly all = new Map<string, Effect>()
  /** Calls that came, repeated ones included. */
  calls = 0
  readonly products: Product[] = []

  constructor(private readonly publish: (change: Change) => void, private readonly customers: () => Customers) {}

  perform({ expects, notAfter, ...wish }: SeatParams<'perform'>, seatId: string, now: number): Effect {
    this.calls++
    const known = this.all.get(wish.id)
    if (known) return known
    const effect: Effect = { ...wish, by: { ...wish.by, seatId }, outcome: notAfter !== undefined && now > notAfter ? { state: 'refused', reason: 'stale', detail: 'too-late' } : this.#do(wish, expects, now), at: now }
    this.all.set(effect.id, effect)
    this.publish({ type: 'effect', effect })
    return effect
  }

  #do({ id, action, by }: Pick<Effect, 'id' | 'action'> & { by: { name: string } }, expects: SeatParams<'perform'>['expects'], now: number): Effect['outcome'] {
    const known = [...this.customers().values()].find(({ orders }) => orders.some(({ no }) => no === action.orderNo))
    const order = known?.orders.find(({ no }) => no === action.orderNo)
    if (!known || !order) return { state: 'refused', reason: 'identity', detail: 'other-order' }
    if (isStale(expects, order)) return { state: 'refused', reason: 'stale', detail: `status:${order.status}` }
    const applied = apply(action, order, { id, now, by: by.name, goods: new Map(this.products.map((product) => [product.id, product])) })
    if (isRefusal(applied)) return { state: 'refused', ...applied }
    this.publish({ type: 'customer', customer: known.customer, orders: known.orders.map((one) => (one.no === order.no ? applied.order : one)) })
    return { state: 'done', reference: applied.reference }
  }
}
