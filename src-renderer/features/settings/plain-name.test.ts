import { expect, test } from 'vitest'
import { plainName } from './plain-name.ts'

test('W-33 a name cannot turn the text beside it around, and Arabic or Hebrew names stay as they are', () => {
  expect(plainName(' Ali\u202Ece \u2066\n')).toBe('Alice')
  expect(plainName('محمد الأحمد')).toBe('محمد الأحمد')
  expect(plainName('\u200F')).toBe('')
})
