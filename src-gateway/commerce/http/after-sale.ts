import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

const STATUS = { 'to-decide': 'requested', asked: 'requested', 'goods-coming': 'goods-on-way', 'to-inspect': 'inspecting', 'not-ok': 'inspecting', granted: 'paid', refused: 'closed', closed: 'closed' } as const

/** A case as the order's own after-sale, under the platform's number. */
export function afterSaleOf({ no, state, kind, asked, openedAt }: AfterSaleCase): NonNullable<Order['afterSale']> {
  return { id: no, kind: kind === 'return' || kind === 'exchange' || kind === 'resend' || kind === 'repair' ? kind : 'refund', status: STATUS[state], amount: asked, requestedAt: openedAt }
}
