import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Performed, Wish } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { LookedUp } from '../shop-kind.ts'

const done: Performed = { state: 'done', reference: null, pays: null }
const shown = (there: boolean): LookedUp => (there ? done : 'not-done')

/** Platforms show people half hidden; what is hidden can only be seen to have changed. */
function addressShown({ address }: Extract<CommerceAction, { kind: 'change-address' }>, order: Order, before: Order | null): LookedUp {
  const told = (one: Order['address']): string => [one.name, one.phone, one.region, one.detail].join('\n')
  if (!told(order.address).includes('*')) return shown(order.address.detail === address.detail && order.address.name === address.name && order.address.phone === address.phone)
  return before !== null && told(before.address) !== told(order.address) ? done : 'unknown'
}

/** A refund that a platform pays by agreeing to the customer's own request: the request tells. */
function refundShown(order: Order, before: Order | null): LookedUp {
  const asked = before?.afterSale
  const now = order.afterSale
  if (!asked || !now || asked.id !== now.id) return 'unknown'
  if (now.status === 'requested' && asked.status === 'requested') return 'not-done'
  return now.status === 'closed' ? { state: 'refused', reason: 'stale', detail: `after-sale:${now.status}` } : done
}

/**
 * Does the order show that a wish was done? Only for what a second time would change nothing more than the first:
 * a memo or a flag is set again, an agreed refund is agreed to. Everything else is `unknown`.
 */
export function readBack({ action }: Pick<Wish, 'action'>, order: Order | null, before: Order | null): LookedUp {
  if (order === null) return 'unknown'
  switch (action.kind) {
    case 'memo': return shown(order.memo.includes(action.text))
    case 'flag': return shown((order.flag ?? null) === action.flag)
    case 'cancel': return order.status === 'cancelled' ? done : order.afterSale ? refundShown(order, before) : 'not-done'
    case 'change-address': return addressShown(action, order, before)
    case 'refund': case 'return': return refundShown(order, before)
    default: return 'unknown'
  }
}
