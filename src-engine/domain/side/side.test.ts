import { describe, expect, test } from 'vitest'
import { numberClues, standsAlone } from './clues.ts'
import { place, type Candidate } from './place.ts'

const of = (customerId: string, kind: Candidate['clue']['kind'], text = ''): Candidate => ({ customerId, orderNo: null, clue: { kind, text } })

describe('numbers in a text', () => {
  test('SP-1 are read in groups, in full width, beside Han and with a country’s code; dates, amounts and words are none', () => {
    expect(numberClues('单号2188 3406 1007 2265！', []).whole).toContain('2188340610072265')
    expect(numberClues('运单ＪＴ１２２７９３３９７３８２３', []).whole).toContain('JT1227933973823')
    expect(numberClues('+86 13800000001', []).whole).toContain('13800000001')
    expect(numberClues('11月27日退129元 hello world', []).whole).toEqual([])
  })

  test('SP-10 a text full of digits gives a few numbers only', () => {
    expect(numberClues('1234567 '.repeat(500), []).whole.length).toBeLessThanOrEqual(12)
  })
})

describe('a name in a text', () => {
  test('SP-2 stands there as a word of its own: “Lin” is not in “Linda”, two Han characters may stand anywhere, one is no name', () => {
    expect([standsAlone('this is lin speaking', 'lin'), standsAlone('linda here', 'lin'), standsAlone('我是陈静呀', '陈静'), standsAlone('陈述', '陈'), standsAlone('(a.b)', 'a.b')]).toEqual([true, false, true, false, true])
  })
})

describe('where a capture belongs', () => {
  test('SP-2 one person’s whole number decides; anything else that points to somebody is asked', () => {
    expect(place([of('a', 'order'), of('a', 'name')], 'b')).toMatchObject({ kind: 'customer', proven: false })
    expect(place([of('a', 'name')], undefined)).toEqual({ kind: 'ask' })
    expect(place([of('a', 'tail')], 'a')).toEqual({ kind: 'ask' })
    expect(place([of('a', 'order'), of('b', 'name')], undefined)).toEqual({ kind: 'ask' })
    expect(place([of('a', 'order'), of('b', 'phone')], 'a')).toEqual({ kind: 'ask' })
  })

  test('SP-3 without a clue it is nobody’s, and asked where somebody was known (kept silently it would be the wrong customer)', () => {
    expect([place([], 'a').kind, place([], null).kind, place([], undefined).kind]).toEqual(['ask', 'new', 'new'])
  })

  test('SP-7 order and phone of one person agree: proven', () => {
    expect(place([of('a', 'order'), of('a', 'tail')], undefined)).toMatchObject({ kind: 'customer', proven: true })
    expect(place([of('a', 'phone'), of('a', 'name')], undefined)).toMatchObject({ kind: 'customer', proven: false })
  })
})
