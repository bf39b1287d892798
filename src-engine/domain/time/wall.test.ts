import { expect, test } from 'vitest'
import { instantOf, startOfDay, wallTime } from './wall.ts'

const at = (iso: string): number => Date.parse(iso)

test('N-1 the day of the shop begins at its own midnight (a UTC day would keep the morning in yesterday)', () => {
  expect(startOfDay(at('2026-11-27T18:30:00Z'), 'Asia/Shanghai')).toBe(at('2026-11-28T00:00:00+08:00'))
  expect(startOfDay(at('2026-11-27T15:59:00Z'), 'Asia/Shanghai', 1)).toBe(at('2026-11-28T00:00:00+08:00'))
  expect(wallTime(at('2026-11-27T18:30:00Z'), 'Asia/Shanghai')).toMatchObject({ day: 28, hour: 2, minute: 30, weekday: 6 })
})

test('N-1 each day begins at its own midnight, in whatever order days are asked for (a day kept from before)', () => {
  const hour = 3_600_000
  for (const [day, next, hours] of [['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23], ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25]] as const) {
    expect(at(next) - at(day)).toBe(hours * hour)
    for (const instant of [at(day), at(next) - 1, at(day) + 12 * hour]) expect(startOfDay(instant, 'Europe/Berlin')).toBe(at(day))
    expect(startOfDay(at(next), 'Europe/Berlin')).toBe(at(next))
    expect(startOfDay(at(day) - 1, 'Europe/Berlin', 1)).toBe(at(day))
    expect(startOfDay(at(next) - 1, 'Europe/Berlin', 1)).toBe(at(next))
    expect(startOfDay(at(next), 'Asia/Shanghai')).toBe(at(`${next.slice(0, 10)}T00:00:00+08:00`))
  }
})

test('N-1 nine in the morning is nine also across a change of the clocks (an offset taken once is an hour off)', () => {
  expect(instantOf({ year: 2026, month: 3, day: 29, hour: 9, minute: 0 }, 'Europe/Berlin')).toBe(at('2026-03-29T09:00:00+02:00'))
  expect(instantOf({ year: 2026, month: 10, day: 25, hour: 9, minute: 0 }, 'Europe/Berlin')).toBe(at('2026-10-25T09:00:00+01:00'))
  expect(instantOf({ year: 2026, month: 12, day: 32, hour: 0, minute: 0 }, 'Asia/Shanghai')).toBe(at('2027-01-01T00:00:00+08:00'))
})
