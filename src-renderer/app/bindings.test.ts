import { describe, expect, test } from 'vitest'
import { bindingsOf, keyNames, nameOfCombo, record, withKey, withoutChoice, type Shortcuts } from './bindings.ts'
import { actionOf, DEFAULT_KEYS, KEYS, type KeyPress } from './keymap.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...change })
const alt = (key: string) => press(key, { altKey: true })

describe('keys of one\'s own', () => {
  test('Z-6 the chosen key does it and the former no longer does; keys that move stay with everybody', () => {
    const keys = bindingsOf(withKey({}, 'resolve', 'Alt+KeyX'))
    expect(actionOf(alt('x'), 'typing', keys)).toBe('resolve')
    expect(actionOf(alt('e'), 'typing', keys)).toBeNull()
    const moved = bindingsOf(withKey({}, 'next', 'n'))
    expect([actionOf(press('n'), 'free', moved), actionOf(press('n'), 'typing', moved), actionOf(press('j'), 'free', moved)]).toEqual(['next', null, null])
    expect(actionOf(press('ArrowDown', { code: 'ArrowDown' }), 'free', moved)).toBe('next')
  })

  test('Z-7 a key that another action has is named, not silently doubled, and taken only when the person says so', () => {
    expect(record(alt('e'), 'context', {})).toEqual({ state: 'taken', combo: 'Alt+KeyE', by: 'resolve' })
    const shortcuts = withKey({}, 'context', 'Alt+KeyE')
    expect(shortcuts).toEqual({ context: ['Alt+KeyE'], resolve: [] })
    expect(actionOf(alt('e'), 'free', bindingsOf(shortcuts))).toBe('context')
    expect(keyNames(shortcuts)).toMatchObject({ context: 'Alt E', resolve: '' })
    expect(record(alt('e'), 'context', shortcuts)).toEqual({ state: 'free', combo: 'Alt+KeyE' })
  })

  test('Z-20 every key that comes with the desk can be chosen again once it was given up: none of them is kept back for the system or the menu', () => {
    const keptBack = [...DEFAULT_KEYS].filter(([combo, action]) => {
      const parts = combo.split('+')
      const code = parts.at(-1) ?? ''
      if (!/^(Key|Digit)./.test(code)) return false
      const pressed = press(code.replace(/^(Key|Digit)/, '').toLowerCase(), { code, ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') })
      return record(pressed, action, {}).state !== 'free'
    })
    expect(keptBack).toEqual([])
  })

  test('Z-7 keys of copying, of the system, of sending and of moving cannot be taken', () => {
    for (const key of [press('c', { ctrlKey: true }), press('v', { metaKey: true }), press('Enter', { code: 'Enter', ctrlKey: true }), press('Tab', { code: 'Tab' }), press('F4', { code: 'F4', altKey: true })]) {
      expect(record(key, 'resolve', {}).state).toBe('reserved')
    }
  })

  test('Z-8 while an input method composes, and for a modifier alone or AltGr, nothing is recorded; Esc leaves it as it was', () => {
    for (const key of [press('n', { isComposing: true }), press('Process'), press('Alt', { altKey: true }), press('ö', { ctrlKey: true, altKey: true })]) expect(record(key, 'resolve', {})).toEqual({ state: 'waiting' })
    expect(record(press('Escape', { code: 'Escape' }), 'resolve', {})).toEqual({ state: 'cancelled' })
  })

  test('Z-6 reset gives an action its own keys back, also from whoever took them', () => {
    const shortcuts = withKey(withKey({}, 'resolve', 'Alt+KeyX'), 'context', 'Alt+KeyE')
    const back = withoutChoice(shortcuts, 'resolve')
    expect(back).toEqual({ context: [] })
    expect(actionOf(alt('e'), 'free', bindingsOf(back))).toBe('resolve')
    expect(bindingsOf({})).toEqual(DEFAULT_KEYS)
  })

  test('Z-6 stored choices of a desk that knew other actions or keys break nothing', () => {
    const odd: Shortcuts = { 'gone-action': ['Alt+KeyE'], resolve: ['Escape', 'Alt+KeyX'] }
    const keys = bindingsOf(odd)
    expect([actionOf(alt('x'), 'free', keys), actionOf(press('Escape', { code: 'Escape' }), 'free', keys), actionOf(alt('e'), 'free', keys)]).toEqual(['resolve', 'queue', null])
  })

  test('Z-6 keys are called as they are printed on the keyboard, and an unchanged one as before', () => {
    expect(['Alt+KeyE', 'Ctrl+Comma', 'Ctrl+Shift+Digit1', 'j', '?', 'F2', 'Alt+ArrowUp', '+'].map(nameOfCombo)).toEqual(['Alt E', 'Ctrl ,', 'Ctrl Shift 1', 'J', '?', 'F2', 'Alt ↑', '+'])
    expect(keyNames({})).toEqual(KEYS)
    expect(keyNames(withKey({}, 'next', 'n')).next).toBe('N / ↓')
  })
})
