import { expect, test } from 'vitest'
import type { Article } from '../../../src-shared/domain/article.ts'
import { createAssociations, type Associations, type CitedTogether, type Related } from './associations.ts'

const article = (id: string, title: string, body: string, productIds: string[] = []): Article =>
  ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds })
const SLOW = article('slow', '充电慢怎么办', '充电慢先看充电头,参见“电池保养须知”。', ['p1'])
const CARE = article('care', '电池保养须知', '避免长期满电存放。')
const WATT = article('watt', '充电头的瓦数', '快充需要六十五瓦氮化镓插座。', ['p1'])
const RECALL = article('recall', '移动电源召回', '批次号见底部,六十五瓦氮化镓插座型号也在内。')
const OTHER = article('other', '发票抬头', '专票需要税号。')
const ALL = [SLOW, CARE, WATT, RECALL, OTHER]

const of = (all: Associations, cited: CitedTogether = []) => (id: string, most: number): Related[] => all(id, most, cited)

test('KN-7 every edge has its reasons, the surer first: named in the text, quoted together, the same product, rare words as they are read', () => {
  const related = of(createAssociations(ALL), [{ a: 'care', b: 'watt', times: 3 }])
  expect(related('slow', 9).map(({ article: { id }, reasons }) => [id, reasons.map(({ kind }) => kind)])).toEqual([['care', ['link']], ['watt', ['product']]])
  expect(related('care', 9).map(({ article: { id }, reasons }) => [id, reasons[0]?.kind])).toEqual([['slow', 'link'], ['watt', 'cited']])
  const words = related('watt', 9).find(({ article: { id } }) => id === 'recall')?.reasons
  expect(words).toMatchObject([{ kind: 'words', words: { zh: ['六十五瓦氮化镓插座'] } }])
})

test('KN-7 an edge is the same from both ends, and what has nothing in common has none', () => {
  const related = of(createAssociations(ALL))
  for (const one of ALL) for (const { article: other, reasons } of related(one.id, 9)) expect(related(other.id, 9).find(({ article: { id } }) => id === one.id)?.reasons).toEqual(reasons)
  expect(related('other', 9)).toEqual([])
  expect(related('gone', 9)).toEqual([])
})
