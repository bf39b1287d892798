import { expect, test } from 'vitest'
import { fromWallInput, toWallInput } from './wall-input.ts'

test('CP-1 a time that is typed is the shop’s, wherever the screen stands, and comes back as it was typed (a campaign that begins at 8 in the morning)', () => {
  expect(fromWallInput('2026-11-11T00:00', 'Asia/Shanghai')).toBe(Date.UTC(2026, 10, 10, 16))
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC']) for (const text of ['2026-11-11T00:00', '2026-03-08T12:30', '2026-06-18T23:59']) expect(toWallInput(fromWallInput(text, zone) ?? 0, zone)).toBe(text)
  expect([fromWallInput('', 'UTC'), fromWallInput('2026-11', 'UTC'), fromWallInput('2026-13-40T00:00', 'UTC')]).toEqual([null, null, null])
})
