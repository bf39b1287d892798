import type { Order, State } from '../../adapters/shops/tau-retail-state.ts'
import { but, sample, type Ask } from './ask.ts'

/** Another variant for the first item of an order, by whether it can be had. */
function variantFor(state: State, order: Order, available: boolean): string | null {
  const item = order.items[0]
  const variants = Object.values(state.products[item?.product_id ?? '']?.variants ?? {})
  return variants.find((variant) => variant.available === available && variant.item_id !== item?.item_id)?.item_id ?? null
}

const isGift = (state: State, order: Order, id: string): boolean => state.users[order.user_id]?.payment_methods[id]?.source === 'gift_card'
const paidBy = (order: Order): string => order.payment_history[0]?.payment_method_id ?? ''
const methodsOf = (state: State, order: Order): string[] => Object.keys(state.users[order.user_id]?.payment_methods ?? {})

/** A method that needs no balance; null where the customer has none. */
const plainMethod = (state: State, order: Order, not: string | null): string | null => methodsOf(state, order).find((id) => id !== not && !isGift(state, order, id)) ?? null

/** What the shop's words permit for an order that waits to be sent. */
function forPending(state: State, no: string, order: Order): Array<[string, Record<string, unknown>]> {
  const wanted = variantFor(state, order, true)
  const [method, other] = [plainMethod(state, order, null), plainMethod(state, order, paidBy(order))]
  return [
    ['cancel_pending_order', { order_id: no, reason: 'no longer needed' }],
    ['modify_pending_order_address', { order_id: no, ...order.address, address1: '9 New St', address2: '' }],
    ...(wanted === null || method === null ? [] : [['modify_pending_order_items', { order_id: no, item_ids: [order.items[0]?.item_id], new_item_ids: [wanted], payment_method_id: method }] as [string, Record<string, unknown>]]),
    ...(other === null || order.payment_history.length !== 1 ? [] : [['modify_pending_order_payment', { order_id: no, payment_method_id: other }] as [string, Record<string, unknown>]]),
  ]
}

/** The same for one that was delivered. */
function forDelivered(state: State, no: string, order: Order): Array<[string, Record<string, unknown>]> {
  const wanted = variantFor(state, order, true)
  const method = plainMethod(state, order, null)
  const items = [order.items[0]?.item_id]
  return [
    ['return_delivered_order_items', { order_id: no, item_ids: items, payment_method_id: paidBy(order) }],
    ...(wanted === null || method === null ? [] : [['exchange_delivered_order_items', { order_id: no, item_ids: items, new_item_ids: [wanted], payment_method_id: method }] as [string, Record<string, unknown>]]),
  ]
}

/** What makes any of them wrong: whose it is, whether it is agreed to, and whether the order is there and in its state. */
function wrongForAll(ask: Ask, stranger: string, elsewhere: string | null): Ask[] {
  return [
    but(ask, 'own-order', { customerId: stranger }), but(ask, 'verified-only', { customerId: null }), but(ask, 'confirmation', { confirmed: false }),
    but(ask, 'confirmation', { confirmed: undefined }), but(ask, 'order-exists', {}, { order_id: '#W0000000' }),
    ...(elsewhere === null ? [] : [but(ask, 'order-state', {}, { order_id: elsewhere })]),
    { ...but(ask, 'action-unlisted', {}), request: { name: 'give_store_credit', kwargs: ask.request.kwargs } },
  ]
}

function wrongItems(ask: Ask, state: State, order: Order): Ask[] {
  const kwargs = ask.request.kwargs
  const own = order.items[0]
  const foreign = Object.entries(state.products).find(([id]) => order.items.every((item) => item.product_id !== id))?.[1]
  const other = Object.values(foreign?.variants ?? {}).find(({ available }) => available)?.item_id
  const gone = variantFor(state, order, false)
  const both = 'new_item_ids' in kwargs
  return [
    but(ask, 'items-named', {}, { item_ids: [], ...(both ? { new_item_ids: [] } : {}) }),
    but(ask, 'own-method', {}, { payment_method_id: 'credit_card_0000000' }),
    ...(other === undefined ? [] : [but(ask, 'items-in-order', {}, { item_ids: [other] })]),
    ...(both && other !== undefined ? [but(ask, 'same-product', {}, { new_item_ids: [other] })] : []),
    ...(both && own !== undefined ? [but(ask, 'one-for-one', {}, { item_ids: [own.item_id], new_item_ids: [...kwargs['new_item_ids'] as string[], own.item_id] })] : []),
    ...(both && gone !== null ? [but(ask, 'in-stock', {}, { new_item_ids: [gone] })] : []),
  ]
}

/** Wrong in the way of one tool. */
function wrongInKind(ask: Ask, state: State, order: Order): Ask[] {
  const poor = methodsOf(state, order).find((id) => isGift(state, order, id) && (state.users[order.user_id]?.payment_methods[id]?.balance ?? 0) < (order.payment_history[0]?.amount ?? 0))
  const third = plainMethod(state, order, paidBy(order))
  switch (ask.request.name) {
    case 'cancel_pending_order': return ['found it cheaper', 'changed my mind', ''].map((reason) => but(ask, 'cancel-reason', {}, { reason }))
    case 'modify_pending_order_address': return ['address1', 'city', 'zip'].map((field) => but(ask, 'whole-address', {}, { [field]: '' }))
    case 'modify_pending_order_payment': return [but(ask, 'another-method', {}, { payment_method_id: paidBy(order) }), but(ask, 'own-method', {}, { payment_method_id: 'paypal_0' }), ...(poor === undefined || poor === paidBy(order) ? [] : [but(ask, 'gift-card-balance', {}, { payment_method_id: poor })])]
    case 'return_delivered_order_items': return [...wrongItems(ask, state, order), ...(third === null ? [] : [but(ask, 'refund-way', {}, { payment_method_id: third })])]
    default: return wrongItems(ask, state, order)
  }
}

/** Requests that the retail shop's words permit, and each of them made wrong in every way that the words know. */
export function retailAsks(state: State, limit: number): Ask[] {
  const orders = Object.entries(state.orders)
  const users = Object.keys(state.users)
  return sample(orders, limit).flatMap(([no, order]): Ask[] => {
    const calls = order.status === 'pending' ? forPending(state, no, order) : order.status === 'delivered' ? forDelivered(state, no, order) : []
    const stranger = users.find((id) => id !== order.user_id) ?? ''
    const elsewhere = orders.find(([, other]) => other.user_id === order.user_id && other.status !== order.status)?.[0] ?? null
    const permitted = calls.map(([name, kwargs]): Ask => ({ facts: { customerId: order.user_id, confirmed: true }, request: { name, kwargs }, rule: null }))
    const profile: Ask = { facts: { customerId: order.user_id, confirmed: true }, request: { name: 'get_user_details', kwargs: { user_id: order.user_id } }, rule: null }
    return [profile, but(profile, 'own-profile', {}, { user_id: stranger }), ...permitted.flatMap((ask) => [ask, ...wrongForAll(ask, stranger, elsewhere), ...wrongInKind(ask, state, order)])]
  })
}
