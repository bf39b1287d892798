import { z } from 'zod'
import type { AfterSaleCase, CaseKind, CaseState } from '../../../src-shared/domain/case.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { cny } from '../http/amounts.ts'
import { caseIdOf } from '../http/case-id.ts'
import { fromSeconds } from '../http/china-time.ts'

const Text = z.coerce.string().catch('')
const Part = z.object({ name: Text }).nullish()

/** A shop order of `/order/searchList` and `/order/orderDetail`. Amounts in fen, times in seconds; names and phones come hidden (`mask_*`). */
export const DouOrder = z.object({
  order_id: Text.pipe(z.string().min(1)), order_status: z.coerce.number(), pay_amount: z.coerce.number().default(0), create_time: z.coerce.number(), pay_time: z.coerce.number().default(0), ship_time: z.coerce.number().default(0), finish_time: z.coerce.number().default(0), update_time: z.coerce.number().default(0), exp_ship_time: z.coerce.number().default(0),
  doudian_open_id: Text.default(''), mask_post_receiver: Text.default(''), mask_post_tel: Text.default(''), mask_post_addr: z.object({ province: Part, city: Part, town: Part, detail: Text.default('') }).nullish(), seller_words: Text.default(''), seller_remark_stars: z.coerce.number().nullish(),
  sku_order_list: z.array(z.object({ order_id: Text, product_id: Text, product_name: Text, spec: z.array(z.object({ name: Text, value: Text })).nullish(), item_num: z.coerce.number().int().positive(), goods_price: z.coerce.number().default(0), origin_amount: z.coerce.number().default(0) })).min(1),
  logistics_info: z.array(z.object({ company_name: Text.default(''), tracking_no: Text.default('') })).nullish(),
})
export type DouOrder = z.infer<typeof DouOrder>

/** `items[]` of `/afterSale/List`. `status_deadline` is the platform's own clock, in seconds; 0: none runs. */
export const DouAfterSale = z.object({
  aftersale_info: z.object({ aftersale_id: Text.pipe(z.string().min(1)), aftersale_type: z.coerce.number(), aftersale_status: z.coerce.number(), related_id: Text.default(''), apply_time: z.coerce.number(), update_time: z.coerce.number().default(0), refund_amount: z.coerce.number().default(0), reason: Text.default(''), status_deadline: z.coerce.number().default(0) }),
  order_info: z.object({ shop_order_id: Text.default('') }).nullish(),
})
export type DouAfterSale = z.infer<typeof DouAfterSale>

const same = (text: string): LocalText => ({ zh: text, en: text })
/** 1 to be paid, 105 paid, 2 made ready, 101 sent in part, 3 sent, 4 cancelled, 5 completed. */
const STATUS: Readonly<Record<number, OrderStatus>> = { 1: 'unpaid', 105: 'paid', 2: 'paid', 101: 'shipped', 3: 'shipped', 4: 'cancelled', 5: 'completed' }
/** Stars of a memo: 0 grey, 1 purple, 2 cyan, 3 green, 4 orange, 5 red [unverified]; ours by nearest colour. */
export const DOU_FLAGS = ['grey', 'purple', 'blue', 'green', 'yellow', 'red'] as const

export const douCustomerId = (connectionId: string, { doudian_open_id: id, order_id: no }: DouOrder): string => `${connectionId}:${id || `order-${no}`}`
export const douCustomer = (connectionId: string, order: DouOrder): Customer => ({ id: douCustomerId(connectionId, order), name: order.mask_post_receiver, language: 'zh', level: 'regular', phone: order.mask_post_tel, since: fromSeconds(order.create_time) ?? 0, note: '' })

