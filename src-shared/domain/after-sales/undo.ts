import { CommerceAction } from '../commerce.ts'
import type { Order } from '../order.ts'

/** The action that takes this one back, as the order stood before it; null: the shop cannot. Money never comes back this way. */
export function undoOf(action: CommerceAction, before: Order): CommerceAction | null {
  const orderNo = before.no
  switch (action.kind) {
    // An address that a form of today would refuse cannot be put back by one.
    case 'change-address': return CommerceAction.safeParse({ kind: 'change-address', orderNo, address: before.address }).data ?? null
    case 'change-payment': return before.paymentMethod === undefined ? null : { kind: 'change-payment', orderNo, method: before.paymentMethod }
    case 'flag': return { kind: 'flag', orderNo, flag: before.flag ?? null }
    default: return null
  }
}
