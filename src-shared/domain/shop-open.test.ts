import { expect, test } from 'vitest'
import { ShopHours } from './shop-hours.ts'
import { afterOpen, isShopOpen, opensAfter } from './shop-open.ts'

const day = [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }]
const hours: ShopHours = { zone: 'Asia/Shanghai', week: [day, day, day, day, day, [], []], exceptions: [{ day: '2026-10-01', open: [], name: '国庆' }, { day: '2026-10-10', open: [{ from: '10:00', to: '16:00' }], name: '调休' }] }
const at = (text: string): number => Date.parse(`${text}+08:00`)
const told = (instant: number | null): string | null => (instant === null ? null : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16))

test('HO-10 the shop’s week, its holidays and the workdays in their place say when people are there, in the shop’s zone (a clock that runs through a holiday)', () => {
  expect(['2026-09-30T08:59', '2026-09-30T09:00', '2026-09-30T12:00', '2026-09-30T17:59', '2026-09-30T18:00', '2026-10-01T10:00', '2026-10-10T11:00', '2026-10-11T11:00'].map((time) => isShopOpen(hours, at(time)))).toEqual([false, true, false, true, false, false, true, false])
  expect(told(opensAfter(hours, at('2026-09-30T12:30')))).toBe('2026-09-30T13:00')
  expect(told(opensAfter(hours, at('2026-09-30T20:00')))).toBe('2026-10-02T09:00')
  expect(told(opensAfter(hours, at('2026-10-09T18:00')))).toBe('2026-10-10T10:00')
  expect(opensAfter({ ...hours, week: [[], [], [], [], [], [], []], exceptions: [] }, at('2026-10-09T18:00'))).toBeNull()
})

test('HO-10 time is counted over breaks, nights, weekends and holidays; open round the clock nothing rests', () => {
  expect(told(afterOpen(hours, at('2026-09-30T11:58'), 5 * 60_000))).toBe('2026-09-30T13:03')
  expect(told(afterOpen(hours, at('2026-09-30T17:58'), 5 * 60_000))).toBe('2026-10-02T09:03')
  expect(told(afterOpen(hours, at('2026-10-03T03:00'), 60_000))).toBe('2026-10-05T09:01')
  const always: ShopHours = { zone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]), exceptions: [] }
  // The night in which the clocks go back has an hour more, and none of it is lost.
  const start = Date.parse('2026-10-25T00:30:00+02:00')
  expect(afterOpen(always, start, 4 * 3_600_000) - start).toBe(4 * 3_600_000)
})

test('HO-10 hours that are no hours are refused: end before begin, overlapping, no such zone, no such day', () => {
  const parses = (change: object): boolean => ShopHours.safeParse({ ...hours, ...change }).success
  expect(parses({})).toBe(true)
  const week = (spans: object[]) => ({ week: [spans, day, day, day, day, [], []] })
  expect([week([{ from: '18:00', to: '09:00' }]), week([{ from: '09:00', to: '14:00' }, { from: '13:00', to: '18:00' }]), week([{ from: '9', to: '25:00' }]), { zone: 'Mars/Base' }, { week: [day] }, { exceptions: [{ day: '2026-13-01', open: [], name: '' }] }].map(parses)).toEqual([false, false, false, false, false, false])
})
