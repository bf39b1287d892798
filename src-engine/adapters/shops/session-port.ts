import type { ActionKind, CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { isStale, unsupported, type CommercePort, type Performed, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { ShopSession, ToolCall, ToolResult } from './shop-port.ts'

/** How a benchmark shop is read, and which of its tools do what. */
export interface SessionShop {
  readonly kinds: ReadonlySet<ActionKind>
  findCustomer: CommercePort['findCustomer']
  orders(customerId: string): Order[]
  order(no: string): Order | null
  products: CommercePort['products']
  stock: CommercePort['stock']
  /** What forbids it beside the tools' own rules, which look at little; else the calls that do it, all or none of which succeed. */
  calls(action: CommerceAction, order: Order): readonly ToolCall[] | Refusal
}

const isRefusal = (answer: readonly ToolCall[] | Refusal): answer is Refusal => !Array.isArray(answer)

/** A tool's own refusal: most say that the order, or what was named of it, is not such that it could be done. */
const told = (error: string): Performed => ({ state: 'refused', reason: /balance|invalid|method/iu.test(error) ? 'shop' : 'state', detail: error.slice(0, 300) })

/** A session of a benchmark shop behind the port: once per id, only on the order that was expected. */
export function sessionPort(session: ShopSession, shop: SessionShop): CommercePort {
  const answered = new Map<string, Performed>()
  function perform({ action, expects }: Wish): Performed {
    if (!shop.kinds.has(action.kind)) return unsupported(action.kind)
    const order = action.orderNo === null ? null : shop.order(action.orderNo)
    if (order === null) return { state: 'refused', reason: 'state', detail: 'no-order' }
    if (isStale(expects, order)) return { state: 'refused', reason: 'stale', detail: `status:${order.status}` }
    const calls = shop.calls(action, order)
    if (isRefusal(calls)) return { state: 'refused', ...calls }
    let last: ToolResult = { ok: true }
    for (const call of calls) {
      last = session.call(call)
      if (!last.ok) return told(last.error)
    }
    return { state: 'done', reference: null, pays: null }
  }
  return {
    kinds: shop.kinds, findCustomer: shop.findCustomer, products: shop.products, stock: shop.stock,
    orders: async (customerId) => shop.orders(customerId),
    order: async (no) => shop.order(no),
    logistics: async (no) => shop.order(no)?.logistics ?? null,
    perform: async (wish) => {
      const known = answered.get(wish.id) ?? perform(wish)
      answered.set(wish.id, known)
      return known
    },
  }
}
