import { describe, expect, test } from 'vitest'
import type { ListedSuggestion, OpenQuestion } from '../../../src-shared/contract/learning.ts'
import { OUTCOMES } from '../../../src-shared/domain/learning.ts'
import { byProduct } from './by-product.ts'
import { changeEdit, edits, firstEdit, forgetEdit } from './edits.ts'
import { outOf100, partsOf, STACK, totalOf } from './shares.ts'

describe('shares of what became of drafts', () => {
  test('LR-22 every outcome has its place in the bars, and the parts of a bar are the whole (one that is missing would make the others look larger)', () => {
    expect([...STACK].sort()).toEqual([...OUTCOMES].sort())
    const parts = partsOf({ refused: 1, unchanged: 2, none: 1 })
    expect(parts.map(({ outcome, percent }) => [outcome, percent])).toEqual([['unchanged', 50], ['refused', 25], ['none', 25]])
    expect(totalOf({ unread: 3, unwatched: 1 })).toBe(4)
    expect(partsOf({})).toEqual([])
  })

  test('LR-22 a range in words is never narrower than the true one', () => {
    expect(outOf100(0.301, 0.699)).toEqual({ low: 30, high: 70 })
  })
})

describe('what is edited before it is approved', () => {
  const one = { id: 'a', question: '滤芯多久换？', text: '每6个月换一次。', language: 'zh' } as ListedSuggestion

  test('LR-23 what has a gap is not offered as an article first, and a long question is no title', () => {
    expect(firstEdit(one)).toEqual({ title: '滤芯多久换？', text: '每6个月换一次。', as: 'article' })
    expect(firstEdit({ ...one, text: '{order}每6个月换一次。' }).as).toBe('template')
    expect([...firstEdit({ ...one, question: '问'.repeat(100) }).title]).toHaveLength(40)
  })

  test('LR-23 what was typed stays until it is decided, also while another is looked at', () => {
    changeEdit(one, { text: '每半年换一次。' })
    changeEdit({ ...one, id: 'b' }, { as: 'phrase' })
    expect(edits.get().get('a')).toEqual({ title: '滤芯多久换？', text: '每半年换一次。', as: 'article' })
    forgetEdit('a')
    expect([...edits.get().keys()]).toEqual(['b'])
  })
})

test('LR-24 open questions stand by product, those of no product last', () => {
  const question = (id: string, product: string | null) => ({ id, product: product === null ? null : { id: product, title: { zh: product, en: product } } }) as OpenQuestion
  expect(byProduct([question('1', null), question('2', 'kettle'), question('3', 'lamp'), question('4', 'kettle')]).map(({ product, questions }) => [product?.id ?? null, questions.map(({ id }) => id)]))
    .toEqual([['kettle', ['2', '4']], ['lamp', ['3']], [null, ['1']]])
})
