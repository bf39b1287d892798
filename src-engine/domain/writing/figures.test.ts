import { describe, expect, test } from 'vitest'
import { survival } from './figures.ts'

const NOW = '2026-11-23T10:00:00+08:00'
const compare = (before: string, from: string, after: string, to: string) => survival({ text: before, language: from }, { text: after, language: to }, NOW)

describe('figures survive a rewrite and a translation', () => {
  test.each([
    ['退款129.50元，48小时内到账。', 'zh', '退款 129.5 元会在 48 小时内到账', 'zh'],
    ['退款129.50元，48小时内到账，11月25日前。', 'zh', 'Your refund of 129.50 yuan arrives within 48 hours, by 25 November.', 'en'],
    ['明天18:00前回复您，订单2188340610072265', 'zh', 'We will reply by 6 pm tomorrow, order 2188340610072265', 'en'],
    ['It cost 20 dollars', 'en', '花了20美元', 'zh'],
    ['五天了还没到', 'zh', 'It has been five days and it is still not here', 'en'],
    ['3-5个工作日到账', 'zh', 'It arrives in 3-5 business days', 'en'],
    ['中通 73100299881726', 'zh', 'ZTO 73100299881726', 'en'],
    ['退款129.50元，11月25日前到账', 'zh', 'Su reembolso de 129,50 yuanes llegará antes del 25 de noviembre', 'es'],
    ['退款1299.50元，三天内', 'zh', 'Ihre Erstattung von 1.299,50 Yuan in 3 Tagen', 'de'],
    ['Llegó el 12/11 y pagué 45,90 euros', 'es', '12月11日到的，付了45.90欧元', 'zh'],
  ])('RW-6 %s (%s) = %s (%s): the same figures in another writing are not marked', (before, from, after, to) => {
    expect(compare(before, from, after, to)).toEqual({ findings: [], lost: [] })
  })

  test('RW-7 an amount that changed and a time that appeared are marked where they stand, with what the words said', () => {
    const { findings, lost } = compare('退款129.50元，48小时内到账。', 'zh', '退款130元，24小时内到账', 'zh')
    expect(findings).toMatchObject([
      { kind: 'figure', severity: 'error', text: '130元', start: 2, end: 6, expected: '129.50元' },
      { kind: 'figure', severity: 'error', text: '24小时', expected: '48小时' },
    ])
    expect(lost).toEqual(['129.50元', '48小时'])
  })

  test('RW-7 a figure out of nothing is marked, one that is gone is named', () => {
    expect(compare('我们在核实。', 'zh', '我们在核实，补偿您88元。', 'zh').findings).toMatchObject([{ text: '88元', severity: 'error' }])
    expect(compare('退款129.50元，48小时内到账。', 'zh', '退款很快到账', 'zh').lost).toEqual(['129.50元', '48小时'])
  })

  test('RW-7 another currency is another amount', () => {
    expect(compare('退款129.50元', 'zh', 'A refund of $129.50', 'en').findings).toHaveLength(1)
  })

  test('RW-7 what is put in place of a wrong figure is in the language of the text (Alt+G put “2 days” into a Chinese sentence)', () => {
    expect(compare('Your parcel arrives in 2 days', 'en', '您的包裹3天内到', 'zh').findings).toMatchObject([{ text: '3天', expected: '2天' }])
    expect(compare('付了 45.90 欧元', 'zh', 'You paid 54.90 pounds', 'en').findings[0]).not.toHaveProperty('expected')
  })

  test('RW-7 offsets are code points, also behind pictures', () => {
    expect(compare('退款129元', 'zh', '😀退款130元', 'zh').findings).toMatchObject([{ start: 3, end: 7 }])
  })
})
