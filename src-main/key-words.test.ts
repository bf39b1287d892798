import { expect, test } from 'vitest'
import * as words from './key-words.ts'

test('W-58 what is said in Chinese when the data cannot be opened has full-width punctuation', () => {
  const texts = Object.values(words).flatMap((value) => (typeof value === 'object' && 'zh' in value ? [value.zh] : []))
  expect(texts.length).toBeGreaterThan(4)
  expect(texts.filter((text) => /\p{Script=Han}\s*[,;:!?]|[,;:!?]\s*\p{Script=Han}/u.test(text))).toEqual([])
})
