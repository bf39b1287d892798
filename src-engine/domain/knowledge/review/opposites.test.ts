import { expect, test } from 'vitest'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { findDuplicates } from './duplicates.ts'

const zh = (id: string, title: string, body: string): Article => ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: [] })
const en = (id: string, title: string, body: string): Article => ({ ...zh(id, '', ''), title: { zh: '', en: title }, body: { zh: '', en: body } })
const told = (...articles: Article[]) => findDuplicates(articles).flatMap(({ contradictions }) => contradictions.map(({ a, b }) => [a, b]))

test.each([
  ['支持七天退货。', '不支持退货。'],
  ['贴身衣物支持退货。', '贴身衣物不支持退货。'],
  ['定制商品可以退。质量问题另说。', '定制商品不能退。'],
  ['发货后可以修改地址。', '发货后无法修改地址。'],
  ['电池有单独保修。', '电池没有单独保修。'],
  ['退货需要原包装。', '退货不用原包装。'],
])('KI-11 one article says what another denies: %s / %s', (a, b) => {
  expect(told(zh('a', '退货政策', a), zh('b', '退换货须知', b))).toHaveLength(1)
})

test.each([
  ['Worn shoes can be returned.', 'Worn shoes cannot be returned.'],
  ['We ship to islands.', 'We do not ship to islands.'],
  ['We ship to islands.', "We don't ship to islands."],
  ['Gift cards expire.', 'Gift cards never expire.'],
  ['There is a fee for exchanges.', 'There is no fee for exchanges.'],
])('KI-11 one article says what another denies: %s / %s', (a, b) => {
  expect(told(en('a', 'Returns and shipping', a), en('b', 'About returns', b))).toHaveLength(1)
})

test('KI-11 no contradiction: other conditions, one article, questions, other times, other matters, words that only look like "not"', () => {
  const none = (a: string, b: string, titleB = '退换货须知') => expect(told(zh('a', '退货政策', a), zh('b', titleB, b)), `${a} / ${b}`).toEqual([])
  expect(told(zh('a', '退货政策', '未拆封支持退货,拆封后不支持退货。支持退货。不支持退货。'))).toEqual([])
  none('未拆封支持退货。', '已拆封不支持退货。')
  none('未拆封支持退货，拆封后不支持退货。', '拆封后支持退货。')
  none('如果有质量问题支持退货。', '如果没有质量问题不支持退货。')
  none('支持退货吗？', '不支持退货。')
  none('能不能修改地址？', '能修改地址。')
  none('支持7天退货。', '不支持30天退货。')
  none('支持退货。', '不支持退货。', '发票开具')
  none('镜片材质不同。', '镜片材质同。')
  expect(told(en('a', 'Returns', 'Can worn shoes be returned?'), en('b', 'About returns', 'Worn shoes cannot be returned.'))).toEqual([])
  expect(told(en('a', 'Returns', 'Opened boxes cannot be returned.'), en('b', 'About returns', 'Sealed boxes can be returned.'))).toEqual([])
})
