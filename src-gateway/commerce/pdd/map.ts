import { z } from 'zod'
import type { AfterSaleCase, CaseKind, CaseState } from '../../../src-shared/domain/case.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { cny, fenOfYuan } from '../http/amounts.ts'
import { caseIdOf } from '../http/case-id.ts'
import { fromChinaTime, fromSeconds } from '../http/china-time.ts'

const Text = z.coerce.string().catch('')
const When = z.union([z.string(), z.number()]).nullish()

/** `order_info_get_response.order_info`, as far as it is read. Names and phones come half hidden. */
export const PddOrder = z.object({
  order_sn: z.string().min(1), order_status: z.coerce.number(), refund_status: z.coerce.number().default(1), pay_amount: z.coerce.number().default(0), created_time: When, confirm_time: When, pay_time: When, shipping_time: When, receive_time: When, updated_at: When, last_ship_time: When,
  receiver_name: Text.default(''), receiver_phone: Text.default(''), province: Text.default(''), city: Text.default(''), town: Text.default(''), address: Text.default(''), open_address_id: Text.default(''),
  remark: Text.default(''), remark_tag: z.coerce.number().nullish(), tracking_number: Text.default(''),
  item_list: z.array(z.object({ goods_id: Text, goods_name: Text, goods_spec: Text.default(''), goods_count: z.coerce.number().int().positive(), goods_price: z.coerce.number() })).min(1),
})
export type PddOrder = z.infer<typeof PddOrder>

/** A row of `refund_increment_get_response.refund_list`. Amounts are in yuan there. */
export const PddRefundRow = z.object({ id: Text.pipe(z.string().min(1)), order_sn: z.string().min(1), after_sales_status: z.coerce.number(), after_sales_type: z.coerce.number(), refund_amount: Text, after_sale_reason: Text.default(''), created_time: When, updated_time: When, goods_number: z.coerce.number().default(1) })
export type PddRefundRow = z.infer<typeof PddRefundRow>
/** `pdd.refund.information.get`: `expire_time` is the platform's own deadline, only while it waits for the shop. */
export const PddRefundInfo = z.object({ after_sales_status: z.coerce.number(), after_sales_type: z.coerce.number(), expire_time: When, refund_amount: z.coerce.number().default(0), after_sales_reason: Text.default(''), recreated_at: When })
export type PddRefundInfo = z.infer<typeof PddRefundInfo>

const same = (text: string): LocalText => ({ zh: text, en: text })
/** Seconds since the epoch or a text at GMT+8, by field; in milliseconds. */
export const whenOf = (value: string | number | null | undefined): number | null => (typeof value === 'string' && value.includes('-') ? fromChinaTime(value) : fromSeconds(value))
export const PDD_FLAGS = [null, 'red', 'yellow', 'green', 'blue', 'purple'] as const

/** order_status 1 to be sent, 2 sent, 3 received; refund_status 1 none, 2 under way, 3 declined, 4 paid. */
function statusOf({ order_status: status, refund_status: refund }: PddOrder): OrderStatus {
  if (refund === 4) return 'refunded'
  if (refund === 2) return 'refunding'
  return status === 1 ? 'paid' : status === 2 ? 'shipped' : status === 3 ? 'delivered' : 'unpaid'
}

/** The platform names no buyer: whoever shares an address is one, else each order is its own. */
export const pddCustomerId = (connectionId: string, { open_address_id: address, order_sn: no }: PddOrder): string => `${connectionId}:${address || `order-${no}`}`
export const pddCustomer = (connectionId: string, order: PddOrder): Customer => ({ id: pddCustomerId(connectionId, order), name: order.receiver_name, language: 'zh', level: 'regular', phone: order.receiver_phone, since: whenOf(order.created_time) ?? 0, note: '' })

export function pddOrder(connectionId: string, order: PddOrder, afterSale: Order['afterSale'] = null): Order {
  return {
    no: order.order_sn, customerId: pddCustomerId(connectionId, order), status: statusOf(order),
    items: order.item_list.map((line) => ({ productId: line.goods_id, title: same(line.goods_name), variant: same(line.goods_spec), quantity: line.goods_count, price: cny(fenOfYuan(line.goods_price)) })),
    total: cny(fenOfYuan(order.pay_amount)), placedAt: whenOf(order.created_time) ?? 0, paidAt: whenOf(order.pay_time ?? order.confirm_time), promisedShipBy: whenOf(order.last_ship_time), shippedAt: whenOf(order.shipping_time), deliveredAt: whenOf(order.receive_time),
    address: { name: order.receiver_name, phone: order.receiver_phone, region: [order.province, order.city, order.town].filter(Boolean).join(' '), detail: order.address },
    logistics: order.tracking_number === '' ? null : { carrier: same(''), trackingNo: order.tracking_number, status: order.receive_time ? 'delivered' : 'in-transit', etaAt: null, events: [] },
    afterSale, memo: order.remark, flag: PDD_FLAGS[order.remark_tag ?? 0] ?? null, revision: Math.floor((whenOf(order.updated_at) ?? 0) / 1000),
  }
}

const STATES: readonly (readonly [CaseState, readonly number[]])[] = [
  ['to-decide', [2, 8, 14, 21, 32]], ['to-inspect', [3, 27]], ['goods-coming', [7, 15, 18, 22, 31]], ['granted', [4, 5, 10, 16, 25]], ['refused', [6, 9]], ['closed', [0, 11, 12, 13, 17, 24]],
]
/** after_sales_status 0 to 32 as the public SDK describes them; 3 is read as goods on their way back that wait for the shop [unverified]. */
export const pddState = (status: number): CaseState => STATES.find(([, codes]) => codes.includes(status))?.[0] ?? 'to-decide'
/** Of the list: 2 refund, 3 return, 4 exchange, 5 resend. The detail counts one lower. */
const KINDS: Readonly<Record<number, CaseKind>> = { 2: 'refund-only', 3: 'return', 4: 'exchange', 5: 'resend', 6: 'repair' }
const CAN_REFUSE = [{ code: 'other', words: { zh: '其他（请在商家后台拒绝）', en: 'Other; refuse in the platform’s own program' } }]

export function pddCase(connectionId: string, row: PddRefundRow, info: PddRefundInfo, order: PddOrder): AfterSaleCase {
  const state = pddState(info.after_sales_status)
  const openedAt = whenOf(row.created_time) ?? 0
  const at = whenOf(info.expire_time)
  return {
    id: caseIdOf(connectionId, row.id), no: row.id, platform: 'pdd', kind: KINDS[row.after_sales_type] ?? 'dispute', state, orderNo: row.order_sn, customerId: pddCustomerId(connectionId, order), conversationId: null,
    items: [{ index: 0, quantity: Math.max(1, Math.min(row.goods_number, order.item_list[0]?.goods_count ?? 1)) }], swap: null, asked: cny(fenOfYuan(row.refund_amount)), reason: { code: row.after_sale_reason || 'unknown', words: same(row.after_sale_reason) }, words: '', pictures: [],
    openedAt, due: at === null ? null : { at, then: 'granted' }, paid: [], refuseReasons: CAN_REFUSE, revision: 1,
    history: [{ id: `${row.id}-opened`, at: openedAt, by: { kind: 'customer', name: '' }, step: 'opened', words: '', reasonCode: null, amount: null, proof: [] }],
  }
}
