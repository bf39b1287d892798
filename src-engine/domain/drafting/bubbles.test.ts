import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intoBubbles, wordsIntoBubbles } from './bubbles.ts'

const own = (text: string) => ({ text, isQuote: false })
const quoted = (text: string) => ({ text, isQuote: true })

test('DL-3 a long bubble is cut where a sentence ends, and neighbours stay together where they fit', () => {
  expect(intoBubbles([[own('第一句话说明情况，这一句比较长一些，一共有三十个字左右的样子。'), own('第二句话接着说下去，也不算短，也有三十多个字，加上前面就太长了。')]], 'zh')).toHaveLength(2)
  expect(intoBubbles([[own('您好，'), own('已经发出。')]], 'zh')).toEqual(['您好，已经发出。'])
})

test('DL-3 a sentence that is too long is cut at a comma, not in the middle of a list (a message that ended with "、")', () => {
  const [first, second] = intoBubbles([[own('保修期从签收次日算起，月数写在商品页：耳机、音箱、台灯、加湿器、净化器、背包12个月，充电器18个月，电热水壶、帐篷24个月，登机箱36个月。')]], 'zh')
  expect(first).toMatch(/充电器18个月，$/)
  expect(second).toBe('电热水壶、帐篷24个月，登机箱36个月。')
  expect(intoBubbles([[own(`有${'耳机、'.repeat(30)}背包。`)]], 'zh').every((bubble) => [...bubble].length <= 60)).toBe(true)
})

test('DL-3 what is too much goes from the end of a quotation, never from our own words', () => {
  const sentence = (n: number): string => `第${n}条规定写得比较长，说明了什么情况下可以退，什么情况下不可以退，还有运费怎么算。`
  const made = intoBubbles([[own('抱歉给您添麻烦了。')], [quoted([1, 2, 3, 4].map(sentence).join(''))], [own('您更希望退货退款还是换货？')]], 'zh')
  expect(made).toHaveLength(3)
  expect(made[0]).toMatch(/^抱歉给您添麻烦了。/)
  expect(made.at(-1)).toMatch(/您更希望退货退款还是换货？$/)
  expect(made.join('')).not.toContain('第4条')
})

test('DL-3 a quotation that is cut ends like a sentence, not in the middle of a list', () => {
  const list = '退款原路退回，页面显示“退款成功”后的到账时间：支付宝余额、微信零钱：24 小时内；花呗：24 小时内恢复额度，已出账单的在下期抵扣；借记卡：1–5 个工作日；信用卡：3–7 个工作日；其他方式以银行通知为准。'
  const made = intoBubbles([[own('您好，之前已经让您为别的订单费心，这次又添麻烦，抱歉，您的退款已经退出。')], [quoted(list)], [own('还有一单：您的云雀真无线耳机的退货申请现在还是“仓库检测中”，检测完当天会告诉您。')]], 'zh')
  expect(made).toHaveLength(3)
  expect(made[1]).toBe('退款原路退回，页面显示“退款成功”后的到账时间：支付宝余额、微信零钱：24 小时内。')
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

test('D-20 a model\'s words come in at most three bubbles, cut where sentences end, and none of them is lost (eight paragraphs went out as they came)', () => {
  const short = '您好，已经发出。\n预计明天到。\n\n有问题随时找我。'
  expect(wordsIntoBubbles(short, 'zh')).toBe(short)
  expect(wordsIntoBubbles('一。\n\n二。\n\n三。\n\n四。', 'zh').split('\n\n')).toHaveLength(3)
  const long = Array.from({ length: 4 }, (_, n) => `第${n}句把情况说清楚，写得有点长，大概三十个字的样子，还要再长一点。`).join('')
  const made = wordsIntoBubbles(long, 'zh').split('\n\n')
  expect(made.every((bubble) => bubble.endsWith('。'))).toBe(true)
  expect(made.join('')).toBe(long)
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('好', '退', '。', '，', ',', ':', '1', ' ', 'a', '?', '\n'), maxLength: 400 }), fc.constantFrom('zh', 'en'), (text, language) => {
    const signs = (words: string): string => words.replace(/\s/g, '')
    const bubbles = wordsIntoBubbles(text, language)
    expect(signs(bubbles)).toBe(signs(text))
    expect(bubbles.split(/\n\s*\n/).length).toBeLessThanOrEqual(3)
  }), { seed: 11, numRuns: 300 })
})

test('D-20 figures and addresses of the web are not cut (18:00 became two messages)', () => {
  const whole = ['https://shop.example.com/a?b=1&c=2', '18:00', '1,299.00']
  const text = `今天18:00前回复您${'这里说明退款和换货的情况'.repeat(3)}金额是1,299.00元，进度看https://shop.example.com/a?b=1&c=2 ${'后面再补充说明一下情况'.repeat(6)}`
  const made = wordsIntoBubbles(text, 'zh')
  for (const one of whole) expect(made).toContain(one)
})
