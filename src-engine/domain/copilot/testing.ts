import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { CustomerRecords, ShownCase } from './records.ts'

/** A customer with a past, for the tests of this folder and of the flows above it. */
export const NOW = Date.parse('2026-11-23T10:00:00+08:00')
const at = (text: string): number => Date.parse(`${text}+08:00`)
const A_CONVERSATION = '0198a000-0000-7000-8000-000000000001'
const A_MESSAGE = '0198a000-0000-7000-8000-000000000002'

export const LI: Customer = { id: 'c1', name: '李雷', language: 'zh', level: 'gold', phone: '13800000810', since: at('2023-05-04T09:00:00'), note: '' }

function order(no: string, title: LocalText, amount: number, more: Partial<Order>): Order {
  const money = { amount, currency: 'CNY' as const }
  return {
    no, customerId: LI.id, status: 'completed', total: money, items: [{ productId: `p-${no.slice(-4)}`, title, variant: { zh: '白色', en: 'white' }, quantity: 1, price: money }],
    placedAt: NOW, paidAt: null, promisedShipBy: null, shippedAt: null, deliveredAt: null, address: { name: '李雷', phone: '13800000810', region: '浙江省 杭州市', detail: '文三路 99 号 302' },
    logistics: null, afterSale: null, memo: '', ...more,
  }
}

export const ORDERS: Order[] = [
  order('2188340610072265', { zh: '云雀耳机', en: 'Lark earbuds' }, 19_900, {
    status: 'shipped', placedAt: at('2026-11-20T20:05:00'), paidAt: at('2026-11-20T20:06:00'), shippedAt: at('2026-11-21T15:00:00'),
    logistics: {
      carrier: { zh: '中通', en: 'ZTO' }, trackingNo: '73100299881726', status: 'in-transit', etaAt: at('2026-11-24T20:00:00'),
      events: [{ at: at('2026-11-22T23:10:00'), text: { zh: '快件到达 杭州转运中心', en: 'Arrived at Hangzhou hub' } }],
    },
  }),
  order('2188340610070001', { zh: '晨读台灯', en: 'Dawnread lamp' }, 12_900, {
    status: 'refunded', placedAt: at('2026-11-06T10:00:00'), paidAt: at('2026-11-06T10:01:00'), shippedAt: at('2026-11-07T10:00:00'), deliveredAt: at('2026-11-10T16:40:00'),
    afterSale: { id: 'as1', kind: 'return', status: 'paid', amount: { amount: 12_900, currency: 'CNY' }, requestedAt: at('2026-11-12T09:00:00') },
  }),
  order('2188340610060002', { zh: '青山电热水壶', en: 'Greenhill kettle' }, 25_900, {
    placedAt: at('2026-08-01T12:00:00'), paidAt: at('2026-08-01T12:01:00'), shippedAt: at('2026-08-02T10:00:00'), deliveredAt: at('2026-08-04T10:00:00'),
    afterSale: { id: 'as2', kind: 'exchange', status: 'closed', amount: { amount: 25_900, currency: 'CNY' }, requestedAt: at('2026-08-06T09:00:00') },
  }),
  order('2188340610050003', { zh: '织线数据线', en: 'Woven cable' }, 8_900, {
    status: 'cancelled', placedAt: at('2026-03-02T12:00:00'), paidAt: at('2026-03-02T12:01:00'),
    afterSale: { id: 'as3', kind: 'refund', status: 'paid', amount: { amount: 8_900, currency: 'CNY' }, requestedAt: at('2026-03-02T13:00:00') },
  }),
]

export const RECORDS: CustomerRecords = {
  customer: LI, orders: ORDERS, conversations: 3,
  lastContact: { at: at('2026-11-20T14:05:00'), text: '耳机有货吗', conversationId: A_CONVERSATION, messageId: A_MESSAGE },
  promises: [{ text: '今天18:00前回复您。', at: at('2026-11-22T11:00:00'), conversationId: A_CONVERSATION, messageId: A_MESSAGE }],
  moods: [{ at: at('2026-11-12T09:00:00'), level: 3 }, { at: at('2026-11-20T14:05:00'), level: 0 }, { at: NOW, level: 1 }],
}

export const CASE_ZH: ShownCase = { conversationId: A_CONVERSATION, own: false, matter: '包裹五天没动静了', done: '已提交查件，三天没有结果，给您补发了一件。', disposition: 'solved', endedAt: at('2026-10-03T12:00:00'), minutes: 95 }
export const CASE_EN: ShownCase = { ...CASE_ZH, matter: 'My parcel has been stuck for five days', done: 'We opened a trace and sent a resend today.' }
