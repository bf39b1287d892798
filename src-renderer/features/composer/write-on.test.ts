import { expect, test } from 'vitest'
import { writesOn, type PressedKey } from './write-on.ts'

const key = (name: string, held: Partial<PressedKey> = {}): PressedKey => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held })

test('W-52 a letter pressed while a question has the focus is a word of the reply (it snoozed the conversation or was lost)', () => {
  expect(['h', '好', 'Z', 'Backspace', 'Process', '😀'].map((name) => writesOn(key(name)))).toEqual(Array(6).fill(true))
})

test('W-52 what answers the question, moves in it or is a shortcut is not', () => {
  expect(['Enter', ' ', 'Tab', 'Escape', 'ArrowLeft', 'Shift'].map((name) => writesOn(key(name)))).toEqual(Array(6).fill(false))
  expect([writesOn(key('e', { altKey: true })), writesOn(key('k', { ctrlKey: true })), writesOn(key('k', { metaKey: true }))]).toEqual([false, false, false])
})