export function douOrder(connectionId: string, order: DouOrder, afterSale: Order['afterSale'] = null): Order {
  const address = order.mask_post_addr
  const [parcel] = order.logistics_info ?? []
  const status = STATUS[order.order_status]
  const open = afterSale !== null && afterSale.status !== 'paid' && afterSale.status !== 'closed'
  return {
    no: order.order_id, customerId: douCustomerId(connectionId, order), status: open ? 'refunding' : status ?? 'completed', ...(status && order.order_status !== 101 ? {} : { shownStatus: same(String(order.order_status)) }),
    items: order.sku_order_list.map((line) => ({ productId: line.product_id, title: same(line.product_name), variant: same((line.spec ?? []).map(({ value }) => value).join(' ')), quantity: line.item_num, price: cny(line.goods_price || Math.round(line.origin_amount / line.item_num)) })),
    total: cny(order.pay_amount), placedAt: fromSeconds(order.create_time) ?? 0, paidAt: fromSeconds(order.pay_time), promisedShipBy: fromSeconds(order.exp_ship_time), shippedAt: fromSeconds(order.ship_time), deliveredAt: null,
    address: { name: order.mask_post_receiver, phone: order.mask_post_tel, region: [address?.province?.name, address?.city?.name, address?.town?.name].filter(Boolean).join(' '), detail: address?.detail ?? '' },
    logistics: parcel?.tracking_no ? { carrier: same(parcel.company_name), trackingNo: parcel.tracking_no, status: 'in-transit', etaAt: null, events: [] } : null,
    afterSale, memo: order.seller_words, flag: order.seller_remark_stars === null || order.seller_remark_stars === undefined ? null : DOU_FLAGS[order.seller_remark_stars] ?? null, revision: order.update_time,
  }
}

/** 6 for the shop to agree, 7 goods to come back, 8 and 11 for the shop again, 3 and 12 and 14 granted, 27 and 29 refused, 28 and 51 over. */
const STATES: Readonly<Record<number, CaseState>> = { 6: 'to-decide', 7: 'goods-coming', 8: 'granted', 11: 'to-inspect', 3: 'granted', 12: 'granted', 14: 'granted', 27: 'refused', 28: 'closed', 29: 'refused', 51: 'closed', 53: 'closed' }
const KINDS: Readonly<Record<number, CaseKind>> = { 0: 'return', 1: 'refund-only', 2: 'refund-only', 3: 'exchange', 6: 'price-protection', 7: 'resend', 8: 'repair' }
/** What the platform does when its deadline passes. */
const THEN: Partial<Record<CaseState, NonNullable<AfterSaleCase['due']>['then']>> = { 'to-decide': 'granted', 'goods-coming': 'closed', 'to-inspect': 'granted' }
const REASONS = [{ code: 'other', words: { zh: '其他（请在商家后台拒绝）', en: 'Other; refuse in the platform’s own program' } }]

export function douCase(connectionId: string, { aftersale_info: one }: DouAfterSale, order: DouOrder): AfterSaleCase {
  const state = STATES[one.aftersale_status] ?? 'to-decide'
  const index = Math.max(0, order.sku_order_list.findIndex(({ order_id: id }) => id === one.related_id))
  const openedAt = fromSeconds(one.apply_time) ?? 0
  const at = fromSeconds(one.status_deadline)
  const then = THEN[state]
  return {
    id: caseIdOf(connectionId, one.aftersale_id), no: one.aftersale_id, platform: 'douyin', kind: KINDS[one.aftersale_type] ?? 'dispute', state, orderNo: order.order_id, customerId: douCustomerId(connectionId, order), conversationId: null,
    items: [{ index, quantity: order.sku_order_list[index]?.item_num ?? 1 }], swap: null, asked: cny(one.refund_amount), reason: { code: one.reason || 'unknown', words: same(one.reason) }, words: '', pictures: [],
    openedAt, due: at !== null && then ? { at, then } : null, paid: [], refuseReasons: REASONS, revision: 1,
    history: [{ id: `${one.aftersale_id}-opened`, at: openedAt, by: { kind: 'customer', name: '' }, step: 'opened', words: '', reasonCode: null, amount: null, proof: [] }],
  }
}
