import { describe, expect, test } from 'vitest'
import { readShop } from './index.ts'
import { zoneOf } from './time-zone.ts'

describe('DL-1 records of any shape', () => {
  test.each<[name: string, file: unknown]>([
    ['a list with types', [{ type: 'order', id: 'A-100234', status: 'paid', total: 20, currency: 'USD', items: [{ name: 'Cup', quantity: 2, price: 10 }] }, { type: 'customer', id: 'c', name: 'Jo' }]],
    ['lists by name', { orders: [{ orderNo: 'A-100234', state: 'PAID', totalCents: 2000, currency: 'USD', lines: [{ title: 'Cup', qty: 2 }] }], customers: [{ id: 'c', name: 'Jo' }] }],
    ['maps by number', { data: { orders: { 'A-100234': { status: 'Paid', total: '$20.00', items: ['Cup'] } }, users: { c: { name: { first_name: 'Jo' }, email: 'j@x.org' } } } }],
    ['an order alone', { order_id: 'A-100234', order_status: 'awaiting shipment', amount: { amount: 2000, currency: 'USD' }, products: [{ name: 'Cup', quantity: 2 }], customer: { id: 'c', name: 'Jo', phone: '1' } }],
    ['Chinese names, maps within maps', { 平台: { 店: { 用户: { A: { 订单号: 'A-100234', 订单状态: '待发货', 实付: '$20', 商品列表: [{ 商品名称: 'Cup', 数量: 2 }] } } } } }],
  ])('DL-1 %s', (_, file) => {
    const [entry] = readShop(file).orders
    expect(entry?.order).toMatchObject({ no: 'A-100234', status: 'paid', total: { amount: 2000, currency: 'USD' }, items: [{ title: { en: 'Cup' } }] })
  })

  test('DL-1 a parcel and a case in lists of their own go to their order; an unknown state stays in the shop\'s words', () => {
    const shop = readShop({
      orders: [{ order_no: 'A-1002345', status: 'on hold by warehouse' }], shipments: [{ order_no: 'A-1002345', carrier: 'UPS', tracking_number: '1Z9', status: 'delivered', events: [{ time: '2026-11-20T09:00:00Z', description: 'Delivered' }] }],
      refunds: [{ order_no: 'A-1002345', type: 'refund', status: 'under review by bank', amount: 5, currency: 'USD' }],
    })
    expect(shop.orders[0]?.order).toMatchObject({ shownStatus: { en: 'on hold by warehouse', zh: '' }, logistics: { status: 'delivered', trackingNo: '1Z9' }, afterSale: { kind: 'refund', shownStatus: { en: 'under review by bank' } } })
  })

  test('DL-1 goods with stock, specs, warranty and versions; what the policy says in sentences may be told, what is for the staff may not', () => {
    const shop = readShop({
      products: [{ sku: 'S1', name: 'Lamp', price: 30, stock: 0, warranty: '2 years', attributes: { bulb: 'E12' }, variants: { a: { options: { color: 'red' }, available: false, price: 30 } } }],
      policy: { returns: 'Unused goods may be returned within 30 days of delivery.', internalNote: 'Staff may give up to 10 dollars without asking.', returnWindowDays: 30 },
    })
    expect(shop.products[0]?.product).toMatchObject({ id: 'S1', stock: 0, warrantyMonths: 24, specs: [{ value: { en: 'E12' } }], variants: [{ en: 'red' }] })
    expect(shop.texts.map(({ id }) => id)).toEqual(['policy.returns'])
    expect(shop.policy['returnWindowDays']).toBe(30)
  })

  test('DL-1 times keep the zone of the records; a day alone is no midnight of another zone', () => {
    expect(zoneOf('2026-11-20T09:00:00+08:00')).toBe('Etc/GMT-8')
    expect(zoneOf('2026-11-20T09:00:00Z')).toBe('UTC')
    expect(zoneOf('2026-11-20')).toBeNull()
    const { orders } = readShop({ timezone: 'America/New_York', orders: [{ order_no: 'A-1002345', status: 'delivered', delivered_at: '2026-11-20 09:30' }] })
    expect(orders[0]?.order.deliveredAt).toBe(Date.parse('2026-11-20T14:30:00Z'))
  })

  test('DL-1 what is no record of ours breaks nothing', () => {
    for (const file of [null, 1, 'x', [], {}, [[[]]], { orders: null }, { orders: [null, 3, { status: 'paid' }] }]) expect(readShop(file).orders).toEqual([])
  })
})
