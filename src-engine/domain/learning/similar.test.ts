import { expect, test } from 'vitest'
import { askedTerms, BY_WORDS_ALONE, likeness, questionLikeness, SAME_QUESTION, SAME_REPLY, termsOf } from './similar.ts'

const asked = (a: string, b: string): number => questionLikeness(askedTerms(a), askedTerms(b))

test('LR-16 the same question in other words is the same, another one about the same thing is not (an answer about washing would go to who asks about the size)', () => {
  expect(asked('请问你们的手冲壶可以直接放在电磁炉上烧吗？', '想问下手冲壶能直接放电磁炉上烧吗？')).toBeGreaterThanOrEqual(BY_WORDS_ALONE)
  expect(asked('Can you tell me if the kettle works with 110 volts?', 'does the kettle work on 110 volts')).toBeGreaterThanOrEqual(BY_WORDS_ALONE)
  expect(asked('这件毛衣可以机洗吗？', '这件毛衣有XL码吗？')).toBeLessThan(SAME_QUESTION)
  expect(asked('is the sweater machine washable', 'is the sweater true to size')).toBeLessThan(SAME_QUESTION)
})

test('LR-16 two wordings of one reply are one, gaps count for nothing, and nothing is like nothing', () => {
  const reply = '滤芯建议每6个月更换一次，水质比较硬的话3个月换一次。'
  expect(likeness(termsOf(reply), termsOf('滤芯建议每6个月更换一次，如果水质比较硬，3个月换一次更好。'))).toBeGreaterThanOrEqual(SAME_REPLY)
  expect(likeness(termsOf('{order}{amount}'), termsOf('{order}{amount}'))).toBe(0)
  expect(likeness(termsOf(reply), termsOf('退货的运费由我们承担。'))).toBeLessThan(SAME_REPLY)
})
