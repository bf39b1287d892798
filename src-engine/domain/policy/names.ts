import type { ActionKind } from '../../../src-shared/domain/commerce.ts'
import type { OrderStatus } from '../../../src-shared/domain/order.ts'
import type { EVIDENCE } from '../../../src-shared/domain/policy-limits.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { TOPIC_NAMES_EN, TOPIC_NAMES_ZH } from '../../../src-shared/domain/topic-names.ts'

const ACTIONS: Record<ActionKind, LocalText> = {
  cancel: { zh: '取消订单', en: 'Cancel an order' }, 'change-items': { zh: '改商品或款式', en: 'Change the goods of an order' }, 'change-address': { zh: '改收货地址', en: 'Change the address' },
  'change-payment': { zh: '改付款方式', en: 'Change the payment' }, return: { zh: '退货退款', en: 'Take goods back' }, exchange: { zh: '换货', en: 'Exchange goods' }, refund: { zh: '退款', en: 'Refund' },
  resend: { zh: '补发', en: 'Send again' }, invoice: { zh: '开票或改票', en: 'Issue or change an invoice' }, coupon: { zh: '发优惠券', en: 'Give a coupon' }, compensate: { zh: '补偿', en: 'Compensate' },
  'price-difference': { zh: '退差价', en: 'Pay a price difference' }, 'urge-shipment': { zh: '催发货', en: 'Urge a shipment' }, intercept: { zh: '拦截包裹', en: 'Stop a parcel' }, 'extend-receipt': { zh: '延长收货', en: 'Extend the time to confirm receipt' },
  'book-service': { zh: '预约安装或维修', en: 'Book an installation or a repair' }, 'carrier-claim': { zh: '向快递索赔', en: 'Claim from the carrier' }, ticket: { zh: '建工单', en: 'Open a ticket' }, memo: { zh: '写订单备注', en: 'Add an order memo' }, flag: { zh: '给订单插旗', en: 'Flag an order' },
}
const STATES: Record<OrderStatus, LocalText> = {
  unpaid: { zh: '待付款', en: 'unpaid' }, paid: { zh: '待发货', en: 'paid' }, shipped: { zh: '已发货', en: 'shipped' }, delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' }, cancelled: { zh: '已取消', en: 'cancelled' }, refunding: { zh: '退款中', en: 'being refunded' }, refunded: { zh: '已退款', en: 'refunded' },
}
const PROOF: Record<(typeof EVIDENCE)[number], LocalText> = {
  photo: { zh: '照片', en: 'a photo' }, video: { zh: '视频', en: 'a video' }, 'unboxing-video': { zh: '开箱视频', en: 'an unboxing video' }, document: { zh: '单据', en: 'a document' }, 'tracking-number': { zh: '快递单号', en: 'a tracking number' },
}

/** The words for a code; a code that is not ours, such as a foreign tool's, is its own name. */
const named = (table: Readonly<Record<string, LocalText>>, code: string): LocalText => (Object.hasOwn(table, code) ? (table[code] ?? { zh: code, en: code }) : { zh: code, en: code })

export const actionName = (code: string): LocalText => named(ACTIONS, code)
export const stateName = (code: string): LocalText => named(STATES, code)
export const proofName = (code: string): LocalText => named(PROOF, code)
export const topicName = (code: string): LocalText => ({
  zh: Object.entries(TOPIC_NAMES_ZH).find(([topic]) => topic === code)?.[1] ?? code, en: Object.entries(TOPIC_NAMES_EN).find(([topic]) => topic === code)?.[1] ?? code,
})

/** A list as people say it: 甲、乙 · a, b or c. */
export const either = (names: readonly LocalText[]): LocalText => ({
  zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ').replace(/, ([^,]*)$/u, ' or $1'),
})
/** All of them: 甲、乙 · a, b and c. */
export const both = (names: readonly LocalText[]): LocalText => ({
  zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ').replace(/, ([^,]*)$/u, ' and $1'),
})
export const plain = (code: string): LocalText => ({ zh: code, en: code })
