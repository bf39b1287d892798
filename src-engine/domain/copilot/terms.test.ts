import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answeringSentence, marksOf } from './terms.ts'

const marked = (text: string, query: string): string[] => marksOf(text, query).map(({ start, end }) => [...text].slice(start, end).join(''))

test('CO-1 Chinese words are marked where two characters and more are shared, others by their stem; words that say nothing are not', () => {
  expect(marked('😀退货运费由买家承担', '退货运费谁出')).toEqual(['退货运费'])
  expect(marked('You pay the return freight when returning', 'who pays for returns')).toEqual(['pay', 'return', 'returning'])
  expect(marked('我们的', '你们的我们')).toEqual([])
})

test('CO-1 marks lie inside the text, in order, and never overlap, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
    let last = 0
    for (const { start, end } of marksOf(text, query)) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      last = end
    }
    expect(last).toBeLessThanOrEqual([...text].length)
  }), { seed: 3 })
})

test('CO-5 the sentence that answers is marked whole, by code points, and none where nothing is shared', () => {
  const passage = '😀先说别的。退货运费由我们承担，最多 25 元。谢谢。'
  const { span } = answeringSentence(passage, '退货运费最多多少')
  expect([...passage].slice(span?.start, span?.end).join('')).toBe('退货运费由我们承担，最多 25 元。')
  expect(answeringSentence('The lamp is blue.', '退货运费').span).toBeNull()
  const list = '到账时间：\n支付宝 24 小时内；信用卡 3–7 个工作日。'
  const told = answeringSentence(list, '多久到账').span
  expect([...list].slice(told?.start, told?.end).join('')).toBe('到账时间：\n支付宝 24 小时内；')
})
