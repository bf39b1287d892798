import { expect, test } from 'vitest'
import type { CommerceAction } from '../commerce.ts'
import { Order, type OrderStatus } from '../order.ts'
import type { Product } from '../product.ts'
import { apply, isRefusal, type Applied } from './apply.ts'
import { isTaxId } from './tax-id.ts'

const NOW = 1_700_000_000_000
const cny = (amount: number) => ({ amount, currency: 'CNY' as const })
const text = (word: string) => ({ zh: word, en: word })
const product = (id: string, price: number): Product => ({ id, title: text(id), category: '', price: cny(price), specs: [], variants: [text('a'), text('b')], warrantyMonths: 0, variantStock: [4, 1] })
const goods = new Map([product('p', 800), product('cheap', 500), product('dear', 5_000)].map((one) => [one.id, one]))

function order(status: OrderStatus, over: Partial<Order> = {}): Order {
  return Order.parse({
    no: 'o', customerId: 'c', status, items: [{ productId: 'p', title: text('p'), variant: text('a'), quantity: 2, price: cny(1_000) }], total: cny(2_000), placedAt: NOW, paidAt: status === 'unpaid' ? null : NOW,
    promisedShipBy: null, shippedAt: null, deliveredAt: null, address: { name: 'n', phone: '139', region: 'r', detail: 'd' },
    logistics: ['shipped', 'delivered', 'completed'].includes(status) ? { carrier: text('c'), trackingNo: '1', status: 'in-transit', etaAt: null, events: [] } : null, afterSale: null, memo: 'old', ...over,
  })
}
const act = (action: CommerceAction, to: Order, id = 'e1'): Applied | string => {
  const outcome = apply(action, to, { id, now: NOW, by: '小林', goods })
  return isRefusal(outcome) ? `${outcome.reason} ${outcome.detail}` : outcome
}
const done = (action: CommerceAction, to: Order): Applied => {
  const outcome = act(action, to)
  if (typeof outcome === 'string') throw new Error(outcome)
  return outcome
}

const REFUND = { kind: 'refund', orderNo: 'o', reason: '' } as const
const ADDRESS = { name: 'New', phone: '1370000', region: 'R', detail: 'D' }
const ONE = [{ index: 0, quantity: 1 }]
const TO = (productId: string, variant: string) => [{ index: 0, quantity: 1, productId, variant }]
const INVOICE = { kind: 'invoice', orderNo: 'o', mode: 'issue', title: '杭州某某有限公司', taxId: '91350100M000100Y43', email: null } as const
const RETURNING = (status: 'approved' | 'inspecting') => order('refunding', { afterSale: { id: 'a', kind: 'return', status, amount: cny(1_000), requestedAt: NOW } })

