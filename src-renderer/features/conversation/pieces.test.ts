import { expect, test } from 'vitest'
import { shownPieces } from './pieces.ts'
import type { Mark } from './segments.ts'

const hit = (start: number, end: number): Mark => ({ start, end, kind: 'hit', note: '' })

test('BU-8 a reply that goes apart is drawn as its messages, each with the marks that stand in it, also behind emoji', () => {
  expect(shownPieces('👍好\n\n到杭州了', [hit(1, 2), hit(5, 7)], true)).toEqual([{ text: '👍好', marks: [hit(1, 2)] }, { text: '到杭州了', marks: [hit(1, 3)] }])
})

test('BU-8 any other message is drawn as it stands', () => {
  expect(shownPieces('a\n\nb', [hit(0, 1)], false)).toEqual([{ text: 'a\n\nb', marks: [hit(0, 1)] }])
  expect(shownPieces('', [], true)).toEqual([{ text: '', marks: [] }])
})
