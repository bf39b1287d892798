import { z } from 'zod'
import type { AfterSaleCase, CaseKind, CaseState } from '../../../src-shared/domain/case.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { cny, fenOfYuan } from '../http/amounts.ts'
import { caseIdOf } from '../http/case-id.ts'
import { fromChinaTime, fromSeconds } from '../http/china-time.ts'

const Text = z.coerce.string().catch('')
export const JD_FIELDS = 'orderId,orderState,orderPayment,orderSellerPrice,orderStartTime,paymentConfirmTime,orderEndTime,modified,pin,open_id_buyer,consigneeInfo,itemInfoList,venderRemark,waybill'

/** `orderInfo` of jingdong.pop.order.get. Amounts in yuan; a time that has not come is written as the year 1. */
export const JdOrder = z.object({
  orderId: Text.pipe(z.string().min(1)), orderState: z.string(), orderPayment: Text.default('0'), orderStartTime: z.string(), paymentConfirmTime: z.string().nullish(), orderEndTime: z.string().nullish(), modified: z.string().nullish(),
  pin: Text.default(''), open_id_buyer: Text.default(''), consigneeInfo: z.object({ fullname: Text.default(''), mobile: Text.default(''), telephone: Text.default(''), province: Text.default(''), city: Text.default(''), county: Text.default(''), fullAddress: Text.default('') }).nullish(),
  itemInfoList: z.array(z.object({ skuId: Text, skuName: Text.default(''), itemTotal: z.coerce.number().int().positive(), jdPrice: Text.default('0') })).min(1), venderRemark: Text.default(''), waybill: Text.default(''),
})
export type JdOrder = z.infer<typeof JdOrder>

/** A row of jingdong.asc.serviceAndRefund.view. All its names: [unverified], after the public description of 商家售后服务开放. */
export const JdService = z.object({
  serviceId: Text.pipe(z.string().min(1)), orderId: Text.pipe(z.string().min(1)), applyTime: z.union([z.string(), z.number()]), customerExpect: z.coerce.number().default(0), serviceStatus: z.coerce.number().default(0),
  skuId: Text.default(''), refundAmount: Text.default('0'), questionTypeName: Text.default(''), questionDesc: Text.default(''), timeoutTime: z.union([z.string(), z.number()]).nullish(),
})
export type JdService = z.infer<typeof JdService>

const same = (text: string): LocalText => ({ zh: text, en: text })
const STATUS: Readonly<Record<string, OrderStatus>> = {
  NOT_PAY: 'unpaid', WAIT_SELLER_STOCK_OUT: 'paid', WAIT_SELLER_DELIVERY: 'paid', PAUSE: 'paid', LOCKED: 'refunding', SEND_TO_DISTRIBUTION_CENER: 'shipped', DISTRIBUTION_CENTER_RECEIVED: 'shipped',
  WAIT_GOODS_RECEIVE_CONFIRM: 'shipped', RECEIPTS_CONFIRM: 'delivered', FINISHED_L: 'completed', TRADE_CANCELED: 'cancelled',
}
const PLAIN: ReadonlySet<string> = new Set(['NOT_PAY', 'WAIT_SELLER_STOCK_OUT', 'WAIT_GOODS_RECEIVE_CONFIRM', 'FINISHED_L', 'TRADE_CANCELED'])
const at = (time: string | number | null | undefined): number | null => (typeof time === 'number' ? (time > 10_000_000_000 ? time : fromSeconds(time)) : fromChinaTime(time))

export const jdCustomerId = (connectionId: string, { open_id_buyer: id, pin, orderId }: JdOrder): string => `${connectionId}:${id || pin || `order-${orderId}`}`
export function jdCustomer(connectionId: string, order: JdOrder): Customer {
  const to = order.consigneeInfo
  return { id: jdCustomerId(connectionId, order), name: order.pin || to?.fullname || '', language: 'zh', level: 'regular', phone: to?.mobile || to?.telephone || '', since: at(order.orderStartTime) ?? 0, note: '' }
}

export function jdOrder(connectionId: string, order: JdOrder, afterSale: Order['afterSale'] = null): Order {
  const to = order.consigneeInfo
  const completed = order.orderState === 'FINISHED_L'
  return {
    no: order.orderId, customerId: jdCustomerId(connectionId, order), status: STATUS[order.orderState] ?? 'completed', ...(PLAIN.has(order.orderState) ? {} : { shownStatus: same(order.orderState) }),
    items: order.itemInfoList.map((line) => ({ productId: line.skuId, title: same(line.skuName), variant: same(''), quantity: line.itemTotal, price: cny(fenOfYuan(line.jdPrice)) })),
    total: cny(fenOfYuan(order.orderPayment)), placedAt: at(order.orderStartTime) ?? 0, paidAt: at(order.paymentConfirmTime), promisedShipBy: null, shippedAt: null, deliveredAt: completed ? at(order.orderEndTime) : null,
    address: { name: to?.fullname ?? '', phone: to?.mobile || to?.telephone || '', region: [to?.province, to?.city, to?.county].filter(Boolean).join(' '), detail: to?.fullAddress ?? '' },
    logistics: order.waybill === '' ? null : { carrier: same(''), trackingNo: order.waybill, status: completed ? 'delivered' : 'in-transit', etaAt: null, events: [] },
    afterSale, memo: order.venderRemark, revision: Math.floor((at(order.modified ?? order.orderStartTime) ?? 0) / 1000),
  }
}

/** 10 return, 20 exchange, 30 repair. */
const KINDS: Readonly<Record<number, CaseKind>> = { 10: 'return', 20: 'exchange', 30: 'repair', 40: 'refund-only' }
/** 10001 waits for the shop, 10002 goods to come, 10005 and 7023 here, 10007 closed, 10010 done [unverified]. */
const STATES: Readonly<Record<number, CaseState>> = { 10001: 'to-decide', 10002: 'goods-coming', 10005: 'to-inspect', 7023: 'to-inspect', 10007: 'closed', 10010: 'granted', 10004: 'refused' }

export function jdCase(connectionId: string, service: JdService, order: JdOrder): AfterSaleCase {
  const index = Math.max(0, order.itemInfoList.findIndex(({ skuId }) => skuId === service.skuId))
  const state = STATES[service.serviceStatus] ?? 'to-decide'
  const openedAt = at(service.applyTime) ?? 0
  const due = at(service.timeoutTime)
  return {
    id: caseIdOf(connectionId, service.serviceId), no: service.serviceId, platform: 'jd', kind: KINDS[service.customerExpect] ?? 'dispute', state, orderNo: service.orderId, customerId: jdCustomerId(connectionId, order), conversationId: null,
    items: [{ index, quantity: 1 }], swap: null, asked: cny(fenOfYuan(service.refundAmount)), reason: { code: service.questionTypeName || 'unknown', words: same(service.questionTypeName) }, words: service.questionDesc, pictures: [],
    openedAt, due: due === null ? null : { at: due, then: 'platform-decides' }, paid: [], refuseReasons: [], revision: 1,
    history: [{ id: `${service.serviceId}-opened`, at: openedAt, by: { kind: 'customer', name: '' }, step: 'opened', words: '', reasonCode: null, amount: null, proof: [] }],
  }
}