/** What is done in which state: the changes of the order, what is paid, what moves on the shelf. */
const DONE: readonly (readonly [string, CommerceAction, Order, Partial<Order>, number | null, number[]])[] = [
  ['cancel, unpaid', { kind: 'cancel', orderNo: 'o', reason: '' }, order('unpaid'), { status: 'cancelled' }, null, [2]],
  ['cancel, paid', { kind: 'cancel', orderNo: 'o', reason: '' }, order('paid'), { status: 'cancelled' }, 2_000, [2]],
  ['other variant', { kind: 'change-items', orderNo: 'o', items: TO('p', 'b') }, order('unpaid'), { total: cny(1_800) }, null, [1, -1]],
  ['cheaper goods', { kind: 'change-items', orderNo: 'o', items: TO('cheap', 'a') }, order('paid'), { total: cny(1_500) }, null, [1, -1]],
  ['address', { kind: 'change-address', orderNo: 'o', address: ADDRESS }, order('paid'), { address: ADDRESS }, null, []],
  ['payment', { kind: 'change-payment', orderNo: 'o', method: 'card' }, order('unpaid'), { paymentMethod: 'card' }, null, []],
  ['return', { kind: 'return', orderNo: 'o', items: ONE, reason: '', amount: cny(1_000) }, order('delivered'), { status: 'refunding', afterSale: { id: 'Te1', kind: 'return', status: 'approved', amount: cny(1_000), requestedAt: NOW } }, null, []],
  ['exchange', { kind: 'exchange', orderNo: 'o', items: TO('p', 'b'), reason: '' }, order('completed'), { status: 'completed', afterSale: { id: 'Xe1', kind: 'exchange', status: 'approved', amount: cny(0), requestedAt: NOW } }, null, [-1]],
  ['refund, not sent', { ...REFUND, mode: 'full', amount: cny(2_000) }, order('paid'), { status: 'refunded' }, 2_000, [2]],
  ['refund, in part', { ...REFUND, mode: 'partial', amount: cny(300) }, order('delivered'), { status: 'delivered' }, 300, []],
  ['refund only', { ...REFUND, mode: 'only', amount: cny(2_000) }, order('delivered'), { status: 'refunded' }, 2_000, []],
  ['refund of what came back', { ...REFUND, mode: 'partial', amount: cny(1_000) }, RETURNING('inspecting'), { status: 'refunded', afterSale: { id: 'a', kind: 'return', status: 'paid', amount: cny(1_000), requestedAt: NOW } }, 1_000, []],
  ['resend', { kind: 'resend', orderNo: 'o', items: ONE, reason: '' }, order('delivered'), { afterSale: { id: 'Be1', kind: 'resend', status: 'approved', amount: cny(0), requestedAt: NOW } }, null, [-1]],
  ['invoice', INVOICE, order('paid'), { invoice: { title: INVOICE.title, taxId: INVOICE.taxId, email: null, sentAt: NOW } }, null, []],
  ['coupon', { kind: 'coupon', orderNo: 'o', amount: cny(500), reason: '' }, order('shipped'), {}, 500, []],
  ['compensation', { kind: 'compensate', orderNo: 'o', amount: cny(500), reason: '' }, order('completed'), {}, 500, []],
  ['price difference', { kind: 'price-difference', orderNo: 'o', amount: cny(400) }, order('delivered'), {}, 400, []],
  ['urge', { kind: 'urge-shipment', orderNo: 'o' }, order('paid'), { status: 'paid' }, null, []],
  ['extend', { kind: 'extend-receipt', orderNo: 'o', days: 7 }, order('shipped'), {}, null, []],
  ['service', { kind: 'book-service', orderNo: 'o', service: 'repair', itemIndex: 0, when: '' }, order('completed'), {}, null, []],
  ['carrier claim', { kind: 'carrier-claim', orderNo: 'o', amount: cny(2_000), reason: '' }, order('shipped'), {}, null, []],
  ['ticket', { kind: 'ticket', orderNo: 'o', title: 't', text: '' }, order('cancelled'), {}, null, []],
  ['memo', { kind: 'memo', orderNo: 'o', text: 'new' }, order('refunded'), { memo: 'old\nnew (小林)' }, null, []],
  ['flag', { kind: 'flag', orderNo: 'o', flag: 'red' }, order('completed'), { flag: 'red' }, null, []],
]
test.each(DONE)('CM-9 %s: the order, the money and the shelf say what was done, and that it was (an order that shows nothing of it)', (_name, action, before, changes, pays, moves) => {
  const outcome = done(action, before)
  expect(outcome.order).toMatchObject(changes)
  expect(outcome.pays?.amount ?? null).toBe(pays)
  expect(outcome.stock.map(({ pieces }) => pieces)).toEqual(moves)
  expect(outcome.order.doings).toMatchObject([{ id: 'e1', kind: action.kind, reference: outcome.reference }])
  expect(outcome.order.revision).toBe(1)
  expect(outcome.order.payouts?.map(({ amount }) => amount.amount) ?? []).toEqual(pays === null ? [] : [pays])
  expect(Order.parse(outcome.order)).toEqual(outcome.order)
})

test('CM-9 an intercepted parcel shows it in its scans', () => {
  expect(done({ kind: 'intercept', orderNo: 'o', reason: '' }, order('shipped')).order.logistics?.events.at(-1)?.text.zh).toContain('拦截')
})

