import { apply, isRefusal, referenceOf } from '../../../src-shared/domain/after-sales/apply.ts'
import { stockOf, variantAt, type StockMove } from '../../../src-shared/domain/after-sales/goods.ts'
import { ACTION_KINDS, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { isStale, type CommercePort, type Performed, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { WriteTx } from '../../store/store.ts'

const refused = (reason: 'state' | 'stale', detail: string): Performed => ({ state: 'refused', reason, detail })

/** The demo shop, whose orders and goods lie in the gateway's own store: what it does stands or falls with the caller's transaction. */
export function demoShop(tx: WriteTx, now: number): CommercePort {
  const product = async (id: string): Promise<Product | null> => {
    const state = await tx.state('product', id)
    return state?.type === 'product' ? state.product : null
  }
  const products = async (ids: readonly string[]): Promise<Product[]> => {
    const found: Product[] = []
    for (const id of new Set(ids)) {
      const one = await product(id)
      if (one !== null) found.push(one)
    }
    return found
  }
  async function move({ productId, variant, pieces }: StockMove): Promise<void> {
    const known = await product(productId)
    // A shop that does not count its pieces has nothing to count down.
    if (!known?.variantStock) return
    const variantStock = known.variantStock.map((left, at) => (at === variant ? Math.max(0, left + pieces) : left))
    await tx.append(now, { type: 'product', product: { ...known, variantStock } })
  }
  async function change(order: Order, { id, action, expects, by }: Wish): Promise<Performed> {
    const before = order.doings?.find((doing) => doing.id === id)
    if (before) return { state: 'done', reference: before.reference, pays: order.payouts?.find(({ reference }) => reference === before.reference)?.amount ?? null }
    if (isStale(expects, order)) return refused('stale', `status:${order.status}`)
    const goods = new Map((await products(productIds(order, action))).map((one) => [one.id, one]))
    const applied = apply(action, order, { id, now, by, goods })
    if (isRefusal(applied)) return { state: 'refused', ...applied }
    await tx.putOrder(applied.order)
    for (const one of applied.stock) await move(one)
    return { state: 'done', reference: applied.reference, pays: applied.pays }
  }
  return {
    kinds: new Set(ACTION_KINDS),
    findCustomer: async ({ orderNo, phone }) => {
      const ofOrder = orderNo === undefined ? null : await tx.order(orderNo)
      if (ofOrder) return tx.customer(ofOrder.customerId)
      return phone === undefined ? null : tx.customerByPhone(phone)
    },
    orders: (customerId) => tx.ordersOf(customerId),
    order: (no) => tx.order(no),
    logistics: async (orderNo) => (await tx.order(orderNo))?.logistics ?? null,
    products,
    stock: async (productId, variant) => {
      const known = await product(productId)
      const at = known ? variantAt(known, variant) : -1
      return known && at >= 0 ? stockOf(known, at) : null
    },
    perform: async (wish) => {
      const { action, id } = wish
      // A ticket about no order changes nothing in the shop but its list of tickets, which is the log's effects.
      if (action.orderNo === null) return { state: 'done', reference: referenceOf(action, id), pays: null }
      const order = await tx.order(action.orderNo)
      return order === null ? refused('state', 'no-order') : change(order, wish)
    },
  }
}

/** Goods that an action may be about: those of the order, and those that are to take their place. */
function productIds(order: Order, action: CommerceAction): string[] {
  const wanted = action.kind === 'exchange' || action.kind === 'change-items' ? action.items.map(({ productId }) => productId) : []
  return [...order.items.map(({ productId }) => productId), ...wanted]
}
