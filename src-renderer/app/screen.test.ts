import { beforeEach, expect, test } from 'vitest'
import { CallError } from '../bridge/call-error.ts'
import { row } from '../bridge/made-up.ts'
import { report } from './do.ts'
import { lastOpen } from './last-open.ts'
import { moveOn, painted, patchScreen, screen, undoNewest } from './screen.ts'

beforeEach(() => patchScreen({ selected: null, unpainted: null, toasts: [] }))

test('W-31 keys wait for the customer whom the desk moved on to, and not for one who is painted already (the keyboard would be dead)', () => {
  moveOn('a')
  expect(screen.get().unpainted).toBe('a')
  painted('a')
  moveOn('a')
  expect(screen.get().unpainted).toBeNull()
})

test('W-32 a restart opens the conversation that was open, not one that is done or gone, and never over what the person chose', () => {
  const rows = new Map([row('a'), row('d', { section: 'done' })].map((r) => [r.id, r]))
  expect(lastOpen(rows, 'a', null)).toBe('a')
  expect([lastOpen(rows, 'd', null), lastOpen(rows, 'x', null), lastOpen(rows, null, null), lastOpen(rows, 'a', 'd')]).toEqual([null, null, null, null])
})

test('W-34 why the engine refused is told in its own sentence (a reply that is on the line cannot be taken back)', () => {
  const say = { zh: '这条正在发出。', en: 'That reply is on its way.' }
  report(new CallError({ code: 'on-the-line', retryable: true, say }))
  report(new Error('secret words'))
  expect(screen.get().toasts.map((t) => [t.text, t.tone])).toEqual([[say, 'danger'], ['said.failed', 'danger']])
})

test('W-51 a key that finds nothing to undo says so (it did nothing, and the person did not know whether it had)', () => {
  undoNewest()
  expect(screen.get().toasts.map((t) => t.text)).toEqual(['said.undo-none'])
})
