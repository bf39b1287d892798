import { z } from 'zod'
import type { AfterSaleCase, CaseState } from '../../../src-shared/domain/case.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { cny, fenOfYuan } from '../http/amounts.ts'
import { caseIdOf } from '../http/case-id.ts'
import { fromChinaTime } from '../http/china-time.ts'
import { topCustomerId, type TopTrade } from './orders.ts'

const Text = z.coerce.string().catch('')
export const REFUND_FIELDS = 'refund_id,tid,oid,status,has_good_return,refund_fee,total_fee,reason,desc,created,modified,refund_remind_timeout,refund_phase,refund_version,operation_contraint,dispute_type'
export const TopRefund = z.object({
  refund_id: Text.pipe(z.string().min(1)), tid: Text, oid: Text.default(''), status: z.string(), has_good_return: z.coerce.string().default('false'), refund_fee: Text, reason: Text.default(''), desc: Text.default(''),
  created: z.string(), modified: z.string().optional(), refund_remind_timeout: z.object({ exist_timeout: z.coerce.string().optional(), timeout: z.string().optional() }).optional(),
  refund_phase: z.string().optional(), refund_version: Text.optional(),
})
export type TopRefund = z.infer<typeof TopRefund>

const STATES: Readonly<Record<string, CaseState>> = {
  WAIT_SELLER_AGREE: 'to-decide', WAIT_BUYER_RETURN_GOODS: 'goods-coming', WAIT_SELLER_CONFIRM_GOODS: 'to-inspect', SELLER_REFUSE_BUYER: 'refused', CLOSED: 'closed', SUCCESS: 'granted',
  WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS: 'granted', EXCHANGE_TRANSFORM_TO_REFUND: 'to-decide', WAIT_SELLER_CONSIGN_GOODS: 'to-inspect',
}
/** What happens when the platform's deadline passes, by the state that it stands in. */
const THEN: Partial<Record<CaseState, NonNullable<AfterSaleCase['due']>['then']>> = { 'to-decide': 'granted', 'goods-coming': 'closed', 'to-inspect': 'granted' }

/** The platform takes a free text; its own list is another call [unverified]. */
const TOP_REASONS = [{ code: 'other', words: { zh: '其他（见说明）', en: 'Other, as told' } }]
const goesBack = ({ has_good_return: back }: TopRefund): boolean => back === 'true'
export const topState = ({ status }: TopRefund): CaseState => STATES[status] ?? 'to-decide'

/** A refund of the platform as a case. Its deadline is the platform's `refund_remind_timeout`, never worked out. */
export function topCase(connectionId: string, refund: TopRefund, trade: TopTrade): AfterSaleCase {
  const state = topState(refund)
  const index = Math.max(0, trade.orders.order.findIndex(({ oid }) => oid === refund.oid))
  const openedAt = fromChinaTime(refund.created) ?? 0
  const at = fromChinaTime(refund.refund_remind_timeout?.timeout)
  const then = THEN[state]
  return {
    id: caseIdOf(connectionId, refund.refund_id), no: refund.refund_id, platform: 'taobao', kind: goesBack(refund) ? 'return' : 'refund-only', state, orderNo: refund.tid, customerId: topCustomerId(connectionId, trade), conversationId: null,
    items: [{ index, quantity: trade.orders.order[index]?.num ?? 1 }], swap: null, asked: cny(fenOfYuan(refund.refund_fee)), reason: { code: refund.reason || 'unknown', words: { zh: refund.reason, en: refund.reason } }, words: refund.desc, pictures: [],
    openedAt, due: at !== null && then ? { at, then } : null, paid: [], refuseReasons: TOP_REASONS, revision: 1,
    history: [{ id: `${refund.refund_id}-opened`, at: openedAt, by: { kind: 'customer', name: '' }, step: 'opened', words: '', reasonCode: null, amount: null, proof: [] }],
  }
}

/** The same as the order's own after-sale. */
export function topAfterSale(refund: TopRefund): NonNullable<Order['afterSale']> {
  const status = { 'to-decide': 'requested', asked: 'requested', 'goods-coming': 'goods-on-way', 'to-inspect': 'inspecting', 'not-ok': 'inspecting', granted: 'paid', refused: 'closed', closed: 'closed' } as const
  return { id: refund.refund_id, kind: goesBack(refund) ? 'return' : 'refund', status: status[topState(refund)], shownStatus: { zh: refund.status, en: refund.status }, amount: cny(fenOfYuan(refund.refund_fee)), requestedAt: fromChinaTime(refund.created) ?? 0 }
}
