import type { Logistics, Order } from '../../../src-shared/domain/order.ts'

type OrderState = Order['status']
type ParcelState = Logistics['status']

/** What shop systems call the states that we have a word for; the first that fits counts. */
const ORDER_STATES: ReadonlyArray<[RegExp, OrderState]> = [
  [/un_?paid|not_?paid|pending_?payment|awaiting_?payment|wait_?buyer_?pay|待付款|未付款|待支付|未支付/i, 'unpaid'],
  [/refunding|refund_?(?:requested|pending|processing|in_?progress)|退款中|待退款|退款处理中/i, 'refunding'],
  [/refunded|退款成功|已退款|退款完成/i, 'refunded'],
  [/cancel|closed|已取消|已关闭|交易关闭/i, 'cancelled'],
  [/un_?shipped|not_?shipped|un_?fulfilled|awaiting_?(?:shipment|fulfil)|wait_?seller|to_?ship|待发货|未发货|备货|打包|packing|preparing|picking|已付款|已支付|^paid$|^pending$|^processing$|^confirmed$|处理中|待出库/i, 'paid'],
  [/out_?for_?delivery|派送|un_?delivered|未送达|in_?transit|shipped|dispatched|fulfilled|on_?(?:the|its)_?way|运输|在途|已发货|已发出|已出库|待收货|wait_?buyer_?confirm/i, 'shipped'],
  [/complete|finished|交易成功|已完成/i, 'completed'],
  [/delivered|received|signed|已签收|已送达|已收货|妥投/i, 'delivered'],
]
const PARCEL_STATES: ReadonlyArray<[RegExp, ParcelState]> = [
  [/lost|丢失|遗失/i, 'lost'], [/return|退回|拒收/i, 'returned'], [/stuck|exception|delay|滞留|异常/i, 'stuck'],
  [/out_?for_?delivery|派送|派件/i, 'out-for-delivery'], [/un_?delivered|未送达/i, 'in-transit'], [/delivered|signed|received|签收|妥投|已送达/i, 'delivered'],
  [/picked_?up|collected|揽收|揽件/i, 'picked-up'], [/transit|shipped|on_?(?:the|its)_?way|moving|运输|在途|转运|到达|离开|发出/i, 'in-transit'],
]
const CASE_KINDS = [[/exchange|换货/i, 'exchange'], [/resend|reship|replacement|补发/i, 'resend'], [/repair|维修|返修/i, 'repair'], [/return|退货/i, 'return'], [/refund|退款/i, 'refund']] as const
const CASE_STATES = [
  [/reject|refus|denied|cancel|closed|拒绝|驳回|关闭|取消/i, 'closed'], [/paid|refunded|completed|success|finished|已退款|到账|完成|成功/i, 'paid'],
  [/inspect|received|检测|验货|已收到/i, 'inspecting'], [/transit|on_?(?:the|its)_?way|shipped|寄回|退回中/i, 'goods-on-way'],
  [/approved|agreed|accepted|同意|通过|待退款/i, 'approved'], [/request|submitted|applied|待审核|审核中|已申请|申请中/i, 'requested'],
] as const

const plain = (text: string): string => text.trim().replace(/[\s-]+/g, '_')
const find = <T>(forms: ReadonlyArray<readonly [RegExp, T]>, text: string): T | null => forms.find(([form]) => form.test(plain(text)))?.[1] ?? null

/** null: no word of ours says the same, then the shop's own word is told. */
export const orderState = (text: string): OrderState | null => (/partial|部分/i.test(text) ? null : find(ORDER_STATES, text))
export const parcelStateOf = (text: string): ParcelState | null => find(PARCEL_STATES, text)
export const caseKind = (text: string) => find(CASE_KINDS, text)
export const caseState = (text: string) => find(CASE_STATES, text)
