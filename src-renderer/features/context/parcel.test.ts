import { expect, test } from 'vitest'
import type { Order } from '../../../src-shared/domain/order.ts'
import { progressOf } from './parcel.ts'

const order = (status: Order['status'], parcel?: NonNullable<Order['logistics']>['status']) =>
  ({ status, logistics: parcel ? ({ status: parcel } as Order['logistics']) : null })

test('W-23 the line never shows more than order and carrier say', () => {
  expect(progressOf(order('unpaid')).reached).toBe(-1)
  expect(progressOf(order('paid')).reached).toBe(0)
  expect(progressOf(order('shipped', 'picked-up')).reached).toBe(1)
  expect(progressOf(order('shipped', 'out-for-delivery')).reached).toBe(3)
  expect(progressOf(order('completed')).reached).toBe(4)
})

test('W-23 a stuck or lost parcel is trouble, one that was returned is not on its way', () => {
  expect(progressOf(order('shipped', 'stuck')).state).toBe('trouble')
  expect(progressOf(order('shipped', 'lost')).state).toBe('trouble')
  expect(progressOf(order('refunding', 'returned')).state).toBe('over')
  expect(progressOf(order('cancelled', 'in-transit')).state).toBe('over')
})
