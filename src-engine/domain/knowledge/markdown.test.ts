import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown } from './markdown.ts'

const cut = (raw: string, { start, end }: { start: number; end: number }): string => [...raw].slice(start, end).join('')

test('KN-5 the first heading is the title, underlined ones too, none inside code; a nameless file is called as its file', () => {
  expect(readMarkdown('intro\n\n## 退款 *多久* ##\n\nText', 'x').title).toBe('退款 多久')
  expect(readMarkdown('Shrinking\n=========\n\nWool.', 'x').title).toBe('Shrinking')
  expect(readMarkdown('```\n# not this\n```\n\n# This', 'x').title).toBe('This')
  expect(readMarkdown('---\ntitle: no\n---\n# [Link](a.md) here', 'x').title).toBe('Link here')
  expect(readMarkdown('just text', 'my file')).toMatchObject({ title: 'my file', passages: [{ text: 'just text' }] })
})

test('KN-5 offsets are code points of the raw text: byte order mark, front matter, CRLF and emoji shift none of them', () => {
  const raw = '\uFEFF---\r\na: 😀\r\n---\r\n# 题 😀\r\n\r\n原路退回😀。\r\n\r\n## 银行卡\r\n信用卡要 7 天。\r\n'
  const { title, passages } = readMarkdown(raw, 'x')
  expect(title).toBe('题 😀')
  expect(passages.map(({ text }) => text)).toEqual(['原路退回😀。', '信用卡要 7 天。'])
  for (const passage of passages) expect(cut(raw, passage)).toBe(passage.text)
  expect(passages[1]?.heading).toBe('银行卡')
})

test('KN-5 any text is cut without throwing, each passage where it says', () => {
  const piece = fc.constantFrom('# ', '## 标题\n', '\n', '\n\n', '\r\n', '---\n', '===\n', '```\n', '😀', '退货。', 'word. ', '- item\n', '\uFEFF', ' ')
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const raw = pieces.join('')
    for (const passage of readMarkdown(raw, 'x').passages) expect(cut(raw, passage)).toBe(passage.text)
  }), { seed: 5, numRuns: 500 })
})

test('KN-5 a file with nothing but a heading is found by it; one of white space has no passages', () => {
  expect(readMarkdown('# Only\n', 'x').passages).toMatchObject([{ text: '# Only', start: 0, end: 6 }])
  expect(readMarkdown(' \n\n', 'x').passages).toEqual([])
})
