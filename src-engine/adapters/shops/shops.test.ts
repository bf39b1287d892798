import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonical, canonicalHash, pythonDump, unordered, type Json } from './canonical-hash.ts'
import { openEcomBench } from './ecom-bench.ts'
import type { ShopSession, ToolCall } from './shop-port.ts'
import { openTauRetail } from './tau-retail.ts'

const folders: string[] = []
function folderOf(files: Record<string, unknown>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shop-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content))
  return folder
}
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })))

const ADDRESS = { address1: '1 Elm St', address2: '', city: 'Bath', state: 'OH', country: 'USA', zip: '10001' }
const item = (item_id: string, product_id: string, price: number) => ({ name: 'x', item_id, product_id, price, options: { size: item_id } })
const order = (status: string, method: string, items: unknown[], amount: number) =>
  ({ order_id: '#W1', user_id: 'ann', address: ADDRESS, items, fulfillments: [], status, payment_history: [{ transaction_type: 'payment', amount, payment_method_id: method }] })

/** A tiny shop of the retail kind: one customer with a card and a gift card, an order that waits, one that was delivered. */
const RETAIL = {
  users: { ann: { name: { first_name: 'Ann', last_name: 'Lee' }, email: 'Ann@x.example', address: ADDRESS, orders: ['#W1', '#W2'], payment_methods: { credit_1: { source: 'credit_card', id: 'credit_1' }, gift_card_1: { source: 'gift_card', id: 'gift_card_1', balance: 20 } } } },
  orders: { '#W1': order('pending', 'gift_card_1', [item('a1', 'p', 10.1), item('a1', 'p', 10.1)], 20.2), '#W2': order('delivered', 'credit_1', [item('a1', 'p', 10.1), item('b1', 'q', 5)], 15.1) },
  products: {
    p: { name: 'P', product_id: 'p', variants: { a1: { item_id: 'a1', options: { size: 'a1' }, available: true, price: 10.1 }, a2: { item_id: 'a2', options: { size: 'a2' }, available: true, price: 35.5 }, a3: { item_id: 'a3', options: {}, available: false, price: 1 }, a4: { item_id: 'a4', options: { size: 'a4' }, available: true, price: 8.05 } } },
    q: { name: 'Q', product_id: 'q', variants: { b1: { item_id: 'b1', options: {}, available: true, price: 5 } } },
  },
}
const retail = (): ShopSession => openTauRetail(folderOf(RETAIL)).open()

type Draft<T> = { -readonly [K in keyof T]: Draft<T[K]> }
/** Hash of the shop with something changed by hand. */
function changed<State extends object>(state: State, change: (draft: Draft<State> & Record<string, never>) => void, arrange?: typeof unordered): string {
  const copy = structuredClone(state)
  change(copy as Draft<State> & Record<string, never>)
  return canonicalHash(copy as unknown as Json, arrange)
}

test('SH-1 the canonical text has sorted keys, two decimals, no spaces, and the letters as they are (another hash than the one that is asked for)', () => {
  expect(canonical({ b: [1.005, 2, -0.001, 1.5], a: { 订单: '值', ä: null, z: true } })).toBe('{"a":{"z":true,"ä":null,"订单":"值"},"b":[1,2,0,1.5]}')
  expect(pythonDump({ b: '订', a: [1, true, null] })).toBe('{"a": [1, true, null], "b": "\\u8ba2"}')
  expect(unordered(['b', 'a'])).toEqual(['a', 'b'])
  expect(unordered([10, 9])).toEqual([9, 10])
  expect(unordered([{ k: 'b' }, { k: 'a' }])).toEqual([{ k: 'a' }, { k: 'b' }])
  expect(unordered([2, 'a'])).toEqual([2, 'a'])
})

test('SH-2 a cancel refunds what was paid, the gift card too', () => {
  const shop = retail()
  expect(shop.call({ name: 'cancel_pending_order', kwargs: { order_id: '#W1', reason: 'no longer needed' } })).toEqual({ ok: true })
  expect(shop.hash()).toBe(changed(RETAIL, ({ orders, users }) => {
    const one = orders['#W1'] as unknown as Record<string, unknown> & { payment_history: unknown[] }
    Object.assign(one, { status: 'cancelled', cancel_reason: 'no longer needed' })
    one.payment_history.push({ transaction_type: 'refund', amount: 20.2, payment_method_id: 'gift_card_1' })
    ;(users.ann.payment_methods.gift_card_1 as { balance: number }).balance = 40.2
  }))
})

