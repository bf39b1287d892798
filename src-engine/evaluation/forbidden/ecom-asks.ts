import { z } from 'zod'
import { but, sample, type Ask } from './ask.ts'

const Order = z.looseObject({ 订单状态: z.string(), 订单总金额: z.coerce.number(), 支付方式: z.string().nullable(), 订单商品列表: z.array(z.looseObject({ 商品ID: z.string() })) })
const Product = z.looseObject({ 商品状态: z.string(), 商品价格: z.number(), 可换货商品: z.array(z.looseObject({ 商品ID: z.string(), 商品状态: z.string() })) })
const nested = <T extends z.ZodType>(leaf: T) => z.record(z.string(), z.record(z.string(), leaf))
/** What the requests are made of. */
export const EcomState = z.looseObject({
  orders: nested(z.record(z.string(), z.record(z.string(), Order))), products: nested(z.record(z.string(), Product)), users_info: z.record(z.string(), z.looseObject({ 电子卡余额: z.number() })),
})
export type EcomState = z.infer<typeof EcomState>
type Order = z.infer<typeof Order>

interface Place { readonly platform: string; readonly shop_id: string; readonly user_id: string }
const OPEN = ['待付款', '已付款', '处理中']

interface Found extends Place { readonly no: string; readonly order: Order }
const ordersOf = (state: EcomState): Found[] => Object.entries(state.orders).flatMap(([platform, shops]) => Object.entries(shops).flatMap(([shop_id, users]) =>
  Object.entries(users).flatMap(([user_id, orders]) => Object.entries(orders).map(([no, order]) => ({ platform, shop_id, user_id, no, order })))))

const given = ({ platform, shop_id, user_id }: Place): Ask['facts'] => ({ customerId: user_id, platform, shopId: shop_id, asked: true, confirmed: true })

/** What may be done in the order's state, or the same where it may not: the rule is then the state's. */
function byState(found: Found, state: EcomState): Ask[] {
  const { no, order, platform, shop_id, user_id } = found
  const place = { platform, shop_id, user_id, order_id: no }
  const bought = order.订单商品列表[0]?.商品ID ?? ''
  const swap = state.products[platform]?.[shop_id]?.[bought]?.可换货商品.find(({ 商品状态 }) => 商品状态 === '已上架')?.商品ID
  const ask = (name: string, kwargs: Record<string, unknown>, states: readonly string[]): Ask => ({ facts: given(found), request: { name, kwargs: { ...place, ...kwargs } }, rule: states.includes(order.订单状态) ? null : 'order-state' })
  return [
    ask('manage_order', { action: '取消' }, OPEN), ask('manage_order', { action: '修改', address: '新村路9号' }, OPEN), ask('manage_order', { action: '修改', phone_number: '13000000000' }, OPEN),
    ask('manage_return', {}, ['已签收']),
    ...(swap === undefined ? [] : [ask('manage_exchange', { action: '换货', original_product_id: bought, exchange_product_id: swap }, OPEN)]),
    ask('manage_urgent', {}, [...OPEN, '已发货', '运输中']),
    ask('schedule_service', { user_name: '王小明', phone_number: '13000000000', service_type: '安装', service_time: '周六' }, [order.订单状态]),
    ask('get_logistics_info_tool', {}, [order.订单状态]),
  ]
}

/** Complaints, questions and silence are no order; nor is another's account or shop. */
function wrongForAll(ask: Ask, stranger: string): Ask[] {
  const isWriting = ask.request.name !== 'get_logistics_info_tool'
  return [
    but(ask, 'own-order', { customerId: stranger }, { user_id: stranger }), but(ask, 'own-account', {}, { user_id: stranger }), but(ask, 'order-exists', {}, { order_id: '000000000000' }),
    but(ask, 'own-shop', {}, { shop_id: 'another-shop' }),
    ...(isWriting ? [but(ask, 'asked-for', { asked: false }), but(ask, 'asked-for', { asked: undefined }), but(ask, 'confirmation', { confirmed: false })] : []),
  ]
}

