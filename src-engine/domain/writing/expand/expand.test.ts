import { describe, expect, test } from 'vitest'
import { expandLocally } from './index.ts'

const NOW = '2026-11-23T10:00:00+08:00'
const TRACK = '您的云雀耳机由中通承运，单号73100299881726。'
const expand = (text: string, facts: Record<string, string> = {}) =>
  expandLocally(text, { name: '', topics: [], emotion: 0, said: [], now: NOW, fact: (topic) => facts[topic] ?? null })

describe('a reply out of keywords', () => {
  test.each([
    ['退 48h 到账 抱歉', '这件事让您多费心了，抱歉。退款48小时内到账。'],
    ['refund 48h sorry', 'I am sorry for the trouble this has been for you. Your refund arrives within 48 hours.'],
    ['退款 129.5元 3-5个工作日', '退款129.5元3-5个工作日内到账。'],
    ['发货 明天18点', '明天18点发货。'],
    ['换货 照片', '换货我来帮您登记。麻烦您拍张照片发给我。'],
    ['补发 3d', '补发3天内发出。'],
    ['查 今天18:00', '我今天18:00核实好回复您。'],
    ['sorry photo order number', 'I am sorry for the trouble. Please send me a photo of it. Please send me the order number.'],
    ['reply 18:00 today', 'I will reply to you at 18:00 today.'],
    ['thanks refund £12.50 3-5 working days', 'Your refund of £12.50 arrives within 3-5 working days. Thank you.'],
  ])('RW-10 %s', (keywords, expected) => {
    expect(expand(keywords)).toMatchObject({ text: expected, unused: [] })
  })

  test('RW-10 what the records say is said as they say it', () => {
    expect(expand('物流 抱歉', { where_is_order: TRACK }).text).toBe(`让您一直等包裹，抱歉。${TRACK}`)
    expect(expand('物流').text).toBe('包裹的位置我去核实，核实后在这里告诉您。')
  })

  test('RW-11 no figure is said that does not stand among the keywords or in a record (a refund got a time that nobody had given)', () => {
    for (const keywords of ['退款', '发货', '送达', '补发', '保修', '物流', '回复', 'refund', 'ship', 'arrive', 'warranty', 'reply', 'price match']) expect(expand(keywords).text).not.toMatch(/\d|[一二三四五六七八九十]+(?:天|小时|元)|day|hour|soon|尽快/)
  })

  test('RW-11 a keyword that nothing was made of is named, a figure too', () => {
    expect(expand('退 48h 葡萄')).toMatchObject({ text: '退款48小时内到账。', unused: ['葡萄'] })
    expect(expand('照片 48h')).toMatchObject({ text: '麻烦您拍张照片发给我。', unused: ['48小时'] })
    expect(expand('蓝莓 牛油果')).toMatchObject({ text: '', unused: ['蓝莓', '牛油果'] })
  })

  test('RW-11 keywords of another language than zh and en are left to an endpoint', () => {
    expect(expand('Rückerstattung 48h')).toMatchObject({ text: '', language: null })
  })
})