test('SH-2 a cheaper item is exchanged while the order waits: the difference comes back, and the order may not be touched again', () => {
  const shop = retail()
  const call = { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1'], new_item_ids: ['a4'], payment_method_id: 'gift_card_1' } }
  expect(shop.call(call)).toEqual({ ok: true })
  expect(shop.hash()).toBe(changed(RETAIL, ({ orders, users }) => {
    const one = orders['#W1'] as unknown as { status: string; items: unknown[]; payment_history: unknown[] }
    one.status = 'pending (item modified)'
    one.items[0] = { name: 'x', item_id: 'a4', product_id: 'p', price: 8.05, options: { size: 'a4' } }
    one.payment_history.push({ transaction_type: 'refund', amount: 2.05, payment_method_id: 'gift_card_1' })
    ;(users.ann.payment_methods.gift_card_1 as { balance: number }).balance = 22.05
  }))
  expect(shop.call(call)).toMatchObject({ ok: false })
})

test('SH-2 another payment, a return, an exchange and an address have the effects of their tools', () => {
  const shop = retail()
  expect(shop.call({ name: 'modify_pending_order_payment', kwargs: { order_id: '#W1', payment_method_id: 'credit_1' } })).toEqual({ ok: true })
  expect(shop.call({ name: 'modify_user_address', kwargs: { user_id: 'ann', ...ADDRESS, city: 'York' } })).toEqual({ ok: true })
  expect(shop.call({ name: 'return_delivered_order_items', kwargs: { order_id: '#W2', item_ids: ['b1', 'a1'], payment_method_id: 'gift_card_1' } })).toEqual({ ok: true })
  expect(shop.hash()).toBe(changed(RETAIL, ({ orders, users }) => {
    (orders['#W1'].payment_history as unknown[]).push({ transaction_type: 'payment', amount: 20.2, payment_method_id: 'credit_1' }, { transaction_type: 'refund', amount: 20.2, payment_method_id: 'gift_card_1' })
    ;(users.ann.payment_methods.gift_card_1 as { balance: number }).balance = 40.2
    ;(users.ann as { address: unknown }).address = { ...ADDRESS, city: 'York' }
    Object.assign(orders['#W2'], { status: 'return requested', return_items: ['a1', 'b1'], return_payment_method_id: 'gift_card_1' })
  }))
  const other = retail()
  expect(other.call({ name: 'exchange_delivered_order_items', kwargs: { order_id: '#W2', item_ids: ['a1'], new_item_ids: ['a2'], payment_method_id: 'credit_1' } })).toEqual({ ok: true })
  expect(other.hash()).toBe(changed(RETAIL, ({ orders }) => {
    Object.assign(orders['#W2'], { status: 'exchange requested', exchange_items: ['a1'], exchange_new_items: ['a2'], exchange_payment_method_id: 'credit_1', exchange_price_difference: 25.4 })
  }))
})

const REFUSED: readonly ToolCall[] = [
  { name: 'cancel_pending_order', kwargs: { order_id: '#W1', reason: 'too slow' } },
  { name: 'cancel_pending_order', kwargs: { order_id: '#W2', reason: 'no longer needed' } },
  { name: 'cancel_pending_order', kwargs: { order_id: '#W9', reason: 'no longer needed' } },
  { name: 'cancel_pending_order', kwargs: { order_id: '__proto__', reason: 'no longer needed' } },
  { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1'], new_item_ids: ['a2'], payment_method_id: 'gift_card_1' } },
  { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1'], new_item_ids: ['a3'], payment_method_id: 'credit_1' } },
  { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1', 'a1', 'a1'], new_item_ids: ['a4', 'a4', 'a4'], payment_method_id: 'credit_1' } },
  { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1'], new_item_ids: ['b1'], payment_method_id: 'credit_1' } },
  { name: 'modify_pending_order_items', kwargs: { order_id: '#W1', item_ids: ['a1', 'a1'], new_item_ids: ['a4'], payment_method_id: 'credit_1' } },
  { name: 'modify_pending_order_payment', kwargs: { order_id: '#W1', payment_method_id: 'gift_card_1' } },
  { name: 'modify_pending_order_payment', kwargs: { order_id: '#W1', payment_method_id: 'paypal_9' } },
  { name: 'modify_pending_order_address', kwargs: { order_id: '#W2', ...ADDRESS } },
  { name: 'return_delivered_order_items', kwargs: { order_id: '#W2', item_ids: ['z'], payment_method_id: 'credit_1' } },
  { name: 'return_delivered_order_items', kwargs: { order_id: '#W2', item_ids: 'a1', payment_method_id: 'credit_1' } },
  { name: 'exchange_delivered_order_items', kwargs: { order_id: '#W2', item_ids: ['a1'], new_item_ids: ['a2'], payment_method_id: 'gift_card_1' } },
  { name: 'find_user_id_by_email', kwargs: { email: 'nobody@x.example' } },
  { name: 'calculate', kwargs: { expression: 'process.exit()' } },
  { name: 'toString', kwargs: {} },
]

test('SH-3 a refused call says why and changes nothing, whatever is wrong with it (half a change would be kept)', () => {
  const shop = retail()
  const before = shop.hash()
  for (const call of REFUSED) {
    expect(shop.call(call), JSON.stringify(call)).toMatchObject({ ok: false, error: expect.stringMatching(/./u) })
    expect(shop.hash(), JSON.stringify(call)).toBe(before)
  }
})

test('SH-4 each session begins with the initial state (one line of a run would change the next)', () => {
  const desk = openTauRetail(folderOf(RETAIL))
  const first = desk.open()
  first.call({ name: 'cancel_pending_order', kwargs: { order_id: '#W1', reason: 'no longer needed' } })
  expect(desk.open().hash()).toBe(canonicalHash(RETAIL as unknown as Json))
  expect(first.hash()).not.toBe(desk.open().hash())
})

const AT = { platform: 'jd', shop_id: 's', user_id: 'u', order_id: '1' }
const JD = {
  discount: {}, invoices: {}, logistics: {}, service: {}, register_cashback: { jd: { s: { other: { 9: false } } } },
  users_info: { u: { 用户ID: 'u', 电话号码: '130', 用户姓名: '宋', 电子卡余额: 100, 地址信息: { 国家: '中国', 详细地址: '一号' } } },
  orders: { jd: { s: { u: { 1: { 用户ID: 'u', 订单ID: '1', 订单状态: '已签收', 是否加急: false, 订单商品列表: [{ 商品ID: 'p', 单价: 10, 数量: 1 }], 收货地址: { 详细地址: '一号', 电话号码: '130' } } } } } },
  products: { jd: { s: { p: { 商品ID: 'p', 商品价格: 10.5 }, q: { 商品ID: 'q', 商品价格: 12 } } } },
}

test('SH-5 the JD-style tools have their effects, and an order, customer or product that is not there changes nothing', () => {
  const shop = openEcomBench(folderOf(JD)).open()
  const calls: ToolCall[] = [
    { name: 'manage_urgent', kwargs: AT }, { name: 'manage_return', kwargs: AT },
    { name: 'manage_order', kwargs: { ...AT, action: '修改', address: '二号' } },
    { name: 'manage_exchange', kwargs: { ...AT, action: '换货', original_product_id: 'p', exchange_product_id: 'q' } },
    { name: 'manage_order', kwargs: { ...AT, order_id: undefined, action: '增加', payment: '京东E卡', product_info_list: [{ product_id: 'p', quantity: 2 }] } },
    { name: 'manage_ecard', kwargs: { ...AT, action: '余额使用', product_id: 'p', quantity: 2 } }, { name: 'manage_ecard', kwargs: { platform: 'jd', user_id: 'u', action: '退款', amount: 1.5 } },
    { name: 'schedule_service', kwargs: { ...AT, service_type: '安装', service_time: '周四', user_name: '宋', phone_number: '130' } },
    { name: 'manage_invoice', kwargs: { title: '宋', order_id: '1', phone_number: '130', invoice_type: '个人发票' } },
    { name: 'register_cashback_by_review', kwargs: { ...AT, action: '返现' } },
  ]
  for (const call of calls) expect(shop.call(call), call.name).toEqual({ ok: true })
  const expected = structuredClone(JD) as unknown as Record<string, unknown> & typeof JD
  Object.assign(expected.orders.jd.s.u[1], { 订单状态: '已退货', 是否加急: true, 订单商品列表: [{ 商品ID: 'q', 单价: 10, 数量: 1 }], 收货地址: { 详细地址: '二号', 电话号码: '130' } })
  Object.assign(expected.orders.jd.s.u, { 1234567890: {
    用户ID: 'u', 订单ID: '1234567890', 订单状态: '已付款', 订单总金额: 21, 是否加急: false, 订单商品列表: [{ 商品ID: 'p', 商品价格: 10.5, 数量: 2 }],
    收货地址: { 收件人姓名: '宋', 电话号码: '130', 国家: '中国', 详细地址: '一号' }, 支付方式: '京东E卡',
  } })
  expected.users_info.u.电子卡余额 = 80.5
  Object.assign(expected.service, { jd: { s: { u: { 1: { 服务类型: '安装', 店铺ID: 's', 用户ID: 'u', 订单ID: '1', 平台: 'jd', 电话号码: '130', 用户姓名: '宋', 预约日期: '周四' } } } } })
  Object.assign(expected.invoices, { 1: { 发票抬头: '宋', 发票类型: '个人发票', 订单ID: '1', 手机号码: '130' } })
  Object.assign(expected.register_cashback, { jd: { s: { u: { 1: true } } } })
  expect(shop.hash()).toBe(canonicalHash(expected as unknown as Json, unordered))
  for (const call of [{ name: 'manage_return', kwargs: { ...AT, order_id: '7' } }, { name: 'manage_ecard', kwargs: { user_id: 'x', action: '退款', amount: 1 } }, { name: 'manage_order', kwargs: { ...AT, action: '删除' } }, { name: 'manage_ecard', kwargs: { ...AT, action: '余额使用', product_id: 'z', quantity: 1 } }]) {
    expect(shop.call(call)).toMatchObject({ ok: false })
  }
  expect(shop.hash()).toBe(canonicalHash(expected as unknown as Json, unordered))
})
