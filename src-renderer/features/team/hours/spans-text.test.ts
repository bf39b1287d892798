import { expect, test } from 'vitest'
import { spansFrom, spansText } from './spans-text.ts'

test('HO-12 hours of a day are written as people write them, in either language, and come back the same; what is none is refused', () => {
  for (const text of ['09:00-12:00, 13:00-18:00', '9:00–12:00、13：00~18:00', '9:00至12:00，13:00到18:00']) expect(spansText(spansFrom(text) ?? [])).toBe('09:00-12:00, 13:00-18:00')
  expect([spansFrom('  '), spansFrom('0:00-24:00')]).toEqual([[], [{ from: '00:00', to: '24:00' }]])
  expect(['9', '18:00-9:00', '9:00-25:00', '9:00-12:00-13:00', '9:00-14:00, 13:00-18:00', '9:5-10:00', 'closed', '24:00-24:00'].map(spansFrom)).toEqual(Array.from({ length: 8 }, () => null))
})
