import { expect, test } from 'vitest'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { nextWords, NO_WORDS } from '../composer/ghost.ts'
import { placeFindings } from '../composer/guard/place.ts'
import { drawnPieces } from './answer-pieces.ts'
import { insertable, joined } from './insert.ts'

const TEXT = '😀付了 129 元[1]，退了 388 元 [2]。'
const amount: Finding = { kind: 'amount', severity: 'error', text: '388 元', start: 16, end: 21 }

test('CO-8 an answer goes into a reply without the numbers of its sources, and its marks stay on their words', () => {
  const { text, findings } = insertable({ text: TEXT, findings: [amount] })
  expect(text).toBe('😀付了 129 元，退了 388 元。')
  expect(findings.map(({ start, end }) => [...text].slice(start, end).join(''))).toEqual(['388 元'])
})

test('CO-8 marks of two pieces that stand in one reply are both drawn, in whatever order they stand', () => {
  const checked = { id: 'a', text: '退您 ¥199。', findings: [{ ...amount, text: '¥199', start: 3, end: 7 }] }
  const words = nextWords({ ...NO_WORDS, checked }, { type: 'inserted', checked: { id: 'b', ...insertable({ text: TEXT, findings: [amount] }), findings: [...insertable({ text: TEXT, findings: [amount] }).findings] } })
  const shown = '付了 129 元，退了 388 元。退您 ¥199。'
  expect(placeFindings(shown, words.checked ?? checked).map(({ start, end }) => [...shown].slice(start, end).join(''))).toEqual(['388 元', '¥199'])
})

test('CO-7 an answer is drawn piece by piece: words, numbers that lead somewhere, marks; a number of nothing is only words', () => {
  expect(drawnPieces({ text: TEXT, findings: [amount] }, new Set([1]))).toEqual([
    { text: '😀付了 129 元', n: null, finding: null }, { text: '[1]', n: 1, finding: null }, { text: '，退了 ', n: null, finding: null }, { text: '388 元', n: null, finding: amount },
    { text: ' ', n: null, finding: null }, { text: '[2]', n: null, finding: null }, { text: '。', n: null, finding: null },
  ])
})

test('CO-14 two Latin words do not run into one at the caret; Chinese needs no space', () => {
  expect([joined('Hello.', 'We sent it'), joined('Hello ', 'We'), joined('您好，', '已补发'), joined('', 'We'), joined('order', '2188')]).toEqual([' We sent it', 'We', '已补发', 'We', ' 2188'])
})
