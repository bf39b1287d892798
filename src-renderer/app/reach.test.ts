import { beforeEach, expect, test, vi } from 'vitest'
import { keys } from '../bridge/cache.ts'
import { Desk } from '../bridge/desk.ts'
import { row } from '../bridge/made-up.ts'
import { ACTION_NAMES } from './action-list.ts'
import { canDo } from './can-do.ts'
import { snoozeUntilTomorrow } from './do-work.ts'
import { actionOf, DEFAULT_KEYS, isPlain, type Action } from './keymap.ts'
import { patchScreen } from './screen.ts'

beforeEach(() => patchScreen({ selected: null, toasts: [], lastResolved: null }))

test('KB-4 every action has a key that works in the composer, where an agent is all day (an action with a plain letter alone needs the pointer there)', () => {
  // To write is where the person is; Esc leads to the queue from the composer by itself.
  const there: readonly Action[] = ['compose', 'queue']
  const reached = new Set([...DEFAULT_KEYS].flatMap(([combo, action]) => (isPlain(combo) ? [] : [action])))
  expect(ACTION_NAMES.filter((action) => !reached.has(action) && !there.includes(action))).toEqual([])
})

test('KB-4 flag and memo, the snooze until tomorrow and help answer to their keys while words are typed, and never to an input method', () => {
  const press = (key: string, code: string, altKey = false, isComposing = false) => actionOf({ key, code, altKey, isComposing, ctrlKey: false, metaKey: false, shiftKey: false }, 'typing')
  expect([press('ƒ', 'KeyF', true), press('t', 'KeyT', true), press('F1', 'F1'), press('f', 'KeyF')]).toEqual(['mark-order', 'snooze-tomorrow', 'help', null])
  expect([press('f', 'KeyF', true, true), press('F1', 'F1', false, true)]).toEqual([null, null])
})

test('KB-5 what needs a conversation, an order or a result is offered only where there is one (a line that does nothing teaches to mistrust the palette)', () => {
  const desk = new Desk()
  const offered = (...actions: Action[]) => actions.filter((action) => canDo(desk, action))
  const about: Action[] = ['note', 'phrases', 'quote', 'recall-reply', 'correct', 'snooze', 'snooze-tomorrow', 'disposition', 'mark-order', 'other-window']
  expect(offered(...about)).toEqual([])
  desk.cache.setQueryData(keys.rows, new Map([row('a'), row('d', { section: 'done' })].map((r) => [r.id, r])))
  patchScreen({ selected: 'a' })
  expect(about.filter((action) => !canDo(desk, action))).toEqual(['disposition', 'mark-order'])
  patchScreen({ selected: 'd' })
  expect(offered('snooze', 'snooze-tomorrow', 'resolve', 'disposition')).toEqual(['disposition'])
})

test('KB-6 a snooze until tomorrow never touches whom the person opened meanwhile', async () => {
  vi.stubGlobal('document', { activeElement: null })
  const desk = new Desk()
  const asked: string[] = []
  vi.spyOn(desk.client, 'call').mockImplementation((name) => {
    asked.push(name)
    return Promise.resolve({ choices: [{ kind: 'tomorrow', until: 2 }], typed: null } as never)
  })
  desk.cache.setQueryData(keys.rows, new Map([row('a'), row('b')].map((r) => [r.id, r])))
  patchScreen({ selected: 'a' })
  snoozeUntilTomorrow(desk)
  patchScreen({ selected: 'b' })
  await Promise.resolve()
  await Promise.resolve()
  expect(asked).toEqual(['snooze.times'])
  vi.unstubAllGlobals()
})
