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
