import { describe, expect, test } from 'vitest'
import { everyDay } from '../../../src-shared/domain/shop-hours.ts'
import { mannersFor } from './manner.ts'
import { LI, order, PAID } from './testing.ts'
import { hoursIn, replyBy } from './reply-by.ts'
import { replacementFor } from './replacement.ts'
import { inVoice, learnVoice, NO_VOICE, voiceText } from './voice.ts'
import { EARBUDS } from './testing.ts'

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+08:00`)
const HOURS = everyDay({ from: '09:00', to: '18:00' }, 'Asia/Shanghai')
const calm = { language: 'zh', isHeavy: false, said: () => false, longest: 60 }

describe('DL-8 the shop\'s own voice', () => {
  const replies = Array.from({ length: 30 }, (_, index) => `亲，您的第${index}单已经发出了哦。祝您生活愉快！😊`)
  const voice = learnVoice(replies)

  test('DL-8 greeting, address, particle, emoji and sign-off are counted, not guessed; the order of the replies changes nothing', () => {
    expect(voice).toEqual({ replies: 30, address: '您', greeting: '亲', particle: '哦', emoji: '😊', signOff: null })
    expect(learnVoice([...replies].reverse())).toEqual(voice)
    expect(learnVoice(Array.from({ length: 20 }, () => '您好，已经发出。有问题随时找我。')).signOff).toBe('有问题随时找我。')
  })

  test('DL-8 a few replies are no habit (one agent\'s morning would be the voice of the shop)', () => {
    expect(learnVoice(replies.slice(0, 19))).toEqual({ ...NO_VOICE, replies: 19 })
    expect(voiceText(NO_VOICE)).toContain('not known')
  })

  test('DL-8 a draft takes it on, but for the facts; an upset customer reads none of it', () => {
    expect(inVoice('您好，您的耳机由中通承运，单号7310。', voice, calm)).toBe('亲，您的耳机由中通承运，单号7310。😊')
    expect(inVoice('您好，有结果告诉您。', voice, calm)).toBe('亲，有结果告诉您哦。😊')
    expect(inVoice('您好，抱歉让您久等。', voice, { ...calm, isHeavy: true })).toBe('您好，抱歉让您久等。')
    expect(inVoice('Hello! It is on its way.', voice, { ...calm, language: 'en' })).toBe('Hello! It is on its way.')
  })

  test('DL-8 what was said once is not said again, and no bubble grows too long for it', () => {
    const closing = learnVoice(Array.from({ length: 20 }, () => '您好，已经发出。有问题随时找我。'))
    expect(inVoice('您好，已经发出。', closing, calm)).toBe('您好，已经发出。有问题随时找我。')
    expect(inVoice('您好，已经发出。', closing, { ...calm, said: () => true })).toBe('您好，已经发出。')
    expect(inVoice('您好，已经发出。', closing, { ...calm, longest: 9 })).toBe('您好，已经发出。')
  })
})

describe('DL-10 no empty time', () => {
  test.each([['10:00', '今天18:00前', 'by 18:00 today'], ['17:30', '11月25日12:00前', 'by 12:00 on 25 November'], ['23:30', '11月25日12:00前', 'by 12:00 on 25 November'], ['02:00', '今天18:00前', 'by 18:00 today']])('DL-10 at %s: %s', (time, zh, en) => {
    expect(replyBy(at(time), 'Asia/Shanghai', HOURS, 'zh')).toBe(zh)
    expect(replyBy(at(time), 'Asia/Shanghai', HOURS, 'en')).toBe(en)
  })

  test('DL-10 a closed day, a holiday and a break are counted as the shop has them (a Saturday would be promised by who is at home)', () => {
    const workdays = { ...HOURS, week: HOURS.week.map((open, day) => (day < 5 ? open : [])), exceptions: [{ day: '2026-11-30', open: [], name: '' }, { day: '2026-12-01', open: [{ from: '13:00', to: '15:30' }], name: '' }] }
    const on = (day: string, time: string) => replyBy(Date.parse(`2026-${day}T${time}:00+08:00`), 'Asia/Shanghai', workdays, 'en')
    expect([on('11-27', '10:00'), on('11-27', '17:30'), on('11-28', '10:00'), on('12-01', '10:00')]).toEqual(['by 18:00 today', 'by 15:30 on 1 December', 'by 15:30 on 1 December', 'by 15:30 today'])
    expect(replyBy(at('20:00'), 'Asia/Shanghai', everyDay({ from: '09:00', to: '24:00' }, 'Asia/Shanghai'), 'zh')).toBe('今天23:59前')
    expect(replyBy(at('20:00'), 'Asia/Shanghai', { ...HOURS, week: HOURS.week.map(() => []) }, 'zh')).toBeNull()
  })

  test('DL-10 the hours as shops write them; a language without such words promises nothing', () => {
    expect(hoursIn('工作时间 9:00至22:00')).toEqual({ from: '09:00', to: '22:00' })
    expect(hoursIn('around the clock')).toBeNull()
    expect(replyBy(at('10:00'), 'Asia/Shanghai', HOURS, 'fr')).toBeNull()
  })
})

describe('DL-9 personal', () => {
  test('DL-9 each rule is named: a member, a second problem, short answers, no calls, another language', () => {
    const trouble = { ...PAID, afterSale: { id: 'a', kind: 'refund' as const, status: 'paid' as const, amount: PAID.total, requestedAt: 0 } }
    expect(mannersFor({ ...LI, level: 'gold', note: '请简短，不要打电话', language: 'en' }, [order(), trouble], order().no, 'zh')).toEqual(['member', 'again', 'short', 'no-calls', 'own-language'])
    expect(mannersFor(LI, [trouble], trouble.no, 'zh')).toEqual([])
    expect(mannersFor(null, [trouble], null, 'zh')).toEqual([])
  })

  test('DL-9 another product: the same kind, in stock, the nearest price; none where stock is not known or nothing is near', () => {
    const goods = (id: string, price: number, stock?: number) => ({ ...EARBUDS, id, price: { ...EARBUDS.price, amount: price }, ...(stock === undefined ? {} : { stock }) })
    const gone = goods('gone', 10_000, 0)
    expect(replacementFor(gone, [gone, goods('near', 11_000, 3), goods('nearer', 9_500, 1), goods('sold out', 10_000, 0), goods('unknown', 10_000)])).toMatchObject({ product: { id: 'nearer' }, difference: -500 })
    expect(replacementFor(gone, [goods('far', 20_000, 3), { ...goods('other kind', 10_000, 3), category: 'home' }])).toBeNull()
    expect(replacementFor(goods('there', 10_000, 5), [goods('near', 10_000, 3)])).toBeNull()
    expect(replacementFor(goods('unknown', 10_000), [goods('near', 10_000, 3)])).toBeNull()
  })
})
