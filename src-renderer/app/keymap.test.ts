import { describe, expect, test } from 'vitest'
import { ACTION_NAMES } from './action-list.ts'
import { actionOf, goesOn, KEYS, type KeyPress } from './keymap.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...change })

describe('keys', () => {
  test('W-21 a plain letter is an action only while nobody types', () => {
    expect(actionOf(press('j'), 'free')).toBe('next')
    expect(actionOf(press('j'), 'typing')).toBeNull()
    expect(actionOf(press('?', { shiftKey: true, code: 'Slash' }), 'typing')).toBeNull()
    expect(actionOf(press('?', { shiftKey: true, code: 'Slash' }), 'free')).toBe('help')
  })

  test('W-21 the always-keys work while typing, on a layout where Alt makes another letter too', () => {
    expect(actionOf(press('∆', { altKey: true, code: 'KeyJ' }), 'typing')).toBe('next')
    expect(actionOf(press('ArrowUp', { ctrlKey: true, code: 'ArrowUp' }), 'typing')).toBe('previous')
    expect(actionOf(press('k', { ctrlKey: true }), 'typing')).toBe('search')
    expect(actionOf(press('e', { altKey: true }), 'typing')).toBe('resolve')
  })

  test('W-35 the key that is told for stopping an automatic reply works in the composer, where the focus is', () => {
    expect(KEYS['undo-autopilot']).toBe('Alt U')
    expect(actionOf(press('u', { altKey: true }), 'typing')).toBe('undo-autopilot')
    expect(actionOf(press('u'), 'typing')).toBeNull()
  })

  test('W-21 quote, take back and correct work while typing, and Ctrl+R stays the browser\'s', () => {
    expect(['q', 'r', 'g'].map((key) => actionOf(press(key, { altKey: true }), 'typing'))).toEqual(['quote', 'recall-reply', 'correct'])
    expect(actionOf(press('r', { ctrlKey: true }), 'typing')).toBeNull()
  })

  test('W-21 a key of the input method is never an action', () => {
    expect(actionOf(press('j', { isComposing: true }), 'free')).toBeNull()
    expect(actionOf(press('Process', { code: 'KeyE', altKey: true }), 'typing')).toBeNull()
  })

  test('W-21 Enter on a button presses that button instead of jumping to the composer', () => {
    expect(actionOf(press('Enter', { code: 'Enter' }), 'control')).toBeNull()
    expect(actionOf(press('Enter', { code: 'Enter' }), 'free')).toBe('compose')
  })

  test('W-21 the browser keeps its own keys', () => {
    expect(actionOf(press('c', { ctrlKey: true }), 'free')).toBeNull()
    expect(actionOf(press('z', { ctrlKey: true }), 'free')).toBeNull()
    expect(actionOf(press('r', { ctrlKey: true }), 'free')).toBeNull()
  })
})

test('N-26 snooze, note and end have a key that works while typing, and a plain one that does not', () => {
  expect(['m', 'n', 'd'].map((key) => actionOf(press(key, { altKey: true }), 'typing'))).toEqual(['snooze', 'note', 'disposition'])
  expect(['h', 'p', 'd'].map((key) => actionOf(press(key), 'free'))).toEqual(['snooze', 'note', 'disposition'])
  expect(['h', 'p', 'd'].map((key) => actionOf(press(key), 'typing'))).toEqual([null, null, null])
})

test('W-50 a key that is held down goes on through the queue and does anything else once (a held Alt+E resolved one customer after the other)', () => {
  expect(ACTION_NAMES.filter(goesOn)).toEqual(['next', 'previous'])
})
