import { expect, test } from 'vitest'
import type { Article } from '../../../src-shared/domain/article.ts'
import { createKnowledge } from '../knowledge/index.ts'
import { quote } from './quote.ts'

const earbuds: Article = {
  id: 'earbuds', version: 1, audience: 'customer', topics: ['quality_defect'], productIds: ['p01'],
  title: { zh: '耳机单边无声', en: 'One earbud is silent' }, body: { zh: '用了几天单边没声：两只放回盒中，长按按键 10 秒后重新配对。', en: 'One side silent: reset the buds in the case.' },
}
const ask = (words: string, productIds: string[] | null) => {
  const hits = createKnowledge([earbuds]).search(words, { language: 'zh', audience: 'customer', topics: ['quality_defect'], k: 3 })
  return quote(hits, { topic: 'quality_defect', words, language: 'zh', productIds, avoid: () => false })
}

test('D-3 the article of one product is not told to someone whose goods are unknown (a kettle would be paired with a phone)', () => {
  expect(ask('用了三天就坏了', null)).toBeNull()
  expect(ask('用了三天就坏了', ['p09'])).toBeNull()
  expect(ask('用了三天就坏了', ['p01'])).not.toBeNull()
})

test('D-19 a fixed text is never quoted for a word it shares (an advertiser was told to freeze his bank card)', () => {
  const scam: Article = { ...earbuds, id: 'scam', productIds: [], topics: ['scam_check'], title: { zh: '接到电话怎么办', en: 'A call' }, body: { zh: '已经填了资料或转了账的，请联系银行；方便的话把对方号码发给我们。', en: 'Call your bank.' } }
  const words = '方便留个联系方式吗 资料填了 对方号码发您 银行转账'
  const hits = createKnowledge([scam]).search(words, { language: 'zh', audience: 'customer', k: 3 })
  expect(hits.length).toBeGreaterThan(0)
  expect(quote(hits, { topic: null, words, language: 'zh', productIds: null, avoid: () => false })).toBeNull()
})

test('D-19 the article whose first topic it is comes before one that only touches it (a refund got the gift cards)', () => {
  const make = (id: string, topics: string[], zh: string): Article => ({ ...earbuds, id, productIds: [], topics, title: { zh, en: id }, body: { zh: `${zh}的退款原路退回。`, en: id } })
  const hits = createKnowledge([make('cards', ['promo_coupon', 'refund_progress'], '卡里钱退回'), make('refunds', ['refund_progress'], '退款到账')])
    .search('钱退到卡里', { language: 'zh', audience: 'customer', topics: ['refund_progress'], k: 3 })
  expect(quote(hits, { topic: 'refund_progress', words: '钱退到卡里', language: 'zh', productIds: null, avoid: () => false })).toMatchObject({ sources: [{ id: 'refunds' }] })
})
