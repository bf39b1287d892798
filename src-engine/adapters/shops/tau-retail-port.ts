import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { CommercePort } from '../../../src-shared/domain/commerce-port.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order as OurOrder, OrderStatus } from '../../../src-shared/domain/order.ts'
import type { Payout } from '../../../src-shared/domain/order-records.ts'
import type { Product as OurProduct } from '../../../src-shared/domain/product.ts'
import { sessionPort } from './session-port.ts'
import type { ShopSession, ToolCall } from './shop-port.ts'
import type { Order, State, User } from './tau-retail-state.ts'

/** Their states by ours; one that has no like is the nearest, and its own word is shown. */
const STATUS: Readonly<Record<string, OrderStatus>> = { pending: 'paid', 'pending (item modified)': 'paid', processed: 'shipped', delivered: 'delivered', cancelled: 'cancelled', 'return requested': 'refunding', 'exchange requested': 'delivered' }

const both = (text: string) => ({ zh: text, en: text })
const usd = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'USD' as const })
const fullName = ({ name }: User): string => `${name.first_name} ${name.last_name}`
const PLACE = ['city', 'state', 'country', 'zip'] as const

function toCustomer(id: string, user: User): Customer {
  return { id, name: fullName(user), language: 'en', level: 'regular', phone: '', since: 0, note: '' }
}

function toOrder(no: string, order: Order, user: User | undefined): OurOrder {
  const payments = order.payment_history.filter((one) => one.transaction_type === 'payment')
  const payouts: Payout[] = order.payment_history.filter((one) => one.transaction_type === 'refund').map((one, n) => ({ reference: `${no} ${n}`, kind: 'refund', by: 'shop', amount: usd(one.amount), at: 0 }))
  const { address } = order
  return {
    no, customerId: order.user_id, status: STATUS[order.status] ?? 'completed', shownStatus: both(order.status), total: usd(payments.reduce((sum, { amount }) => sum + amount, 0)),
    items: order.items.map((item) => ({ productId: item.product_id, title: both(String(item['name'] ?? item.product_id)), variant: both(item.item_id), quantity: 1, price: usd(item.price) })),
    placedAt: 0, paidAt: payments.length > 0 ? 0 : null, promisedShipBy: null, shippedAt: null, deliveredAt: null, logistics: null, afterSale: null, memo: '', payouts,
    address: { name: user ? fullName(user) : '', phone: '', region: PLACE.map((part) => address[part] ?? '').join(', '), detail: [address['address1'], address['address2']].filter(Boolean).join('\n') },
    ...(payments[0] ? { paymentMethod: payments[0].payment_method_id } : {}),
  }
}

function toProduct(id: string, { variants, ...rest }: State['products'][string]): OurProduct {
  const all = Object.values(variants)
  return {
    id, title: both(String(rest['name'] ?? id)), category: '', price: usd(all[0]?.price ?? 0), specs: [], warrantyMonths: 0,
    variants: all.map(({ item_id }) => both(item_id)),
  }
}

type Swaps = Extract<CommerceAction, { kind: 'exchange' }>['items']

/** Their goods are named one by one: a piece of a position is its item. */
const itemsOf = (order: OurOrder, pieces: readonly { index: number; quantity: number }[]): string[] => pieces.flatMap(({ index, quantity }) => Array.from({ length: quantity }, () => order.items[index]?.variant.en ?? ''))
const newItems = (swaps: Swaps): string[] => swaps.flatMap(({ variant, quantity }) => Array.from({ length: quantity }, () => variant))

function callsOf(action: CommerceAction, order: OurOrder): readonly ToolCall[] | Refusal {
  const order_id = order.no
  const payment_method_id = order.paymentMethod ?? ''
  const call = (name: string, kwargs: Record<string, unknown>): ToolCall[] => [{ name, kwargs: { order_id, ...kwargs } }]
  switch (action.kind) {
    case 'cancel': return call('cancel_pending_order', { reason: action.reason })
    case 'change-items': return call('modify_pending_order_items', { item_ids: itemsOf(order, action.items), new_item_ids: newItems(action.items), payment_method_id })
    case 'change-payment': return call('modify_pending_order_payment', { payment_method_id: action.method })
    case 'return': return call('return_delivered_order_items', { item_ids: itemsOf(order, action.items), payment_method_id })
    case 'exchange': return call('exchange_delivered_order_items', { item_ids: itemsOf(order, action.items), new_item_ids: newItems(action.items), payment_method_id })
    case 'change-address': {
      const parts = action.address.region.split(',').map((part) => part.trim())
      if (parts.length !== PLACE.length) return { reason: 'shop', detail: 'region' }
      const [address1 = '', address2 = ''] = action.address.detail.split('\n')
      return call('modify_pending_order_address', { address1, address2, ...Object.fromEntries(PLACE.map((part, n) => [part, parts[n] ?? ''])) })
    }
    default: return { reason: 'unsupported', detail: action.kind }
  }
}

/** A session of tau-bench's retail shop behind the commerce port. Money in US dollars; its files know no times, which are 0. */
export function tauRetailPort(session: ShopSession<State>): CommercePort {
  const { state } = session
  const own = <T>(all: Record<string, T>, key: string): T | undefined => (Object.hasOwn(all, key) ? all[key] : undefined)
  const read = (no: string): OurOrder | null => {
    const order = own(state.orders, no)
    return order ? toOrder(no, order, own(state.users, order.user_id)) : null
  }
  return sessionPort(session, {
    kinds: new Set(['cancel', 'change-items', 'change-address', 'change-payment', 'return', 'exchange']),
    findCustomer: async ({ orderNo, email }) => {
      const id = own(state.orders, orderNo ?? '')?.user_id ?? Object.entries(state.users).find(([, user]) => user.email.toLowerCase() === email?.toLowerCase())?.[0]
      const user = own(state.users, id ?? '')
      return id !== undefined && user ? toCustomer(id, user) : null
    },
    orders: (customerId) => Object.entries(state.orders).flatMap(([no, order]) => (order.user_id === customerId ? (read(no) ?? []) : [])),
    order: read,
    products: async (ids) => ids.flatMap((id) => { const product = own(state.products, id); return product ? [toProduct(id, product)] : [] }),
    // Their files say whether a variant can be had, not how many are left.
    stock: async (productId, variant) => (own(state.products, productId)?.variants[variant]?.available === false ? 0 : null),
    calls: callsOf,
  })
}
