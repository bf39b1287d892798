import { EcomState } from './ecom-asks.ts'
import type { Order, State } from '../../adapters/shops/tau-retail-state.ts'

/*
 * Two small shops of our own in the shapes of the benchmarks, so that the requests can be made where their data is not.
 */

const ADDRESS = { address1: '1 Elm St', address2: '', city: 'Bath', state: 'OH', country: 'USA', zip: '10001' }

/** Five products in three variants each: one that is bought, one to have, one that is gone. */
const products = (): State['products'] => Object.fromEntries(['lamp', 'desk', 'mug', 'coat', 'ball'].map((name, n) => [name, {
  variants: Object.fromEntries(['a', 'b', 'c'].map((kind, k) => [`${name}-${kind}`, { item_id: `${name}-${kind}`, price: 10 + n * 7.5 + k, available: kind !== 'c', options: { kind } }])),
}]))

/** A retail shop of four customers with an order in each state. */
export function madeUpRetail(): State {
  const names = ['ann', 'bob', 'cho', 'dee']
  const users = Object.fromEntries(names.map((name) => [name, {
    name: { first_name: name, last_name: 'Lee' }, email: `${name}@x.example`, address: ADDRESS,
    payment_methods: { [`card_${name}`]: { source: 'credit_card' }, [`paypal_${name}`]: { source: 'paypal' }, [`gift_${name}`]: { source: 'gift_card', balance: 3 } },
  }]))
  const orders = names.flatMap((name, u) => ['pending', 'delivered', 'processed', 'cancelled'].map((status, s): [string, Order] => {
    const product = Object.keys(products())[(u + s) % 5] ?? ''
    const price = products()[product]?.variants[`${product}-a`]?.price ?? 0
    return [`#W${u}${s}`, { user_id: name, status, address: ADDRESS, items: [{ item_id: `${product}-a`, product_id: product, price, options: { kind: 'a' } }], payment_history: [{ transaction_type: 'payment', amount: price, payment_method_id: `card_${name}` }] }]
  }))
  return { users, products: products(), orders: Object.fromEntries(orders) }
}

const STATES = ['待付款', '已付款', '处理中', '已发货', '已签收', '已取消', '已退货']

/** A shop of the JD kind: two customers with an order in each state, paid by card and otherwise. */
export function madeUpEcom(): EcomState {
  const users = ['甲', '乙']
  const goods = ['水壶', '台灯', '电扇']
  const orders = (user: string, u: number): Record<string, unknown> => Object.fromEntries(STATES.map((state, s) => {
    const product = goods[(u + s) % 3] ?? ''
    return [`9000${u}${s}`, { 用户ID: user, 订单ID: `9000${u}${s}`, 订单状态: state, 订单总金额: 100 + s, 是否加急: false, 订单商品列表: [{ 商品ID: product, 单价: 100 + s, 数量: 1 }], 收货地址: { 详细地址: '东路1号', 电话号码: '13000000001' }, 支付方式: (u + s) % 2 === 0 ? '京东E卡' : '微信' }]
  }))
  const product = (name: string, n: number): unknown => ({
    商品ID: name, 商品状态: n === 2 ? '已下架' : '已上架', 商品价格: 100 + n * 150,
    可换货商品: [{ 商品ID: `${name}-大`, 商品状态: '已上架' }, { 商品ID: `${name}-旧`, 商品状态: '缺货' }],
  })
  return EcomState.parse({
    orders: { jd: { s1: Object.fromEntries(users.map((user, u) => [user, orders(user, u)])) } },
    products: { jd: { s1: Object.fromEntries(goods.map((name, n) => [name, product(name, n)])) } },
    users_info: Object.fromEntries(users.map((user, u) => [user, { 用户姓名: user, 电话号码: '13000000001', 电子卡余额: 200 + u * 100, 地址信息: {} }])),
  })
}
