import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { canonicalHash, type Json } from './canonical-hash.ts'
import { answerOf, refuse, type ShopDesk } from './shop-port.ts'
import { Order, Product, User, type Payment, type State } from './tau-retail-state.ts'

/*
 * The retail shop of tau-bench (sierra-research/tau-bench, MIT): its sixteen tools with their own rules. The order of the
 * checks is theirs; every check stands before the first change, so that a refused call changes nothing.
 */

const Reason = z.enum(['no longer needed', 'ordered by mistake'])
const Items = z.array(z.string())
const Address = z.object({ address1: z.string(), address2: z.string(), city: z.string(), state: z.string(), country: z.string(), zip: z.string() })
const OfOrder = z.object({ order_id: z.string() })

const round2 = (amount: number): number => Number(amount.toFixed(2))
const isGiftCard = (methodId: string): boolean => methodId.includes('gift_card')

const orderOf = (state: State, id: string): Order => state.orders[id] ?? refuse('order not found')
const userOf = (state: State, id: string): User => state.users[id] ?? refuse('user not found')

function orderIn(state: State, id: string, status: string, refusal: string): Order {
  const order = orderOf(state, id)
  return order.status === status ? order : refuse(refusal)
}

function methodOf(state: State, order: Order, id: string): Payment {
  const methods = userOf(state, order.user_id).payment_methods
  return Object.hasOwn(methods, id) ? (methods[id] ?? refuse('payment method not found')) : refuse('payment method not found')
}

/** Adds to what is on a gift card (less when negative); other methods have no balance. */
function credit(method: Payment | undefined, amount: number): void {
  if (method?.balance !== undefined) method.balance = round2(method.balance + amount)
}

/** The items are of this order, each at most as often as it was bought. */
function checkItems(order: Order, ids: readonly string[]): void {
  const own = order.items.map((item) => item.item_id)
  const times = (list: readonly string[], id: string): number => list.filter((one) => one === id).length
  for (const id of ids) if (times(ids, id) > times(own, id)) refuse(`${id} not found`)
}

/** What the exchange costs more (or less, negative), after all its checks. */
function difference(state: State, order: Order, ids: readonly string[], newIds: readonly string[]): number {
  checkItems(order, ids)
  if (ids.length !== newIds.length) refuse('the number of items to be exchanged should match')
  return ids.reduce((sum, id, n) => {
    const item = order.items.find((one) => one.item_id === id) ?? refuse(`${id} not found`)
    const variants = state.products[item.product_id]?.variants ?? {}
    const newId = newIds[n] ?? ''
    const wanted = Object.hasOwn(variants, newId) ? variants[newId] : undefined
    if (!wanted?.available) refuse(`new item ${newId} not found or available`)
    return sum + wanted.price - item.price
  }, 0)
}

function checkCover(method: Payment, amount: number): void {
  if (method.source === 'gift_card' && (method.balance ?? 0) < amount) refuse('insufficient gift card balance')
}

function cancel(state: State, kwargs: unknown): void {
  const { order_id, reason } = OfOrder.extend({ reason: z.string() }).parse(kwargs)
  const order = orderIn(state, order_id, 'pending', 'non-pending order cannot be cancelled')
  if (!Reason.safeParse(reason).success) refuse('invalid reason')
  const refunds = order.payment_history.map(({ amount, payment_method_id }) => ({ transaction_type: 'refund' as const, amount, payment_method_id }))
  for (const { amount, payment_method_id } of refunds) if (isGiftCard(payment_method_id)) credit(methodOf(state, order, payment_method_id), amount)
  order.status = 'cancelled'
  order['cancel_reason'] = reason
  order.payment_history.push(...refunds)
}

const Exchange = OfOrder.extend({ item_ids: Items, new_item_ids: Items, payment_method_id: z.string() })

function modifyItems(state: State, kwargs: unknown): void {
  const { order_id, item_ids, new_item_ids, payment_method_id } = Exchange.parse(kwargs)
  const order = orderIn(state, order_id, 'pending', 'non-pending order cannot be modified')
  const more = difference(state, order, item_ids, new_item_ids)
  const method = methodOf(state, order, payment_method_id)
  checkCover(method, more)
  order.payment_history.push({ transaction_type: more > 0 ? 'payment' : 'refund', amount: Math.abs(more), payment_method_id })
  if (method.source === 'gift_card') credit(method, -more)
  item_ids.forEach((id, n) => {
    const item = order.items.find((one) => one.item_id === id)
    const wanted = item && state.products[item.product_id]?.variants[new_item_ids[n] ?? '']
    if (item && wanted) Object.assign(item, { item_id: wanted.item_id, price: wanted.price, options: wanted.options })
  })
  order.status = 'pending (item modified)'
}

function exchange(state: State, kwargs: unknown): void {
  const { order_id, item_ids, new_item_ids, payment_method_id } = Exchange.parse(kwargs)
  const order = orderIn(state, order_id, 'delivered', 'non-delivered order cannot be exchanged')
  const more = round2(difference(state, order, item_ids, new_item_ids))
  checkCover(methodOf(state, order, payment_method_id), more)
  order.status = 'exchange requested'
  Object.assign(order, {
    exchange_items: [...item_ids].sort(), exchange_new_items: [...new_item_ids].sort(), exchange_payment_method_id: payment_method_id, exchange_price_difference: more,
  })
}

