import { expect, test } from 'vitest'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import type { DemoProgress } from '../../store/store.ts'
import { angriest, carriedOver, comeSoFar, freshProgress, nextSceneOf, scenesOf, stillToCome } from './cast.ts'
import { jumped } from './day-clock.ts'
import { nextFate } from './schedule.ts'

const script = (id: string, at: number, kind: DemoConversation['kind'] = 'routine', angry = false): DemoConversation =>
  ({ id, customerId: null, displayName: id, kind, angry, steps: [{ text: 'a', at }, { text: 'b', at: at + 60 }] })
const row = (demoId: string, changes: Partial<DemoProgress> = {}): DemoProgress => ({ ...freshProgress(demoId), nextStep: 2, lastPlayed: { seq: 2, at: 0 }, ...changes })
const ids = (scripts: readonly DemoConversation[]) => scripts.map(({ id }) => id)

const day = [script('d3', 300), script('d1', 100), script('d2', 200)]

test('Y-1 who comes is decided by the last jump and the end of the part: a morning customer who writes at the peak, a tail in a run of the half-hour', () => {
  const clock = { at: 150, since: 100, round: 0 }
  expect(ids(stillToCome(day, [], clock, null))).toEqual(['d1', 'd2', 'd3'])
  expect(ids(stillToCome(day, [row('d1')], clock, 300))).toEqual(['d2'])
  expect(ids(stillToCome(day, [], jumped(clock, 200), null))).toEqual(['d2', 'd3'])
})

test('Y-2 set back, the day is played again, but nobody comes a second time who is still there: a demo that is empty the second time, one customer in two chats', () => {
  const rows = [row('d1'), row('d2', { nextStep: 1 }), row('d3')]
  const back = jumped({ at: 400, since: 0, round: 0 }, 0)
  expect(back).toEqual({ at: 0, since: 0, round: 1 })
  expect(ids(stillToCome(day, rows, back, null))).toEqual(['d1', 'd3'])
  expect([nextSceneOf(day[1] as DemoConversation, rows).demoId, comeSoFar(day, rows, 1)]).toEqual(['d1~2', 0])
  const again = [...rows, row('d1~2', { round: 1 })]
  expect([ids(stillToCome(day, again, back, null)), comeSoFar(day, again, 1)]).toEqual([['d3'], 1])
  expect(scenesOf(day, again).map(({ scene }) => [scene.demoId, scene.script.id])).toContainEqual(['d1~2', 'd1'])
  expect(jumped({ at: 100, since: 0, round: 1 }, 300).round).toBe(1)
})

test('Y-3 a running conversation keeps its pace over a jump: five lines at once after it, or a customer who is silent until the evening', () => {
  const [, , d2] = day as [DemoConversation, DemoConversation, DemoConversation]
  const running = row('d2', { nextStep: 1, lastPlayed: { seq: 1, at: 200 }, replyAt: 210 })
  const carried = carriedOver(running, 10_000)
  expect(carried).toMatchObject({ lastPlayed: { seq: 1, at: 10_200 }, replyAt: 10_210 })
  expect(nextFate(d2.steps, running, 259)).toEqual({ do: 'wait', until: 260 })
  expect(nextFate(d2.steps, carried, 10_259)).toEqual({ do: 'wait', until: 10_260 })
  const question = [{ text: 'q', at: 200 }, { text: 'thanks', afterReply: 5 }, { text: 'still there', at: 400 }]
  expect(nextFate(question, carriedOver({ ...running, replyAt: null }, 10_000), 10_399)).toEqual({ do: 'wait', until: 10_400 })
})

test('Y-4 the angry one is angry from the first line, new while there is a new one, and one whose time has passed before one who still comes', () => {
  const cast = [script('d1', 10, 'turning-angry', true), script('d2', 500, 'angry', true), script('d3', 20, 'angry', true), script('d4', 5)]
  expect(angriest(cast, [], 100)?.id).toBe('d3')
  expect(angriest(cast, [row('d3')], 100)?.id).toBe('d2')
  expect(angriest(cast, [row('d3'), row('d2')], 100)?.id).toBe('d3')
  expect(angriest(cast.slice(0, 1), [], 100)?.id).toBe('d1')
  expect(angriest([script('d4', 5)], [], 100)).toBeNull()
})
