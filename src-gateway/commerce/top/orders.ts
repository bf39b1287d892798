import { z } from 'zod'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { cny, fenOfYuan } from '../http/amounts.ts'
import { fromChinaTime } from '../http/china-time.ts'

const Text = z.coerce.string().catch('')
/** `taobao.trade.fullinfo.get`: the fields that are asked for. Buyers are known by an open id; what people wrote is half hidden. */
export const TOP_FIELDS = 'tid,status,payment,created,pay_time,consign_time,end_time,modified,buyer_nick,buyer_open_uid,receiver_name,receiver_mobile,receiver_state,receiver_city,receiver_district,receiver_address,seller_memo,seller_flag,orders'
export const TopTrade = z.object({
  tid: Text.pipe(z.string().min(1)), status: z.string(), payment: Text, created: z.string(), pay_time: z.string().optional(), consign_time: z.string().optional(), end_time: z.string().optional(), modified: z.string().optional(),
  buyer_nick: Text.default(''), buyer_open_uid: Text.default(''), receiver_name: Text.default(''), receiver_mobile: Text.default(''), receiver_state: Text.default(''), receiver_city: Text.default(''), receiver_district: Text.default(''), receiver_address: Text.default(''),
  seller_memo: Text.default(''), seller_flag: z.coerce.number().optional(),
  orders: z.object({ order: z.array(z.object({ oid: Text, num_iid: Text.default(''), title: Text.default(''), sku_properties_name: Text.default(''), num: z.coerce.number().int().positive(), price: Text, refund_status: z.string().optional(), refund_id: Text.optional() })).min(1) }),
})
export type TopTrade = z.infer<typeof TopTrade>

const same = (text: string): LocalText => ({ zh: text, en: text })
const STATUS: Readonly<Record<string, OrderStatus>> = {
  TRADE_NO_CREATE_PAY: 'unpaid', WAIT_BUYER_PAY: 'unpaid', PAY_PENDING: 'unpaid', WAIT_PRE_AUTH_CONFIRM: 'unpaid', WAIT_SELLER_SEND_GOODS: 'paid', SELLER_CONSIGNED_PART: 'shipped',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped', TRADE_BUYER_SIGNED: 'delivered', TRADE_FINISHED: 'completed', TRADE_CLOSED: 'cancelled', TRADE_CLOSED_BY_TAOBAO: 'cancelled',
}
/** 0 grey, then red, yellow, green, blue, pink (here purple). */
export const TOP_FLAGS = ['grey', 'red', 'yellow', 'green', 'blue', 'purple'] as const

function statusOf({ status, orders: { order } }: TopTrade): OrderStatus {
  if (order.every(({ refund_status: refund }) => refund === 'SUCCESS')) return 'refunded'
  const asked = order.some(({ refund_status: refund }) => refund !== undefined && refund.startsWith('WAIT_'))
  return asked ? 'refunding' : STATUS[status] ?? 'completed'
}

export const topCustomerId = (connectionId: string, { buyer_open_uid: uid, buyer_nick: nick, tid }: Pick<TopTrade, 'buyer_open_uid' | 'buyer_nick' | 'tid'>): string => `${connectionId}:${uid || nick || `order-${tid}`}`

export const topCustomer = (connectionId: string, trade: TopTrade): Customer => ({
  id: topCustomerId(connectionId, trade), name: trade.buyer_nick || trade.receiver_name, language: 'zh', level: 'regular', phone: trade.receiver_mobile, since: fromChinaTime(trade.created) ?? 0, note: '',
})

/** A trade as we know an order. `revision` is the second of its last change. When it must be sent by is not among the fields [unverified]. */
export function topOrder(connectionId: string, trade: TopTrade, afterSale: Order['afterSale'] = null): Order {
  const known = STATUS[trade.status] !== undefined
  return {
    no: trade.tid, customerId: topCustomerId(connectionId, trade), status: statusOf(trade), ...(known && trade.status !== 'SELLER_CONSIGNED_PART' ? {} : { shownStatus: same(trade.status) }),
    items: trade.orders.order.map((line) => ({ productId: line.num_iid || line.oid, title: same(line.title), variant: same(line.sku_properties_name), quantity: line.num, price: cny(fenOfYuan(line.price)) })),
    total: cny(fenOfYuan(trade.payment)), placedAt: fromChinaTime(trade.created) ?? 0, paidAt: fromChinaTime(trade.pay_time), promisedShipBy: null, shippedAt: fromChinaTime(trade.consign_time),
    deliveredAt: trade.status === 'TRADE_FINISHED' ? fromChinaTime(trade.end_time) : null,
    address: { name: trade.receiver_name, phone: trade.receiver_mobile, region: [trade.receiver_state, trade.receiver_city, trade.receiver_district].filter(Boolean).join(' '), detail: trade.receiver_address },
    logistics: null, afterSale, memo: trade.seller_memo, flag: trade.seller_flag === undefined ? null : TOP_FLAGS[trade.seller_flag] ?? null, revision: Math.floor((fromChinaTime(trade.modified ?? trade.created) ?? 0) / 1000),
  }
}