function modifyPayment(state: State, kwargs: unknown): void {
  const { order_id, payment_method_id } = OfOrder.extend({ payment_method_id: z.string() }).parse(kwargs)
  const order = orderIn(state, order_id, 'pending', 'non-pending order cannot be modified')
  const method = methodOf(state, order, payment_method_id)
  const [paid, ...more] = order.payment_history
  if (paid?.transaction_type !== 'payment' || more.length > 0) return refuse('there should be exactly one payment for a pending order')
  if (paid.payment_method_id === payment_method_id) refuse('the new payment method should be different from the current one')
  checkCover(method, paid.amount)
  const { amount, payment_method_id: old } = paid
  order.payment_history.push({ transaction_type: 'payment', amount, payment_method_id }, { transaction_type: 'refund', amount, payment_method_id: old })
  if (method.source === 'gift_card') credit(method, -amount)
  if (isGiftCard(old)) credit(methodOf(state, order, old), amount)
}

function modifyOrderAddress(state: State, kwargs: unknown): void {
  const { order_id, ...address } = OfOrder.extend(Address.shape).parse(kwargs)
  orderIn(state, order_id, 'pending', 'non-pending order cannot be modified').address = address
}

function modifyUserAddress(state: State, kwargs: unknown): void {
  const { user_id, ...address } = Address.extend({ user_id: z.string() }).parse(kwargs)
  userOf(state, user_id).address = address
}

function returnItems(state: State, kwargs: unknown): void {
  const { order_id, item_ids, payment_method_id } = OfOrder.extend({ item_ids: Items, payment_method_id: z.string() }).parse(kwargs)
  const order = orderIn(state, order_id, 'delivered', 'non-delivered order cannot be returned')
  methodOf(state, order, payment_method_id)
  if (!isGiftCard(payment_method_id) && payment_method_id !== order.payment_history[0]?.payment_method_id) refuse('payment method should be either the original payment method or a gift card')
  checkItems(order, item_ids)
  order.status = 'return requested'
  Object.assign(order, { return_items: [...item_ids].sort(), return_payment_method_id: payment_method_id })
}

function findByEmail(state: State, kwargs: unknown): void {
  const { email } = z.object({ email: z.string() }).parse(kwargs)
  if (!Object.values(state.users).some((user) => user.email.toLowerCase() === email.toLowerCase())) refuse('user not found')
}

function findByName(state: State, kwargs: unknown): void {
  const { first_name, last_name, zip } = z.object({ first_name: z.string(), last_name: z.string(), zip: z.string() }).parse(kwargs)
  const same = ({ name, address }: User): boolean =>
    name.first_name.toLowerCase() === first_name.toLowerCase() && name.last_name.toLowerCase() === last_name.toLowerCase() && address['zip'] === zip
  if (!Object.values(state.users).some(same)) refuse('user not found')
}

function calculate(_state: State, kwargs: unknown): void {
  const { expression } = z.object({ expression: z.string() }).parse(kwargs)
  if (!/^[0-9+\-*/(). ]*$/u.test(expression)) refuse('invalid characters in expression')
}

const TOOLS: Readonly<Record<string, (state: State, kwargs: unknown) => void>> = {
  cancel_pending_order: cancel, modify_pending_order_items: modifyItems, modify_pending_order_payment: modifyPayment,
  modify_pending_order_address: modifyOrderAddress, modify_user_address: modifyUserAddress, return_delivered_order_items: returnItems,
  exchange_delivered_order_items: exchange, find_user_id_by_email: findByEmail, find_user_id_by_name_zip: findByName,
  get_user_details: (state, kwargs) => void userOf(state, z.object({ user_id: z.string() }).parse(kwargs).user_id),
  get_order_details: (state, kwargs) => void orderOf(state, OfOrder.parse(kwargs).order_id),
  get_product_details: (state, kwargs) => void (state.products[z.object({ product_id: z.string() }).parse(kwargs).product_id] ?? refuse('product not found')),
  list_all_product_types: () => undefined, calculate, think: () => undefined, transfer_to_human_agents: () => undefined,
}

const badArgument = (thrown: unknown): string | null => (thrown instanceof z.ZodError ? thrown.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ') : null)

/** Reads `users.json`, `orders.json` and `products.json` of a folder. @throws Error when one is missing or not of that shape */
export function openTauRetail(folder: string): ShopDesk<State> {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  const initial: State = { orders: z.record(z.string(), Order).parse(read('orders')), products: z.record(z.string(), Product).parse(read('products')), users: z.record(z.string(), User).parse(read('users')) }
  return {
    open() {
      const state = structuredClone(initial)
      return {
        state,
        call: ({ name, kwargs }) => answerOf(() => (Object.hasOwn(TOOLS, name) ? TOOLS[name]?.(state, kwargs) : refuse(`unknown tool ${name}`)), badArgument),
        records: () => ({ ...state }),
        hash: () => canonicalHash(state as unknown as Json),
      }
    },
  }
}
