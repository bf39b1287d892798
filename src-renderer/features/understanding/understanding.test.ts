import { expect, test } from 'vitest'
import type { CheckCard } from '../../../src-shared/contract/understanding.ts'
import type { Named } from '../teach/choices.ts'
import { outOf100 } from './in-words.ts'
import { ribbons } from './mixed.ts'
import { before, begin, cardOf, keyOf, next, say, unsay } from './round.ts'

const card = (messageId: string) => ({ messageId }) as CheckCard
const choice = (id: string, layer: Named['layer'] = 'topic'): Named => ({ id, layer, code: id, wrong: false, told: { layer, wrong: null, right: id }, name: id, other: id })

test('UW-12 Enter, U and Backspace act, any other letter and an input method begin to type, and other keys are left alone (a label would be given by mistake)', () => {
  expect(['Enter', 'u', 'U', 'Backspace', 'r', '退', 'Process', 'Escape', 'Tab', 'ArrowDown'].map(keyOf)).toEqual(['right', 'unsure', 'unsure', 'back', 'type', 'type', 'type', null, null, null])
})

test('UW-12 what is said goes with its message: not on to the next, said twice it is once, of two moods the later holds, and the last can be taken back', () => {
  const round = begin([card('a'), card('b')])
  const said = say(say(say(round, { id: '1', choice: choice('refund_progress') }), { id: '2', choice: choice('angry', 'emotion') }), { id: '3', choice: choice('calm', 'emotion') })
  expect(said.said.map(({ id }) => id)).toEqual(['1', '3'])
  expect(say(said, { id: '4', choice: choice('refund_progress') }).said.map(({ id }) => id)).toEqual(['3', '4'])
  expect(unsay(said).said.map(({ id }) => id)).toEqual(['1'])
  expect(next(said)).toMatchObject({ at: 1, said: [] })
})

test('UW-12 a round ends after its last message and goes back no further than its first', () => {
  const round = begin([card('a'), card('b')])
  expect(cardOf(next(next(next(round))))).toBeUndefined()
  expect(before(next(round))?.at).toBe(0)
  expect(before(round)).toBeNull()
})

test('UW-14 a range in words is never narrower than the true one, and none is told where nothing was counted', () => {
  expect(outOf100({ right: 9, of: 10, low: 0.596, high: 0.9821 })).toEqual({ low: 59, high: 99 })
  expect(outOf100({ right: 0, of: 0, low: null, high: null })).toBeNull()
})

test('UW-14 each name stands once on its side of the picture, and the commonest mistake is the thickest', () => {
  const { left, right, ribbons: drawn } = ribbons([{ told: 'a', expected: 'b', count: 4 }, { told: 'a', expected: null, count: 1 }, { told: null, expected: 'b', count: 1 }])
  expect([left, right]).toEqual([['a', null], ['b', null]])
  expect(drawn.map(({ from, to }) => [from, to])).toEqual([[0.5, 0.5], [0.5, 1.5], [1.5, 0.5]])
  expect(drawn[0]?.thickness).toBeGreaterThan(drawn[1]?.thickness ?? 0)
})
