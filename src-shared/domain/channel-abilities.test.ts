import { expect, test } from 'vitest'
import { goesApart } from './channel-abilities.ts'

const words = (text: string, pictures = 0, apart?: true) => ({ text, attachments: Array.from({ length: pictures }), ...(apart ? { apart } : {}) })

test('BU-1 paragraphs go apart in a chat, never by mail, and no single one does', () => {
  expect(goesApart('web', words('a\n\nb'), [])).toBe(true)
  expect(goesApart('hook', words('a\n\nb\n\nc'), Array.from({ length: 40 }, () => words('x')))).toBe(true)
  expect(goesApart('email', words('a\n\nb'), [])).toBe(false)
  expect(goesApart('web', words('a\nb'), [])).toBe(false)
})

test('BU-7 WeChat takes five messages after each of the customer\'s: a reply goes apart only where two are left after it', () => {
  expect(goesApart('wecom', words('a\n\nb\n\nc'), [])).toBe(true)
  expect(goesApart('wecom', words('a\n\nb\n\nc', 1), [])).toBe(false)
  expect(goesApart('wecom', words('a\n\nb'), [words('x')])).toBe(true)
  expect(goesApart('wecom', words('a\n\nb'), [words('x\n\ny', 0, true)])).toBe(false)
  expect(goesApart('wecom', words('a\n\nb'), [words('x\n\ny')])).toBe(true)
})
