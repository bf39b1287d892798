import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkTone, TONE_KINDS } from './index.ts'

const check = (text: string, language = 'zh', more: Partial<Parameters<typeof checkTone>[1]> = {}) => checkTone(text, { language, asked: true, name: '', ...more })
const told = (...found: Parameters<typeof check>) => check(...found).map(({ kind, text, expected }) => [kind.slice(5), text, expected ?? null])

describe('tone of one’s own reply', () => {
  test.each<[string, string, [string, string, string | null][]]>([
    ['zh', '你自己去看物流吧！！', [['cold', '你自己去看', '我来帮您看'], ['shouting', '！！', '。']]],
    ['zh', '不知道', [['cold', '不知道', '我去核实一下']]],
    ['zh', '这个不归我们管，您问快递。', [['cold', '不归我们管', '我来帮您问']]],
    ['zh', '规定就是这样的。', [['cold', '规定就是这样的', '按店里的规则是这样']]],
    ['zh', '都说了多少遍了，明天发。', [['blaming', '都说了多少遍了', '我再说明一下']]],
    ['zh', '是您地址填错了。', [['blaming', '是您地址填错了', '填的地方要改一下']]],
    ['zh', '您没看清楚页面吧。', [['blaming', '您没看清楚', '页面上写得不够显眼']]],
    ['zh', '谁让您不早说', [['blaming', '谁让您不早说', null]]],
    ['zh', '您别催了，明天发。', [['blaming', '您别催了', '我知道您着急']]],
    ['zh', '你的包裹明天到。', [['address', '你', '您']]],
    ['zh', '亲，明天发。', [['address', '亲', '您好']]],
    ['zh', '好的，请耐心等待', [['empty', '好的，请耐心等待', null]]],
    ['en', 'Check it yourself.', [['cold', 'Check it yourself', 'Let me check for you']]],
    ['en', 'That is not our problem.', [['cold', 'That is not our problem', 'Let me ask the right team']]],
    ['en', 'As I already told you, it shipped.', [['blaming', 'As I already told you', 'To say it again']]],
    ['en', 'You entered the wrong address.', [['blaming', 'You entered the wrong address', 'The address needs a change']]],
    ['en', 'It is your own fault.', [['blaming', 'It is your own fault', 'This can be put right']]],
    ['en', 'WE DO NOT KNOW YET!!', [['shouting', 'WE DO NOT KNOW YET', 'We do not know yet'], ['shouting', '!!', '.']]],
    ['en', 'Please be patient.', [['empty', 'Please be patient.', null]]],
  ])('RW-8 %s: %s', (language, text, expected) => {
    expect(told(text, language)).toEqual(expected)
  })

  test.each([
    ['zh', '您好，我去核实，今天18:00前回复您。'], ['zh', '迷你风扇还有货，白色和黑色都有。'], ['zh', '您的情况我记下了，还不清楚原因，检测后告诉您。'], ['zh', '页面上没写的，您可以问我。'], ['zh', '有没有办法我去问一下。'],
    ['en', 'The USB-C cable and the HDMI adapter ship on 25 November.'], ['en', 'Your parcel is with DHL in the UK.'], ['en', 'I am sorry. Your order ABC12345 is on its way!'], ['en', 'I would love to help: which size do you need?'], ['en', 'Take your time, I am here until 6 pm.'],
  ])('RW-9 %s: nothing is said of “%s” (advice on every line is read by nobody)', (language, text) => {
    expect(check(text, language)).toEqual([])
  })

  test.each(['zh', 'en'])('RW-9 none of the usual replies in %s that the guard lets pass has a mark, but for its length', (language) => {
    const replies = readFileSync(new URL(`../../guard/clean-replies.${language}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line.trim() !== '')
    expect(replies.length).toBeGreaterThan(150)
    expect(replies.flatMap((reply) => check(reply, language)).filter(({ kind }) => kind !== 'tone-long')).toEqual([])
  })

  test('RW-8 length is told for each bubble, and from the fourth bubble on', () => {
    expect(check('您'.repeat(60))).toEqual([])
    expect(check(`短句。\n\n${'您'.repeat(61)}`)).toMatchObject([{ kind: 'tone-long', start: 65, end: 66 }])
    expect(check('一。\n\n二。\n\n三。\n\n四。')).toMatchObject([{ kind: 'tone-long', text: '四。' }])
    expect(check('a'.repeat(200), 'en')).toEqual([])
    expect(check('ä'.repeat(201), 'de')).toMatchObject([{ kind: 'tone-long', start: 200 }])
  })

  test('RW-8 a customer whose name is known is not “Dear customer”', () => {
    expect(told('Dear customer, it shipped.', 'en', { name: 'Emma Stone' })).toEqual([['address', 'Dear customer', 'Dear Emma']])
    expect(told('Dear customer, it shipped.', 'en')).toEqual([])
  })

  test('RW-9 “好的” to somebody who asked nothing is an answer', () => {
    expect(check('好的', 'zh', { asked: false })).toEqual([])
  })

  test('RW-9 nothing of it is an error, so nothing of it holds a reply back', () => {
    const all = ['你自己去看！！', '是您填错了', '你好啊', '好的', '好'.repeat(70)].flatMap((text) => check(text))
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(TONE_KINDS))
    expect(all.some(({ severity }) => severity === 'error')).toBe(false)
  })

  test('RW-8 offsets are code points, also behind pictures', () => {
    expect(check('😀你好')).toMatchObject([{ start: 1, end: 2 }])
  })
})
