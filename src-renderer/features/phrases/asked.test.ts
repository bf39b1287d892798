import { describe, expect, test } from 'vitest'
import { askedFor, NO_WISH, wishAfter } from './asked.ts'

const at = (text: string, composing = false, wish = NO_WISH) => askedFor(text, text.length, composing, wish)

describe('what opens the list of phrases', () => {
  test('H-11 a slash at the beginning or after a space, and not one in an address, a date or before a space', () => {
    expect(at('/')).toEqual({ from: 0, query: '' })
    expect(at('好的 /fh')).toEqual({ from: 3, query: 'fh' })
    expect(at('好的\n／退货')).toEqual({ from: 3, query: '退货' })
    for (const text of ['http://a', '1/2', '好/fh', '/ fh', '/fh 好', '']) expect([text, at(text)]).toEqual([text, null])
    expect(askedFor('/fh 后面', 3, false, NO_WISH)).toEqual({ from: 0, query: 'fh' })
  })

  test('H-11 Esc leaves what was typed and stays away until another slash is typed', () => {
    const closed = { opened: null, closed: 0 }
    expect(at('/fh', false, closed)).toBeNull()
    expect(wishAfter(closed, '/fhs', 4)).toBe(closed)
    expect(wishAfter(closed, '', 0)).toEqual(NO_WISH)
    expect(at('/fh /x', false, closed)).toEqual({ from: 4, query: 'x' })
  })

  test('H-11 opened by its key it looks for what is typed from there, spaces included, until the line ends', () => {
    const opened = { opened: 3, closed: null }
    expect(at('您好,', false, opened)).toEqual({ from: 3, query: '' })
    expect(at('您好,how to', false, opened)).toEqual({ from: 3, query: 'how to' })
    expect(wishAfter(opened, '您', 1)).toEqual(NO_WISH)
    expect(wishAfter(opened, '您好,\n', 4)).toEqual(NO_WISH)
  })

  test('H-12 half-written pinyin of an input method is looked up as letters and does not close the list', () => {
    expect(at("/fa'huo shi", true)).toEqual({ from: 0, query: 'fahuoshi' })
    expect(at("/fa'huo shi")).toBeNull()
  })
})
