import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'

const DAY = 24 * 3_600_000

/** A policy that lets autopilot answer "where is my order" after an undo window. */
export const undoPolicy = (undoSeconds: number): Policy => ({
  id: 'default', version: 1,
  intents: { where_is_order: { level: 'undo', undoSeconds, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates: ['shipped', 'paid', 'delivered'] } },
  alwaysPerson: { topics: [], marks: [], acts: [] },
})

export const customer: Customer = { id: 'c001', name: '陈静', language: 'zh', level: 'regular', phone: '13800000001', since: 0, note: '' }

/** An order of hers whose parcel is on its way, last seen in Hangzhou. @param now milliseconds since the epoch */
export const orderOnItsWay = (now: number): Order => ({
  no: '2188340610072265', customerId: 'c001', status: 'shipped', total: { amount: 12900, currency: 'CNY' },
  items: [{ productId: 'p01', title: { zh: '蓝牙耳机', en: 'Earbuds' }, variant: { zh: '白色', en: 'white' }, quantity: 1, price: { amount: 12900, currency: 'CNY' } }],
  placedAt: now - 2 * DAY, paidAt: now - 2 * DAY, promisedShipBy: now - DAY, shippedAt: now - 1.5 * DAY, deliveredAt: null,
  address: { name: '陈静', phone: '13800000001', region: '浙江省杭州市西湖区', detail: '文三路 1 号' },
  logistics: {
    carrier: { zh: '中通', en: 'ZTO' }, trackingNo: '73100299881726', status: 'in-transit', etaAt: now + DAY,
    events: [{ at: now - 1.4 * DAY, text: { zh: '已揽收', en: 'Picked up' } }, { at: now - 0.2 * DAY, text: { zh: '到达【杭州转运中心】', en: 'Arrived at Hangzhou hub' } }],
  },
  afterSale: null, memo: '',
})
