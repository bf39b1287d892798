import type { ActionKind, CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { type CommercePort, isStale, type Performed, unsupported, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { readBack } from '../outside/read-back.ts'
import type { ShopLine } from '../shop-kind.ts'
import { NO_GOODS } from './lines.ts'

export const refused = (reason: 'state' | 'amount' | 'stale' | 'unsupported' | 'shop', detail: string): Performed => ({ state: 'refused', reason, detail })

/** What a platform gives of one order; `order` is the part that all have. */
export interface Found { order: Order }

export interface Keyless<F extends Found> {
  kinds: ReadonlySet<ActionKind>
  /** The order as it stands at the platform now; null: there is none. */
  whole(no: string): Promise<F | null>
  customer(orderNo: string): Promise<Customer | null>
  /** Why it cannot be done to what was just read, beside its age; null, absent: it can. */
  why?(action: CommerceAction, found: F): Performed | null
  /** Called with what was just read, and only for a kind of `kinds`. */
  write(action: CommerceAction, found: F): Promise<Performed>
}

/**
 * The part that is the same for all platforms whose writes know no key of ours, and that let nobody leaf through a
 * customer's orders: read just before each write, and what was not heard is looked up in the order.
 */
export function keylessLine<F extends Found>({ kinds, whole, customer, why, write }: Keyless<F>): CommercePort & Pick<ShopLine, 'repeatable' | 'lookUp' | 'refuses'> {
  async function read({ action, expects }: Pick<Wish, 'action' | 'expects'>): Promise<{ found: F } | Performed> {
    if (!kinds.has(action.kind) || action.orderNo === null) return unsupported(action.kind)
    const found = await whole(action.orderNo)
    if (!found) return refused('state', 'no-order')
    return isStale(expects, found.order) ? refused('stale', `status:${found.order.status}`) : (why?.(action, found) ?? { found })
  }
  return {
    ...NO_GOODS, kinds, repeatable: () => false,
    order: async (no) => (await whole(no))?.order ?? null,
    orders: async () => [],
    logistics: async (no) => (await whole(no))?.order.logistics ?? null,
    findCustomer: async ({ orderNo }) => (orderNo === undefined ? null : customer(orderNo)),
    perform: async (wish) => {
      const looked = await read(wish)
      return 'found' in looked ? write(wish.action, looked.found) : looked
    },
    refuses: async (wish) => {
      const looked = await read(wish)
      return 'found' in looked ? null : looked
    },
    lookUp: async ({ action }, before) => readBack({ action }, (await whole(action.orderNo ?? ''))?.order ?? null, before),
  }
}
