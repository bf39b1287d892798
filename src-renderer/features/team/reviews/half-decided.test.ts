import { expect, test } from 'vitest'
import { dropHalf, halfOf, keepHalf } from './half-decided.ts'

test('RV-27 what was begun for a review stays with it, words and reason apart, and never stands at another; decided, it is gone', () => {
  keepHalf('one', { words: '先给您退 150 元' })
  keepHalf('one', { reason: '金额要先核对' })
  expect([halfOf('one'), halfOf('two')]).toEqual([{ words: '先给您退 150 元', reason: '金额要先核对' }, {}])
  dropHalf('one')
  expect(halfOf('one')).toEqual({})
})
