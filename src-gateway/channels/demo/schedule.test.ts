import { expect, test } from 'vitest'
import type { DemoProgress } from '../../store/store.ts'
import { isOver, nextFate } from './schedule.ts'

const END = 1800

const progress = (changes: Partial<DemoProgress>): DemoProgress => ({ demoId: 'd', nextStep: 1, lastPlayed: { seq: 1, at: 100 }, replyAt: null, sentIds: [], round: 0, shift: 0, ...changes })
const first = { text: 'q', at: 100 }

test('G-17 a step with a time is played at its time: a customer who speaks too early', () => {
  const steps = [{ text: 'a', at: 10 }]
  const fresh = progress({ nextStep: 0, lastPlayed: null })
  expect(nextFate(steps, fresh, 9.9)).toEqual({ do: 'wait', until: 10 })
  expect(nextFate(steps, fresh, 10)).toEqual({ do: 'play' })
  expect(nextFate(steps, progress({}), 10)).toEqual({ do: 'end' })
})

test('G-17 ifNoReply is sent when nobody answered in time, and skipped when somebody did, even if noticed late: an impatient line after the answer', () => {
  const steps = [first, { text: '?', ifNoReply: 30 }]
  expect(nextFate(steps, progress({}), 129)).toEqual({ do: 'wait', until: 130 })
  expect(nextFate(steps, progress({}), 130)).toEqual({ do: 'play' })
  expect(nextFate(steps, progress({ replyAt: 125 }), 126)).toEqual({ do: 'skip' })
  expect(nextFate(steps, progress({ replyAt: 130 }), 500)).toEqual({ do: 'skip' })
  expect(nextFate(steps, progress({ replyAt: 131 }), 131)).toEqual({ do: 'play' })
})

test('G-17 afterReply counts from the reply, waits for ever without one, and yields to a later fixed time: a script that hangs', () => {
  const steps = [first, { text: 'thanks', afterReply: 20 }, { text: 'still there', at: 440 }]
  expect(nextFate(steps, progress({ replyAt: 300 }), 319)).toEqual({ do: 'wait', until: 320 })
  expect(nextFate(steps, progress({ replyAt: 300 }), 320)).toEqual({ do: 'play' })
  expect(nextFate(steps, progress({}), 439)).toEqual({ do: 'wait', until: 440 })
  expect(nextFate(steps, progress({}), 440)).toEqual({ do: 'skip' })
  expect(nextFate(steps, progress({ replyAt: 430 }), 445)).toEqual({ do: 'wait', until: 450 })
  expect(nextFate(steps.slice(0, 2), progress({}), 9999)).toEqual({ do: 'wait', until: null })
})

test('G-17 the demo is over when nobody has anything left to say that does not hang on an answer: a summary taken too early, or never', () => {
  const waiting = [first, { text: 'thanks', afterReply: 20 }]
  expect(isOver(waiting, progress({ nextStep: 2 }), 150, 30, END)).toBe(true)
  expect(isOver(waiting, progress({}), END - 1, 1, END)).toBe(false)
  expect(isOver(waiting, progress({}), END + 20, 1, END)).toBe(true)
  expect(isOver(waiting, progress({ lastPlayed: { seq: 3, at: 1790 } }), END + 20, 1, END)).toBe(false)
  expect(isOver(waiting, progress({ lastPlayed: { seq: 3, at: 1790 } }), 2089, 30, END)).toBe(false)
  expect(isOver(waiting, progress({ lastPlayed: { seq: 3, at: 1790 } }), 2090, 30, END)).toBe(true)
  expect(isOver(waiting, progress({ replyAt: 1799 }), END + 10, 1, END)).toBe(false)
  expect(isOver([first, { text: '?', ifNoReply: 1750 }], progress({}), END + 20, 1, END)).toBe(false)
})
