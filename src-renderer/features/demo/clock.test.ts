import { expect, test } from 'vitest'
import type { DemoState } from '../../../src-shared/domain/demo-play.ts'
import { demoClock, isDayOver, speedText, timeOfDay } from './clock.ts'

const state: DemoState = { playing: true, speed: 10, at: 38_700, asOf: 1_000_000, started: 0, total: 40 }

test('Y-17 the demo’s clock goes on by itself at its speed, stands while paused, and stops at 23:00: a clock that needs a message a second, or says 24:10', () => {
  expect([timeOfDay(0), timeOfDay(38_700), timeOfDay(50_400)]).toEqual(['09:00', '19:45', '23:00'])
  expect(demoClock(state, 1_000_000 + 108_000)).toBe('20:03')
  expect(demoClock({ ...state, playing: false }, 1_000_000 + 108_000)).toBe('19:45')
  expect([demoClock(state, 1_000_000 + 10_000_000), isDayOver(state, 1_000_000 + 10_000_000), isDayOver(state, 1_000_000)]).toEqual(['23:00', true, false])
  // The desk's idea of the gateway's clock may be a little behind.
  expect(demoClock(state, 999_000)).toBe('19:45')
})

test('Y-17 a speed is told as a person says it', () => {
  expect([speedText(1), speedText(12.5), speedText(30), speedText(1800 / 7)]).toEqual(['1×', '12.5×', '30×', '257.1×'])
})