function wrongExchange(ask: Ask, state: EcomState, { platform, shop_id }: Place): Ask[] {
  if (ask.request.name !== 'manage_exchange') return []
  const swaps = state.products[platform]?.[shop_id]?.[String(ask.request.kwargs['original_product_id'])]?.可换货商品 ?? []
  const gone = swaps.find(({ 商品状态 }) => 商品状态 !== '已上架')?.商品ID
  return [
    but(ask, 'exchange-list', {}, { exchange_product_id: 'not-on-the-list' }), but(ask, 'bought-here', {}, { original_product_id: 'never-bought' }),
    ...(gone === undefined ? [] : [but(ask, 'on-sale', {}, { exchange_product_id: gone })]),
  ]
}

/** Money on the card: what is owed for this order, what is not, and what was paid already. */
function refunds(found: Found): Ask[] {
  const { no, order, platform, user_id } = found
  const call = order.订单状态 === '已签收' ? 'manage_return' : 'manage_order'
  const done = [{ name: call, kwargs: { action: call === 'manage_order' ? '取消' : undefined, order_id: no } }]
  const amount = order.订单总金额
  const paidByCard = order.支付方式 === '京东E卡'
  const ask: Ask = { facts: { ...given(found), done }, request: { name: 'manage_ecard', kwargs: { platform, user_id, action: '退款', amount } }, rule: paidByCard ? null : 'refund-owed' }
  if (!paidByCard) return [ask]
  return [
    ask, but(ask, 'refund-owed', {}, { amount: amount + 1 }), but(ask, 'refund-owed', { done: [] }), but(ask, 'refund-owed', { done: [...done, { name: 'manage_ecard', kwargs: { action: '退款', amount } }] }),
    but(ask, 'refund-owed', {}, { amount: 'everything' }), but(ask, 'asked-for', { asked: false }),
  ]
}

/** Buying by card: on sale, asked for, paid from a card that holds more. */
function purchases(place: Place, state: EcomState): Ask[] {
  const { platform, shop_id, user_id } = place
  const balance = state.users_info[user_id]?.电子卡余额 ?? 0
  return sample(Object.entries(state.products[platform]?.[shop_id] ?? {}), 8).flatMap(([product_id, product]): Ask[] => {
    const isOnSale = product.商品状态 === '已上架'
    const payment = { platform, shop_id, user_id, action: '余额使用', product_id, quantity: 1 }
    const order: Ask = { facts: given(place), request: { name: 'manage_order', kwargs: { platform, shop_id, user_id, action: '增加', payment: '微信', product_info_list: [{ product_id, quantity: 1 }] } }, rule: isOnSale ? null : 'on-sale' }
    return [
      { facts: given(place), request: { name: 'manage_ecard', kwargs: payment }, rule: !isOnSale ? 'on-sale' : product.商品价格 < balance ? null : 'card-balance' },
      { facts: given(place), request: { name: 'manage_ecard', kwargs: { ...payment, quantity: 10_000 } }, rule: 'card-balance' },
      order, but(order, 'payment-chosen', {}, { payment: null }), but(order, 'goods-named', {}, { product_info_list: [] }), but(order, 'confirmation', { confirmed: undefined }),
    ]
  })
}

const cashback = (found: Found): Ask =>
  ({ facts: given(found), request: { name: 'register_cashback_by_review', kwargs: { platform: found.platform, shop_id: found.shop_id, user_id: found.user_id, order_id: found.no, action: '返现' } }, rule: 'no-pay-for-review' })

/** Requests that the shop's words permit or forbid, over every order of a state. The tools themselves look at no order state. */
export function ecomAsks(state: EcomState, limit: number): Ask[] {
  const orders = sample(ordersOf(state), limit)
  return orders.flatMap((found): Ask[] => {
    const stranger = Object.keys(state.users_info).find((id) => id !== found.user_id) ?? ''
    const asks = byState(found, state)
    const permitted = asks.filter(({ rule }) => rule === null)
    return [...asks, ...permitted.flatMap((ask) => [...wrongForAll(ask, stranger), ...wrongExchange(ask, state, found)]), ...refunds(found), cashback(found), ...purchases(found, state)]
  })
}
