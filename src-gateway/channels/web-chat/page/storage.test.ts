import { expect, test } from 'vitest'
import { usable } from './storage.ts'

test('WC-4 where a browser forbids storage the page keeps what it needs itself: a chat that dies on its first line', () => {
  const storage = usable(() => { throw new Error('SecurityError') })
  storage.setItem('a', '1')
  storage.setItem('b', '2')
  storage.removeItem('a')
  expect([storage.length, storage.key(0), storage.getItem('a'), storage.getItem('b')]).toEqual([1, 'b', null, '2'])
  const full = usable(() => ({ ...storage, setItem: () => { throw new Error('QuotaExceededError') } }) as unknown as Storage)
  full.setItem('c', '3')
  expect(full.getItem('c')).toBe('3')
})
