import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keys } from '../../bridge/cache.ts'
import { Desk } from '../../bridge/desk.ts'
import { noteGone, noteSent, noteShown, noteTyped, writingOf } from './writing.ts'

let desk: Desk
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
  desk = new Desk()
  desk.cache.setQueryData(keys.desk, { clockOffset: 500 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('LR-9 the first sign of one’s own is noted by the gateway’s clock, not what follows, and not what the draft brought (a draft that came later would count as refused)', () => {
  noteTyped(desk, 'a', '您', false)
  vi.setSystemTime(2_000)
  noteTyped(desk, 'a', '您好', false)
  expect(writingOf(desk, 'a').beganAt).toBe(1_500)
  noteTyped(desk, 'a', '', false)
  noteTyped(desk, 'a', '草稿', true)
  expect(writingOf(desk, 'a').beganAt).toBeNull()
  expect(writingOf(desk, 'b')).toEqual({ beganAt: null, shown: null })
})

test('LR-9 a draft is seen from the first moment on, anew when the conversation comes back, and a sent reply begins the next from nothing', () => {
  noteShown(desk, 'a', 'd1')
  vi.setSystemTime(3_000)
  noteShown(desk, 'a', 'd1')
  expect(writingOf(desk, 'a').shown).toEqual({ draftId: 'd1', at: 1_500 })
  noteGone(desk, 'a')
  noteShown(desk, 'a', 'd1')
  expect(writingOf(desk, 'a').shown).toEqual({ draftId: 'd1', at: 3_500 })
  noteTyped(desk, 'a', '好', false)
  noteSent(desk, 'a')
  expect(writingOf(desk, 'a')).toEqual({ beganAt: null, shown: { draftId: 'd1', at: 3_500 } })
})
