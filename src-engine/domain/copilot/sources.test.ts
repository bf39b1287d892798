import { expect, test } from 'vitest'
import { answerPieces, withoutNumbers } from '../../../src-shared/domain/copilot-text.ts'
import { SourceList } from './sources.ts'

const source = (id: string) => ({ kind: 'article' as const, id, title: { zh: id, en: id }, text: id, internal: false, messageId: null })

test('CO-7 the same passage is one source, a number without one goes, brackets of every kind are read, other brackets stay', () => {
  const list = new SourceList()
  expect([list.add(source('a')), list.add(source('b')), list.add(source('a'))]).toEqual([1, 2, 1])
  expect(list.tidy('甲[1, 2]乙【2】丙[7][东莞]')).toMatchObject({ text: '甲[1][2]乙[2]丙[东莞]', sources: [{ id: 'a' }, { id: 'b' }] })
})

test('CO-7 pieces of an answer are its text again, and know where they begin by code points (marks of the guard slid behind an emoji)', () => {
  const text = '😀付了 129 元[1]，在路上[2]'
  const pieces = answerPieces(text)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.map(({ start, n }) => [start, n])).toEqual([[0, null], [9, 1], [12, null], [16, 2]])
  expect(withoutNumbers(text)).toBe('😀付了 129 元，在路上')
})
