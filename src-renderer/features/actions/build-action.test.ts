import { expect, test } from 'vitest'
import type { ActionChoice } from '../../../src-shared/contract/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { buildAction, fieldsOf, startValues, type Values } from './build-action.ts'

const cny = (amount: number) => ({ amount, currency: 'CNY' as const })
const text = (word: string) => ({ zh: word, en: word })
const order: Order = {
  no: 'o', customerId: 'c', status: 'delivered', items: [{ productId: 'p', title: text('p'), variant: text('a'), quantity: 2, price: cny(1_000) }], total: cny(2_000), placedAt: 0, paidAt: 0, promisedShipBy: null, shippedAt: null,
  deliveredAt: null, address: { name: 'n', phone: '139', region: 'r', detail: 'd' }, logistics: null, afterSale: null, memo: '',
}
const choice = (kind: ActionChoice['kind'], mode: ActionChoice['mode'] = null, most: number | null = null): ActionChoice => ({ kind, mode, most: most === null ? null : cny(most) })
const build = (of: ActionChoice, typed: Partial<Values> = {}) => buildAction(order, of, { ...startValues(order, of), ...typed })

test('CM-12 an amount is read as it is typed, to the cent, and never more than may go back (2050 paid for 20.50)', () => {
  const amount = (typed: string) => {
    const built = build(choice('compensate', null, 2_000), { amount: typed })
    return 'word' in built ? built.word : built.kind === 'compensate' ? built.amount.amount : null
  }
  expect(['20', '¥12.5', ' 0.07 ', '1,000', '20.01', '20.005', '-5', '0', '', '5元', '1e3'].map(amount)).toEqual([2_000, 1_250, 7, 'over', 'over', 'amount', 'amount', 'amount', 'amount', 'amount', 'amount'])
})

test('CM-12 a form says what is missing, and asks for nothing that its action does not need', () => {
  expect(fieldsOf(choice('refund', 'full', 2_000))).toEqual(['reason'])
  expect(build(choice('refund', 'full', 2_000))).toMatchObject({ mode: 'full', amount: cny(2_000) })
  expect(build(choice('return', null, 2_000))).toMatchObject({ items: [{ index: 0, quantity: 2 }], amount: cny(2_000) })
  expect(build(choice('resend'))).toEqual({ field: 'pieces', word: 'items' })
  expect(build(choice('exchange'))).toEqual({ field: 'swaps', word: 'items' })
  expect(build(choice('exchange'), { swaps: ['b'] })).toMatchObject({ items: [{ index: 0, quantity: 2, productId: 'p', variant: 'b' }] })
  expect(build(choice('memo'))).toEqual({ field: 'text', word: 'empty' })
  expect(build(choice('change-address'), { detail: ' ' })).toEqual({ field: 'address', word: 'empty' })
  expect(build(choice('invoice', 'issue'), { title: 'T', taxId: '91350100M000100Y34' })).toEqual({ field: 'taxId', word: 'taxId' })
  expect(build(choice('invoice', 'issue'), { title: 'T' })).toMatchObject({ taxId: null, email: null })
})
