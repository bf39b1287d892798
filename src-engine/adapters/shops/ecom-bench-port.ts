import { stateRefusal, modeOf } from '../../../src-shared/domain/after-sales/states.ts'
import { leftToGive } from '../../../src-shared/domain/after-sales/money.ts'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { CommercePort } from '../../../src-shared/domain/commerce-port.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order as OurOrder, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { State } from './ecom-bench.ts'
import { sessionPort } from './session-port.ts'
import type { ShopSession, ToolCall } from './shop-port.ts'

/** Their words for states; what is none of these is looked at by a person. */
const STATUS: Readonly<Record<string, OrderStatus>> = {
  待付款: 'unpaid', 未付款: 'unpaid', 已付款: 'paid', 待发货: 'paid', 已发货: 'shipped', 运输中: 'shipped', 配送中: 'shipped', 已签收: 'delivered', 已收货: 'delivered', 已送达: 'delivered', 已完成: 'completed', 已取消: 'cancelled', 退款中: 'refunding', 已退货: 'refunded', 已退款: 'refunded',
}

const both = (text: string) => ({ zh: text, en: text })
const cny = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'CNY' as const })
const numberOf = (...values: unknown[]): number => values.find((value): value is number => typeof value === 'number') ?? 0

/** Where an order lies: their numbers are unique over platforms, shops and customers. */
interface Place { platform: string; shop_id: string; user_id: string; order_id: string }

function placeOf({ orders }: State, no: string): Place | null {
  for (const [platform, shops] of Object.entries(orders)) for (const [shop_id, users] of Object.entries(shops)) for (const [user_id, own] of Object.entries(users)) if (Object.hasOwn(own, no)) return { platform, shop_id, user_id, order_id: no }
  return null
}

function toOrder(state: State, { platform, shop_id, user_id, order_id }: Place): OurOrder | null {
  const order = state.orders[platform]?.[shop_id]?.[user_id]?.[order_id]
  if (!order) return null
  const items = order.订单商品列表.map((line) => ({
    productId: line.商品ID, title: both(String(line['商品名称'] ?? line.商品ID)), variant: both(line.商品ID), quantity: Math.max(1, numberOf(line['数量'], line['商品数量'])), price: cny(numberOf(line['单价'], line['商品价格'])),
  }))
  const status = STATUS[order.订单状态] ?? 'completed'
  const { 收货地址: address } = order
  return {
    no: order_id, customerId: user_id, status, shownStatus: both(order.订单状态), items,
    total: cny(numberOf(order['订单总金额'], items.reduce((sum, { price, quantity }) => sum + (price.amount * quantity) / 100, 0))),
    placedAt: 0, paidAt: status === 'unpaid' ? null : 0, promisedShipBy: null, shippedAt: null, deliveredAt: null, logistics: null, afterSale: null, memo: '',
    address: { name: String(address['收件人姓名'] ?? ''), phone: String(address['电话号码'] ?? ''), region: '', detail: String(address['详细地址'] ?? '') },
    ...(Object.hasOwn(state.invoices, order_id) ? { invoice: { title: '', taxId: null, email: null, sentAt: 0 } } : {}),
  }
}

function callsOf(state: State, action: CommerceAction, order: OurOrder): readonly ToolCall[] | Refusal {
  const at = placeOf(state, order.no)
  // Their tools change what they are told to, whatever the order's state; here the state is looked at first.
  const refusal = stateRefusal(action.kind, modeOf(action), order)
  if (refusal || !at) return refusal ?? { reason: 'state', detail: 'no-order' }
  const call = (name: string, kwargs: Record<string, unknown>): ToolCall[] => [{ name, kwargs: { ...at, ...kwargs } }]
  const phone = order.address.phone
  switch (action.kind) {
    case 'cancel': return call('manage_order', { action: '取消' })
    case 'change-address': return call('manage_order', { action: '修改', address: `${action.address.region}${action.address.detail}`, phone_number: action.address.phone })
    case 'return': return call('manage_return', {})
    case 'exchange': return exchangeCalls(state, at, action, order)
    case 'invoice': return action.mode === 'resend' ? { reason: 'unsupported', detail: 'resend' } : call('manage_invoice', { title: action.title, phone_number: phone, invoice_type: action.taxId === null ? '个人发票' : '企业发票' })
    case 'urge-shipment': return call('manage_urgent', {})
    case 'book-service': return call('schedule_service', { service_type: action.service === 'repair' ? '维修' : '安装', service_time: action.when, user_name: order.address.name, phone_number: phone })
    case 'refund': return action.amount.currency !== 'CNY' || action.amount.amount <= 0 || action.amount.amount > leftToGive(order).amount ? { reason: 'amount', detail: `left:${leftToGive(order).amount}` } : call('manage_ecard', { action: '退款', amount: action.amount.amount / 100 })
    default: return { reason: 'unsupported', detail: action.kind }
  }
}

/** One call a position; each is looked at before the first is made, because a tool that did its part cannot undo it. */
function exchangeCalls(state: State, at: Place, { items }: Extract<CommerceAction, { kind: 'exchange' }>, order: OurOrder): readonly ToolCall[] | Refusal {
  const sold = state.products[at.platform]?.[at.shop_id] ?? {}
  const wrong = items.find(({ index, quantity, variant }) => order.items[index]?.quantity !== quantity || !Object.hasOwn(sold, variant))
  if (wrong) return { reason: 'state', detail: `item-unknown:${wrong.index}` }
  return items.map(({ index, variant }) => ({ name: 'manage_exchange', kwargs: { ...at, action: '换货', original_product_id: order.items[index]?.productId, exchange_product_id: variant } }))
}

/** A session of ECom-Bench's JD-style shop behind the commerce port. A variant is a product of its own there; times are not known, and 0. */
export function ecomBenchPort(session: ShopSession<State>): CommercePort {
  const { state } = session
  const read = (no: string): OurOrder | null => {
    const place = placeOf(state, no)
    return place && toOrder(state, place)
  }
  return sessionPort(session, {
    kinds: new Set(['cancel', 'change-address', 'return', 'exchange', 'invoice', 'urge-shipment', 'book-service', 'refund']),
    findCustomer: async ({ orderNo, phone }) => {
      const id = placeOf(state, orderNo ?? '')?.user_id ?? Object.entries(state.users_info).find(([, user]) => user.电话号码 === phone)?.[0]
      const user = id === undefined ? undefined : state.users_info[id]
      return id !== undefined && user ? { id, name: user.用户姓名, language: 'zh', level: 'regular', phone: user.电话号码, since: 0, note: '' } : null
    },
    orders: (customerId) => Object.values(state.orders).flatMap((shops) => Object.values(shops).flatMap((users) => Object.keys(users[customerId] ?? {}).flatMap((no) => read(no) ?? []))),
    order: read,
    products: async (ids) => ids.flatMap((id) => {
      const found = Object.values(state.products).flatMap((shops) => Object.values(shops).flatMap((sold) => (Object.hasOwn(sold, id) ? (sold[id] ?? []) : [])))[0]
      return found ? [{ id, title: both(String(found['商品名称'] ?? id)), category: '', price: cny(found.商品价格), specs: [], variants: [both(id)], warrantyMonths: 0 }] : []
    }),
    stock: async () => null,
    calls: (action, order) => callsOf(state, action, order),
  })
}