const URGED = order('paid', { doings: [{ id: 'x', kind: 'urge-shipment', reference: 'D', at: NOW, detail: '' }] })
const REFUSED: readonly (readonly [string, CommerceAction, Order, string])[] = [
  ['cancel what is on its way', { kind: 'cancel', orderNo: 'o', reason: '' }, order('shipped'), 'state status:shipped'],
  ['another address for it', { kind: 'change-address', orderNo: 'o', address: ADDRESS }, order('shipped'), 'state status:shipped'],
  ['another payment once paid', { kind: 'change-payment', orderNo: 'o', method: 'x' }, order('paid'), 'state status:paid'],
  ['goods that cost more', { kind: 'change-items', orderNo: 'o', items: TO('dear', 'a') }, order('paid'), 'amount costs-more:4000'],
  ['what is not on the shelf', { kind: 'exchange', orderNo: 'o', items: [{ index: 0, quantity: 2, productId: 'p', variant: 'b' }], reason: '' }, order('delivered'), 'state out-of-stock:1'],
  ['a variant that is none', { kind: 'exchange', orderNo: 'o', items: TO('p', 'z'), reason: '' }, order('delivered'), 'state variant-unknown'],
  ['more pieces than were bought', { kind: 'return', orderNo: 'o', items: [{ index: 0, quantity: 3 }], reason: '', amount: cny(100) }, order('delivered'), 'state item-unknown:0'],
  ['one position twice', { kind: 'return', orderNo: 'o', items: [...ONE, ...ONE], reason: '', amount: cny(100) }, order('delivered'), 'state item-twice'],
  ['return what was not delivered', { kind: 'return', orderNo: 'o', items: ONE, reason: '', amount: cny(100) }, order('paid'), 'state status:paid'],
  ['a second return', { kind: 'return', orderNo: 'o', items: ONE, reason: '', amount: cny(100) }, order('delivered', { afterSale: { id: 'a', kind: 'exchange', status: 'approved', amount: cny(0), requestedAt: 1 } }), 'state after-sale-open'],
  ['all back with the goods at the customer\'s', { ...REFUND, mode: 'full', amount: cny(2_000) }, order('delivered'), 'state goods-with-customer:delivered'],
  ['all back, less than all', { ...REFUND, mode: 'full', amount: cny(1_999) }, order('paid'), 'amount left:2000'],
  ['pay for goods that are still on their way back', { ...REFUND, mode: 'partial', amount: cny(1_000) }, RETURNING('approved'), 'state return-on-way'],
  ['more for them than was agreed', { ...REFUND, mode: 'partial', amount: cny(1_001) }, RETURNING('inspecting'), 'amount left:1000'],
  ['a refund of nothing', { ...REFUND, mode: 'partial', amount: cny(0) }, order('delivered'), 'amount nothing'],
  ['a refund below nothing', { ...REFUND, mode: 'partial', amount: cny(-5) }, order('delivered'), 'amount nothing'],
  ['more than the price fell', { kind: 'price-difference', orderNo: 'o', amount: cny(401) }, order('delivered'), 'amount left:400'],
  ['money for what was never paid', { kind: 'compensate', orderNo: 'o', amount: cny(1), reason: '' }, order('unpaid'), 'state status:unpaid'],
  ['resend what is on its way', { kind: 'resend', orderNo: 'o', items: ONE, reason: '' }, order('shipped'), 'state parcel-on-way'],
  ['a wrong tax id', { ...INVOICE, taxId: '91350100M000100Y34' }, order('paid'), 'shop tax-id'],
  ['an invoice twice', INVOICE, done(INVOICE, order('paid')).order, 'already invoice'],
  ['send an invoice that is none', { ...INVOICE, mode: 'resend' }, order('paid'), 'state no-invoice'],
  ['urge twice', { kind: 'urge-shipment', orderNo: 'o' }, URGED, 'already urge-shipment'],
  ['stop what has arrived', { kind: 'intercept', orderNo: 'o', reason: '' }, order('delivered'), 'state status:delivered'],
]
test.each(REFUSED)('CM-8 %s: refused with its reason, and the order is as it was (a promise the warehouse cannot keep)', (_name, action, before, reason) => {
  const copy = structuredClone(before)
  expect(act(action, before)).toBe(reason)
  expect(before).toEqual(copy)
})

test('CM-15 a taxpayer\'s number with a wrong check digit is no number (an invoice that the customer cannot book)', () => {
  // The first is the sample of GB 32100-2015 itself; the second has two of its figures changed places.
  expect(['91350100M000100Y43', '91350100M000100Y34', '91350100m000100y43', '330106198001011', '91350100I000100Y43', 'ABC', ''].map(isTaxId)).toEqual([true, false, true, true, false, false, false])
})
