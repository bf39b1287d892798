import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SideKey } from './side-key.ts'
import { inside, RememberedSide, SIDE_WIDTH } from './side-state.ts'
import { WordTaker, WORDS_MAX } from './side-words.ts'

describe('the key', () => {
  const grabber = (answer: boolean | 'throws') => ({
    register: vi.fn((_key: string, _pressed: () => void) => {
      if (answer === 'throws') throw new TypeError('no such key')
      return answer
    }),
    unregister: vi.fn((_key: string) => undefined),
  })

  test('SP-19 a key is grabbed once, a new one frees the former, and none is held at the end', () => {
    const keys = grabber(true)
    const key = new SideKey(keys, () => undefined)
    expect([key.use('Control+Alt+D'), key.use('Control+Alt+D'), key.state]).toEqual([true, false, 'ok'])
    key.use('Control+Shift+F9')
    key.release()
    expect(keys.register.mock.calls.map(([name]) => name)).toEqual(['Control+Alt+D', 'Control+Shift+F9'])
    expect(keys.unregister.mock.calls.map(([name]) => name)).toEqual(['Control+Alt+D', 'Control+Shift+F9'])
  })

  test('SP-19 taken by another program, unreadable, or none: each is told apart, and nothing is freed that was never had', () => {
    const states = (['', 'Control+Alt+D'] as const).flatMap((name) => ([false, 'throws'] as const).map((answer) => {
      const keys = grabber(answer)
      const key = new SideKey(keys, () => undefined)
      key.use(name)
      key.release()
      expect(keys.unregister).not.toHaveBeenCalled()
      return key.state
    }))
    expect(states).toEqual(['off', 'off', 'taken', 'wrong'])
  })

  test('SP-19 a key that was taken is tried again when the setting is written again: the other program may be gone', () => {
    const keys = grabber(false)
    const key = new SideKey(keys, () => undefined)
    key.use('Control+Alt+D')
    keys.register.mockReturnValue(true)
    expect([key.use('Control+Alt+D'), key.state]).toEqual([true, 'ok'])
  })
})

describe('the words that are meant', () => {
  const clipboard = (copied: string, selected: string) => {
    const now = { copied, selected }
    return { now, readText: (type?: 'selection' | 'clipboard') => (type === 'selection' ? now.selected : now.copied) }
  }

  test('SP-20 what is selected comes before what was copied; a selection of the last time is old, what was copied since is meant', async () => {
    const board = clipboard('copied', 'selected')
    const words = new WordTaker(board, true)
    expect((await words.take()).text).toBe('selected')
    board.now.copied = 'copied since'
    expect((await words.take()).text).toBe('copied since')
    board.now.selected = 'selected since'
    expect((await words.take()).text).toBe('selected since')
  })

  test('SP-20 nothing new: what was copied, not a selection that somebody forgot; without a clipboard the selection', async () => {
    const board = clipboard('copied', 'selected')
    const words = new WordTaker(board, true)
    await words.take()
    expect((await words.take()).text).toBe('copied')
    board.now.copied = ' '
    await words.take()
    expect((await words.take()).text).toBe('selected')
  })

  test('SP-20 where the system has no selection of its own it is not asked for one, and one that answers later is waited for', async () => {
    const asked: unknown[] = []
    const words = new WordTaker({ readText: async (type) => { asked.push(type); return '你好' } }, false)
    expect(await words.take()).toEqual({ text: '你好', cut: false })
    expect(asked).toEqual(['clipboard'])
  })

  test('SP-20 2 MB are cut to what a message may have, never in the middle of a character', async () => {
    const taken = await new WordTaker(clipboard(`${'a'.repeat(WORDS_MAX - 1)}\u{1f937}${'b'.repeat(2_000_000)}`, ''), false).take()
    expect(taken).toEqual({ text: 'a'.repeat(WORDS_MAX - 1), cut: true })
  })
})

describe('where it stands', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'deskmate-side-')) })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const screen = (id: string, x = 0) => ({ id, workArea: { x, y: 0, width: 1920, height: 1040 } })

  test('SP-21 the place is remembered by screen; an unknown screen has it at its right edge in full height', () => {
    const path = join(folder, 'side.json')
    const memory = new RememberedSide(path)
    memory.stands('a', { x: 10, y: 20, width: 400, height: 700 })
    memory.stands('b', { x: 2000, y: 0, width: 360, height: 900 })
    const again = new RememberedSide(path)
    expect(again.placeOn(screen('a'))).toEqual({ x: 10, y: 20, width: 400, height: 700 })
    expect(again.placeOn(screen('b', 1920))).toEqual({ x: 2000, y: 0, width: 360, height: 900 })
    expect(again.placeOn(screen('c', 3840))).toEqual({ x: 3840 + 1920 - SIDE_WIDTH, y: 0, width: SIDE_WIDTH, height: 1040 })
  })

  test('SP-21 a place that is off the screen, or too large for it, is pushed back in', () => {
    const area = { x: 0, y: 0, width: 1280, height: 720 }
    expect(inside({ x: 1500, y: -50, width: 360, height: 1040 }, area)).toEqual({ x: 920, y: 0, width: 360, height: 720 })
    expect(inside({ x: -300, y: 700, width: 10, height: 10 }, area)).toEqual({ x: 0, y: 300, width: 320, height: 420 })
  })

  test.each(['', '[]', '{"places":[{"screen":1}]}', 'null'])('SP-21 a damaged memory (%s) opens it as usual', (content) => {
    const path = join(folder, 'side.json')
    writeFileSync(path, content)
    expect(new RememberedSide(path).state).toEqual({ open: false, collapsed: false, places: [] })
  })
})
