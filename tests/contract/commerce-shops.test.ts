import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'
import { demoShop } from '../../src-gateway/commerce/demo-shop/demo-shop.ts'
import { NOW, openTestShop, testOrder } from '../../src-gateway/commerce/testing.ts'
import { restShop } from '../../src-gateway/commerce/rest/rest-shop.ts'
import { ecomBenchPort } from '../../src-engine/adapters/shops/ecom-bench-port.ts'
import { openEcomBench } from '../../src-engine/adapters/shops/ecom-bench.ts'
import { tauRetailPort } from '../../src-engine/adapters/shops/tau-retail-port.ts'
import { openTauRetail } from '../../src-engine/adapters/shops/tau-retail.ts'
import type { CommercePort } from '../../src-shared/domain/commerce-port.ts'
import { shopify } from '../../src-gateway/commerce/shopify/shop.ts'
import { testHost } from '../support/shop-host.ts'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { REST_API, REST_MAPPING, RestShopServer } from '../support/rest-shop-server.ts'
import { commerceSuite } from './commerce-suite.ts'

function folderOf(files: Record<string, unknown>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shop-'))
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content))
  return folder
}
const removed = (folder: string) => async () => fs.rmSync(folder, { recursive: true })

describe('demo shop', () => {
  commerceSuite('demo shop', async () => {
    const shop = await openTestShop([testOrder({ status: 'paid', shippedAt: null, deliveredAt: null })])
    // Each call a transaction of its own, as the gateway has them.
    const within = <T>(work: (port: CommercePort) => Promise<T>): Promise<T> => shop.store.write((tx) => work(demoShop(tx, NOW)))
    const port: CommercePort = {
      kinds: new Set(), findCustomer: (query) => within((one) => one.findCustomer(query)), orders: (id) => within((one) => one.orders(id)), order: (no) => within((one) => one.order(no)),
      logistics: (no) => within((one) => one.logistics(no)), products: (ids) => within((one) => one.products(ids)), stock: (...of) => within((one) => one.stock(...of)), perform: (wish) => within((one) => one.perform(wish)),
    }
    let state: unknown = null
    const watched: CommercePort = { ...port, perform: async (wish) => {
      const answer = await port.perform(wish)
      state = [await shop.order(), await shop.stock('p1')]
      return answer
    } }
    state = [await shop.order(), await shop.stock('p1')]
    return {
      port: watched, orderNo: 'o1', allowed: { kind: 'cancel', orderNo: 'o1', reason: '' }, shows: ({ status }) => status === 'cancelled',
      refused: { kind: 'return', orderNo: 'o1', items: [{ index: 0, quantity: 1 }], reason: '', amount: { amount: 1, currency: 'CNY' } }, unknown: null, state: () => state, close: () => shop.close(),
    }
  })
})

const ADDRESS = { address1: '1 Elm St', address2: '', city: 'Bath', state: 'OH', country: 'USA', zip: '10001' }
const RETAIL = {
  users: { ann: { name: { first_name: 'Ann', last_name: 'Lee' }, email: 'ann@x.example', address: ADDRESS, orders: ['#W1'], payment_methods: { credit_1: { source: 'credit_card', id: 'credit_1' } } } },
  orders: { '#W1': { order_id: '#W1', user_id: 'ann', address: ADDRESS, items: [{ name: 'Mug', item_id: 'a1', product_id: 'p', price: 10.1, options: {} }], status: 'pending', payment_history: [{ transaction_type: 'payment', amount: 10.1, payment_method_id: 'credit_1' }] } },
  products: { p: { name: 'Mug', product_id: 'p', variants: { a1: { item_id: 'a1', options: {}, available: true, price: 10.1 }, a2: { item_id: 'a2', options: {}, available: true, price: 9 } } } },
}
describe('tau-bench retail', () => {
  commerceSuite('tau-bench retail', async () => {
    const folder = folderOf(RETAIL)
    const session = openTauRetail(folder).open()
    return {
      port: tauRetailPort(session), orderNo: '#W1', allowed: { kind: 'change-items', orderNo: '#W1', items: [{ index: 0, quantity: 1, productId: 'p', variant: 'a2' }] }, shows: ({ items }) => items[0]?.variant.en === 'a2',
      refused: { kind: 'return', orderNo: '#W1', items: [{ index: 0, quantity: 1 }], reason: '', amount: { amount: 1010, currency: 'USD' } }, unknown: 'coupon', state: () => session.hash(), close: removed(folder),
    }
  })
})

const JD = {
  discount: {}, invoices: {}, logistics: {}, service: {}, register_cashback: {},
  users_info: { u: { 用户ID: 'u', 电话号码: '130', 用户姓名: '宋', 电子卡余额: 100, 地址信息: {} } },
  orders: { jd: { s: { u: { 1: { 用户ID: 'u', 订单ID: '1', 订单状态: '已付款', 是否加急: false, 订单商品列表: [{ 商品ID: 'p', 单价: 10, 数量: 1 }], 收货地址: { 详细地址: '一号', 电话号码: '130' } } } } } },
  products: { jd: { s: { p: { 商品ID: 'p', 商品价格: 10.5 } } } },
}
describe('ECom-Bench', () => {
  commerceSuite('ECom-Bench', async () => {
    const folder = folderOf(JD)
    const session = openEcomBench(folder).open()
    return {
      port: ecomBenchPort(session), orderNo: '1', allowed: { kind: 'change-address', orderNo: '1', address: { name: '宋', phone: '131', region: '杭州', detail: '二号' } }, shows: ({ address }) => address.detail === '杭州二号',
      // Their own tool would do it: it looks at no state.
      refused: { kind: 'return', orderNo: '1', items: [{ index: 0, quantity: 1 }], reason: '', amount: { amount: 1000, currency: 'CNY' } }, unknown: 'coupon', state: () => session.hash(), close: removed(folder),
    }
  })
})

describe('REST', () => {
  commerceSuite('REST', async () => {
    const server = new RestShopServer()
    const base = await server.open()
    return {
      port: restShop({ api: REST_API, mapping: REST_MAPPING, base, pause: async () => undefined }), orderNo: 'R-1', allowed: { kind: 'refund', orderNo: 'R-1', mode: 'partial', amount: { amount: 1990, currency: 'EUR' }, reason: '' },
      shows: ({ revision }) => revision === 4, refused: { kind: 'refund', orderNo: 'R-1', mode: 'partial', amount: { amount: 99_999, currency: 'EUR' }, reason: '' }, unknown: 'coupon', state: () => server.order, close: () => server.close(),
    }
  })
})

describe('Shopify', () => {
  commerceSuite('Shopify', async () => {
    const server = new ShopifyServer()
    const base = await server.open()
    return {
      port: shopify.create(shopify.settings.parse({ shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, base }), testHost()), orderNo: '#1001', allowed: { kind: 'refund', orderNo: '#1001', mode: 'partial', amount: { amount: 1990, currency: 'EUR' }, reason: '' },
      shows: ({ payouts }) => payouts?.[0]?.amount.amount === 1990, refused: { kind: 'refund', orderNo: '#1001', mode: 'partial', amount: { amount: 99_999, currency: 'EUR' }, reason: '' }, unknown: 'coupon', state: () => server.order, close: () => server.close(),
    }
  })
})
