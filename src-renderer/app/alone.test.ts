import { afterEach, expect, test } from 'vitest'
import { aloneWith } from './alone.ts'
import { actionOf } from './keymap.ts'
import { moveOn, patchScreen, screen } from './screen.ts'

const ID = '0198a000-0000-7000-8000-000000000001'
const start = screen.get()
afterEach(() => screen.set(start))

test('S-31 the page shows one conversation alone if its address names one, and the desk for anything else', () => {
  expect(aloneWith(`?conversation=${ID}`)).toBe(ID)
  expect(['', '?conversation=', '?conversation=<b>', '?other=1'].map(aloneWith)).toEqual([null, null, null, null])
})

test('S-31 a window of one conversation stays with it: after a resolve the next customer would stand under the first one’s title', () => {
  patchScreen({ selected: ID, alone: true })
  moveOn('0198a000-0000-7000-8000-000000000002')
  moveOn(null)
  expect(screen.get()).toMatchObject({ selected: ID, unpainted: null })
})

test('S-31 Ctrl or Cmd+Shift+O goes to the other window, also while typing; without Shift it does not', () => {
  const press = { key: 'O', code: 'KeyO', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true, isComposing: false }
  expect(actionOf(press, 'typing')).toBe('other-window')
  expect(actionOf({ ...press, ctrlKey: false, metaKey: true }, 'free')).toBe('other-window')
  expect(actionOf({ ...press, shiftKey: false }, 'free')).toBeNull()
  expect(actionOf({ ...press, isComposing: true }, 'typing')).toBeNull()
})
