import { describe, expect, test } from 'vitest'
import { hitsIn, linksIn, segments, type Mark } from './segments.ts'

const mark = (start: number, end: number, kind: Mark['kind'] = 'evidence'): Mark => ({ start, end, kind, note: '' })

describe('segments', () => {
  test('W-8 offsets count code points: an emoji before the evidence does not shift the underline', () => {
    const pieces = segments('😡😡骗子!', [mark(2, 4)])
    expect(pieces.map((p) => p.text)).toEqual(['😡😡', '骗子', '!'])
    expect(pieces[1]?.marks).toHaveLength(1)
  })

  test('W-8 overlapping marks share their pieces and no letter is lost or doubled', () => {
    const text = '再不处理我打12315'
    const pieces = segments(text, [mark(0, 6), mark(5, 11, 'hit')])
    expect(pieces.map((p) => p.text).join('')).toBe(text)
    expect(pieces.find((p) => p.marks.length === 2)?.text).toBe('打')
  })

  test('W-8 marks that are empty or beyond the text do not break it; one that runs over its end stops there', () => {
    expect(segments('ab', [mark(1, 1), mark(5, 9)]).map((p) => p.text)).toEqual(['ab'])
    expect(segments('ab', [mark(1, 9)]).map((p) => [p.text, p.marks.length])).toEqual([['a', 0], ['b', 1]])
    expect(segments('', [mark(0, 1)])).toEqual([])
  })
})

describe('links', () => {
  test('W-9 closing punctuation, also Chinese, is not part of the address', () => {
    expect(linksIn('看https://a.cn/x?y=1，谢谢 (http://b.com/c).').map((m) => m.note)).toEqual(['https://a.cn/x?y=1', 'http://b.com/c'])
  })

  test('W-9 only web addresses become links', () => {
    expect(linksIn('javascript:alert(1) file:///etc/passwd app://desk ftp://x')).toEqual([])
  })

  test('W-9 the mark stands on the address when emoji come before it', () => {
    const text = '😀 https://a.cn'
    const [link] = linksIn(text)
    expect([...text].slice(link?.start, link?.end).join('')).toBe('https://a.cn')
  })
})

test('W-9 search words are found whatever their letter case, each where it stands', () => {
  expect(hitsIn('Refund 退款 refund', 'REFUND 退款').map((m) => [m.start, m.end]).sort()).toEqual([[0, 6], [10, 16], [7, 9]].sort())
  expect(hitsIn('abc', '  ')).toEqual([])
})
