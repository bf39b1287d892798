import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAT_COLOUR, chatColours, contrast, READABLE } from './chat-theme.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('WC-6 whatever colour a shop chooses, words on it and words in it can be read, in light and dark: white letters on yellow', () => {
  expect([contrast('#ffffff', '#000000'), contrast('#777777', '#777777')]).toEqual([21, 1])
  fc.assert(fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (chosen, theme) => {
    const { own, onOwn, accent, onAccent } = chatColours(chosen, theme)
    if (chosen !== CHAT_COLOUR) expect(own).toBe(chosen)
    expect(contrast(own, onOwn)).toBeGreaterThanOrEqual(READABLE)
    expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(READABLE)
    for (const ground of theme === 'light' ? ['#ffffff', '#f1f3f6'] : ['#161b22', '#222933']) expect(contrast(accent, ground)).toBeGreaterThanOrEqual(READABLE)
  }), { examples: [[CHAT_COLOUR, 'light'], [CHAT_COLOUR, 'dark']] })
})

test('WC-6 a colour that can be read stays as it was chosen; what is no colour counts as our own: a brand in a shade nobody asked for', () => {
  expect(chatColours('#1F5FD0', 'light').accent).toBe('#1f5fd0')
  for (const wrong of ['', 'red', '#fff', '#12345g', 'url(x)']) expect(chatColours(wrong, 'light').own).toBe(CHAT_COLOUR)
})
