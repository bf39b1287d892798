import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src-shared/domain/article.ts'
import { createKnowledge, tokens } from './index.ts'
import { passagesOf } from './passages.ts'

const article = (id: string, more: Partial<Article>): Article => ({
  id, version: 1, title: { zh: '', en: '' }, body: { zh: '', en: '' }, audience: 'customer', topics: [], productIds: [], ...more,
})
const RETURN = article('return', {
  title: { zh: '七天无理由退货', en: 'Seven-day returns' },
  body: { zh: '签收后七天内可以申请退货。\n\n退货运费由买家承担,质量问题由我们承担。', en: 'You can return within seven days of delivery.\n\nYou pay the return freight; we pay it when the goods are faulty.' },
  topics: ['return_request', 'return_freight'],
})
const EARBUDS = article('earbuds', {
  title: { zh: '云雀耳机配对', en: 'Pairing the Lark earbuds' }, topics: ['usage_help'], productIds: ['p01'],
  body: { zh: '打开充电盒,长按三秒进入配对。', en: 'Open the case and hold the button for three seconds to pair.' },
})
const SPEAKER = article('speaker', {
  title: { zh: '音箱配对', en: 'Pairing the speaker' }, topics: ['usage_help'], productIds: ['p03'],
  body: { zh: '长按电源键三秒进入配对。', en: 'Hold the power button for three seconds to pair.' },
})
const INTERNAL = article('caps', {
  title: { zh: '补偿上限', en: 'Compensation caps' }, audience: 'internal', topics: ['compensation_demand'],
  body: { zh: '单笔补偿最多二十元,退货运费可减半。', en: 'At most 20 yuan a case.' },
})
const shop = createKnowledge([RETURN, EARBUDS, SPEAKER, INTERNAL])

describe('K-1 tokens', () => {
  test('K-1 a run of Chinese becomes overlapping pairs, a single character itself, Latin words are lower-cased', () => {
    expect(tokens('S2蓝牙耳机,OK?货')).toEqual(['s2', '蓝牙', '牙耳', '耳机', 'ok', '货'])
    expect(tokens("Don't 123 テレビ")).toEqual(['dont', '123', 'テレ', 'レビ'])
  })

  test('K-1 any text gives tokens without white space or throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { for (const token of tokens(text)) expect(token).toMatch(/^\S+$/u) }), { seed: 1 })
  })
})

test('K-2 offsets are code points of the body: the slice is the passage (emoji shift UTF-16 offsets)', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('退货', '😀', '。', '\n', '\n\n', ' ', 'a b. ', '很长的一段话没有句号'.repeat(9)), { maxLength: 30 }), (parts) => {
    const body = parts.join('')
    for (const passage of passagesOf(body)) expect([...body].slice(passage.start, passage.end).join('')).toBe(passage.text)
  }), { seed: 2 })
})

describe('K-3 search', () => {
  test('K-3 two Chinese characters find the passage that holds them, not only its article', () => {
    const [hit] = shop.search('运费', { language: 'zh', audience: 'customer', k: 3 })
    expect(hit?.article.id).toBe('return')
    expect(hit?.passage).toBe('退货运费由买家承担,质量问题由我们承担。')
  })

  test('K-3 a Chinese question is answered with the English passage of the same place', () => {
    const [hit] = shop.search('退货运费谁出', { language: 'en', audience: 'customer', k: 1 })
    expect(hit).toMatchObject({ language: 'en', passage: 'You pay the return freight; we pay it when the goods are faulty.' })
    expect(hit && [...RETURN.body.en].slice(hit.start, hit.end).join('')).toBe(hit?.passage)
  })

  test('K-3 English endings do not matter', () => {
    expect(shop.search('returned', { language: 'en', k: 1 })[0]?.article.id).toBe('return')
    expect(shop.search('pairs earbud', { language: 'en', k: 1 })[0]?.article.id).toBe('earbuds')
  })

  test('K-3 the product asked about comes before its sibling', () => {
    expect(shop.search('怎么配对', { language: 'zh', productIds: ['p03'], k: 2 }).map((hit) => hit.article.id)).toEqual(['speaker', 'earbuds'])
    expect(shop.search('怎么配对', { language: 'zh', productIds: ['p01'], k: 2 }).map((hit) => hit.article.id)).toEqual(['earbuds', 'speaker'])
  })

  test('K-3 the topic finds an article that shares no word with the question', () => {
    expect(shop.search('咋整', { language: 'zh', topics: ['return_freight'], k: 1 })[0]?.article.id).toBe('return')
  })

  test('K-3 nothing in common is no hit', () => {
    expect(shop.search('火星', { language: 'zh', k: 5 })).toEqual([])
  })
})

test('K-4 an internal article is never among the hits for a customer', () => {
  const question = '补偿最多二十元 compensation caps yuan'
  expect(shop.search(question, { language: 'zh', audience: 'customer', topics: ['compensation_demand'], k: 9 }).map((hit) => hit.article.id)).not.toContain('caps')
  expect(shop.search(question, { language: 'zh', audience: 'internal', k: 9 }).map((hit) => hit.article.id)).toEqual(['caps'])
})

test('K-6 an article for buyers elsewhere is left out; where nothing is known of them it is not (a mainland return got an international label)', () => {
  const abroad = article('abroad', { title: { zh: '海外退货', en: 'Returns from abroad' }, body: { zh: '退货由我们提供国际运单。', en: 'We send a label.' }, topics: ['return_request'], buyers: 'overseas' })
  const found = (buyer: 'mainland' | 'overseas' | null) => createKnowledge([RETURN, abroad]).search('退货', { language: 'zh', topics: ['return_request'], buyer, k: 5 }).map((hit) => hit.article.id)
  expect(found('mainland')).toEqual(['return'])
  expect(found('overseas')).toContain('abroad')
  expect(found(null)).toContain('abroad')
})

test('K-5 same question, same answer, in the same order', () => {
  const ask = () => createKnowledge([SPEAKER, EARBUDS, RETURN]).search('三秒 配对', { language: 'zh', k: 3 })
  expect(ask()).toEqual(ask())
})
