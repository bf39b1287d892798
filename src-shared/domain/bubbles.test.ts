import { expect, test } from 'vitest'
import { bubblesOf, pieceId, piecesOf } from './bubbles.ts'
import { Id } from './message.ts'

test('BU-1 paragraphs are bubbles, three at most; what is beyond stays with the third, and no word is lost or doubled', () => {
  expect(bubblesOf('您好\n在的')).toEqual(['您好\n在的'])
  expect(bubblesOf(' \n您好 \n\n \n 在的\r\n\r\n好\n\n')).toEqual(['您好', '在的', '好'])
  expect(bubblesOf('1\n\n2\n\n3\n\n\n4\n\n5')).toEqual(['1', '2', '3\n\n\n4\n\n5'])
  expect(bubblesOf(' \n\n ')).toEqual([])
  const text = 'a b\n\n\n👩‍👩‍👧 c\n \nd\ne\n\nf'
  expect(bubblesOf(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
})

test('BU-1 a reply that does not go apart, has one paragraph or no words is one piece, as it stands', () => {
  expect(piecesOf({ text: 'a\n\nb' })).toEqual([{ text: 'a\n\nb', isFirst: true, isLast: true }])
  expect(piecesOf({ text: ' a ', apart: true })).toEqual([{ text: ' a ', isFirst: true, isLast: true }])
  expect(piecesOf({ text: '', apart: true })).toEqual([{ text: '', isFirst: true, isLast: true }])
  expect(piecesOf({ text: 'a\n\nb', apart: true })).toEqual([{ text: 'a', isFirst: true, isLast: false }, { text: 'b', isFirst: false, isLast: true }])
})

test('BU-2 a piece has an id of its own, always the same, that leads back to its reply', () => {
  const id = '01a2066c-a001-7aaa-8bbb-0000000000ff'
  expect(pieceId(id, 0)).toBe(id)
  const ids = [0, 1, 2].map((place) => pieceId(id, place))
  expect(new Set(ids).size).toBe(3)
  expect(ids.every((one) => Id.safeParse(one).success)).toBe(true)
  expect(ids.map((one, place) => pieceId(one, place))).toEqual([id, id, id])
})
