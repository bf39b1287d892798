import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intoBubbles } from './bubbles.ts'

const own = (text: string) => ({ text, isQuote: false })
const quoted = (text: string) => ({ text, isQuote: true })

test('DL-3 a long bubble is cut where a sentence ends, and neighbours stay together where they fit', () => {
  expect(intoBubbles([[own('第一句话说明情况，这一句比较长一些，一共有三十个字左右的样子。'), own('第二句话接着说下去，也不算短，也有三十多个字，加上前面就太长了。')]], 'zh')).toHaveLength(2)
  expect(intoBubbles([[own('您好，'), own('已经发出。')]], 'zh')).toEqual(['您好，已经发出。'])
})

test('DL-3 what is too much goes from the end of a quotation, never from our own words', () => {
  const sentence = (n: number): string => `第${n}条规定写得比较长，说明了什么情况下可以退，什么情况下不可以退，还有运费怎么算。`
  const made = intoBubbles([[own('抱歉给您添麻烦了。')], [quoted([1, 2, 3, 4].map(sentence).join(''))], [own('您更希望退货退款还是换货？')]], 'zh')
  expect(made).toHaveLength(3)
  expect(made[0]).toMatch(/^抱歉给您添麻烦了。/)
  expect(made.at(-1)).toMatch(/您更希望退货退款还是换货？$/)
  expect(made.join('')).not.toContain('第4条')
})

test('DL-3 of any words at most three bubbles, and no sign of our own is lost', () => {
  const words = fc.array(fc.array(fc.string({ unit: fc.constantFrom('好', '退', '。', '，', '1', ' ', '？', '\n'), maxLength: 80 }).map(own), { maxLength: 3 }), { maxLength: 3 })
  fc.assert(fc.property(words, (bubbles) => {
    const made = intoBubbles(bubbles, 'zh')
    expect(made.length).toBeLessThanOrEqual(3)
    const signs = (text: string): string => text.replace(/\s/g, '')
    expect(signs(made.join(''))).toBe(signs(bubbles.flat().map(({ text }) => text).join('')))
  }), { seed: 7, numRuns: 300 })
})
