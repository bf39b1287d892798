import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPromises } from './read.ts'
import { parseTerms } from './terms.ts'
import { parseExamples, score, type Labelled } from './testing.ts'

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
const TERMS: unknown = JSON.parse(read('../../../resources/promises/terms.json'))
const PLACE = { terms: parseTerms(TERMS), timeZone: 'Asia/Shanghai' }
/** A Friday morning. */
const AT = Date.parse('2026-11-27T10:30:00+08:00')
const told = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
const labelled = (text: string, at = AT): Labelled[] => readPromises(text, at, PLACE).map(({ kind, dueAt, assumed, amount }) => ({
  kind, due: assumed ? '~' : told(dueAt), amount: amount && `${amount.currency} ${(amount.amount / 100).toFixed(2)}`,
}))
const dues = (text: string, at: string): string[] => readPromises(text, Date.parse(`${at}+08:00`), PLACE).map(({ dueAt }) => told(dueAt))

describe('reading promises', () => {
  test.each(['open-zh', 'open-en', 'heldout-zh', 'heldout-en'])('PM-1 %s: promises are found and nothing else is taken for one, with time and amount (a promise never made would be held against us)', (file) => {
    const { wrong, ...figures } = score(parseExamples(read(`./testdata/${file}.tsv`)), labelled)
    expect(figures, wrong.map((one) => one.text).join('\n')).toEqual({ precision: 1, recall: 1, due: 1, amount: 1 })
  })

  test('PM-1 the words of a promise are where it says they are, also behind signs of two units', () => {
    const text = '😀 好的亲，今天18:00前给您退20元。Thanks!'
    const [one] = readPromises(text, AT, PLACE)
    expect([...text].slice(one?.start, one?.end).join('')).toBe(one?.words)
    expect(one?.words).toBe('今天18:00前给您退20元')
  })

  test('PM-1 any words are read, in little time (one reply must not hold up the desk)', () => {
    for (const text of ['', '，。、', '的'.repeat(4000), 'a, '.repeat(1300), '今天'.repeat(1000), '9999月99日给您退款', '99999999999999天内给您退款', '88888888个工作日内给您退款', '99999999999999999元今天退您', '\u0000\ud800']) expect(() => readPromises(text, AT, PLACE), text.slice(0, 20)).not.toThrow()
  })

  test('PM-2 one thing said in two ways is one promise, two things are two', () => {
    expect(labelled('我给您退15元，今天到您微信')).toEqual([{ kind: 'refund', due: '11-27 21:00', amount: 'CNY 15.00' }])
    expect(labelled('我去核实一下，明天中午前回复您').map(({ kind }) => kind)).toEqual(['answer'])
    expect(labelled('今天给您补发，另外明天给您退运费8元').map(({ kind, due }) => [kind, due])).toEqual([['ship', '11-27 21:00'], ['refund', '11-28 21:00']])
  })
})

describe('by when', () => {
  test.each([
    // After closing "today" still means today; an hour that is over is tomorrow's.
    ['今天给您回复', '2026-11-27T21:30:00', '11-27 23:59'], ['下午四点前给您回复', '2026-11-27T17:00:00', '11-28 16:00'], ['6点前给您回电', '2026-11-27T10:30:00', '11-27 18:00'],
    ['10点前给您回复', '2026-11-27T14:00:00', '11-27 22:00'],
    // Working days leave out the weekend, whatever day it is said on.
    ['2个工作日内给您退款', '2026-11-28T10:00:00', '12-01 18:00'], ['within 1 business day we will refund you', '2026-11-29T23:00:00', '11-30 18:00'],
    ['本周内给您答复', '2026-11-28T10:00:00', '11-29 21:00'], ['下周三前给您寄出', '2026-11-29T10:00:00', '12-02 21:00'],
    ['I will call you next Friday', '2026-11-23T10:00:00', '12-04 21:00'], ['I will call you on Friday', '2026-11-23T10:00:00', '11-27 21:00'],
    ['5号前给您退款', '2026-11-27T10:30:00', '12-05 21:00'], ['1月2日前给您退款', '2026-12-30T10:30:00', '01-02 21:00'],
  ])('PM-3 %s, said at %s: %s', (text, at, due) => {
    expect(dues(text, at)).toEqual([due])
  })

  test('PM-3 without a time it is the shop’s usual one, counted in its hours and working days, and says so (nobody is called at night)', () => {
    expect(dues('稍后给您回电', '2026-11-27T20:00:00')).toEqual(['11-28 10:00'])
    expect(dues('我们会给您补发', '2026-11-27T10:30:00')).toEqual(['12-01 18:00'])
    expect(readPromises('稍后给您回电', AT, PLACE)).toMatchObject([{ assumed: true }])
  })

  test('PM-3 terms that cannot be are refused by name', () => {
    expect(() => parseTerms({ ...(TERMS as object), hours: { from: '9', to: '25:00' } })).toThrow(/hours/)
  })
})
