import { expect, test } from 'vitest'
import type { MoodPoint } from '../../../src-shared/contract/mood.ts'
import { nearest, placePoints, placeReplies, SIZE, stepTo, worstOf } from './curve.ts'

const point = (seq: number, dissatisfaction: number, level = 0, anger = 0): MoodPoint => ({
  messageId: `m${seq}`, seq, at: seq * 1000, dissatisfaction, anger, escalation: 0, level, emotion: 'calm', why: [],
})

test('UW-10 the worse stands higher, within the drawing, and anger counts where it says more (a furious customer drawn low would be overlooked)', () => {
  const placed = placePoints([point(1, 0), point(2, 0.4), point(3, 0.4, 3, 1)])
  expect(placed.map(({ y }) => y)).toEqual([SIZE.base, expect.any(Number), SIZE.top])
  expect(placed.map(({ x }) => x)).toEqual([SIZE.side, SIZE.width / 2, SIZE.width - SIZE.side])
  expect(placePoints([point(1, 1)])[0]?.x).toBe(SIZE.width / 2)
})

test('UW-10 our replies stand between the messages that they stood between, also before the first and after the last', () => {
  const points = [point(2, 0), point(4, 0), point(7, 0)]
  const replies = [1, 3, 5, 6, 9].map((seq) => ({ messageId: `r${seq}`, seq, at: 0, by: 'agent' as const }))
  const [first, middle, last] = placePoints(points).map(({ x }) => x) as [number, number, number]
  expect(placeReplies({ points, replies })).toEqual([first, (first + middle) / 2, (middle + last) / 2, last])
})

test('UW-10 of a long conversation the unhappy points keep their marks and all can be reached by keys and pointer', () => {
  const points = Array.from({ length: 120 }, (_, n) => point(n + 1, n === 60 ? 0.9 : 0, n === 60 ? 3 : 0))
  const placed = placePoints(points)
  expect(placed.filter(({ marked }) => marked)).toEqual([placed[60]])
  expect(nearest(placed, placed[77]?.x ?? 0)).toBe(77)
  expect([stepTo('ArrowRight', 119, 120), stepTo('ArrowLeft', 0, 120), stepTo('Home', 5, 120), stepTo('End', 5, 120), stepTo('Tab', 5, 120)]).toEqual([119, 0, 0, 119, null])
})

test('UW-10 the worst moment is the one with the highest level, then the highest curve, of equals the first', () => {
  expect(worstOf([point(1, 0.9, 1), point(2, 0.5, 3), point(3, 0.6, 3), point(4, 0.6, 3)])?.seq).toBe(3)
  expect(worstOf([])).toBeNull()
})
