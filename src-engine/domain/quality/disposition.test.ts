import { expect, test } from 'vitest'
import { predictDisposition, type Ending } from './disposition.ts'

const ending = (change: Partial<Ending>): Ending => ({ topic: null, marks: [], order: null, customerLast: false, answered: true, closed: true, ...change })
const of = (change: Partial<Ending>): string => predictDisposition(ending(change))

test('N-7 the end is guessed from the topic, then from what goes on with the order (a fixed guess makes a person press a key each time)', () => {
  expect(of({ topic: 'refund_progress' })).toBe('refund')
  expect(of({ topic: 'exchange_request' })).toBe('exchange-return')
  expect(of({ topic: 'usage_help' })).toBe('information')
  expect(of({ topic: 'damaged' })).toBe('solved')
  expect(of({ topic: 'damaged', order: { status: 'delivered', afterSale: { id: 'a', kind: 'return', status: 'approved', amount: { amount: 1, currency: 'CNY' }, requestedAt: 0 } } })).toBe('exchange-return')
  expect(of({ topic: 'where_is_order', order: { status: 'refunding', afterSale: null } })).toBe('refund')
  expect(of({ topic: 'return_request', order: { status: 'refunded', afterSale: null } })).toBe('exchange-return')
})

test('N-7 advertising is spam whatever it speaks of; who never came back did not answer; who said thanks did', () => {
  expect(of({ topic: 'refund_only', marks: ['spam_ad'] })).toBe('spam')
  expect(of({ closed: false })).toBe('no-answer')
  expect(of({ closed: false, customerLast: true })).toBe('solved')
  expect(of({ closed: true })).toBe('solved')
  expect(of({ answered: false, customerLast: true, closed: false })).toBe('other')
})
