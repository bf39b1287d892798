import { describe, expect, test } from 'vitest'
import { snoozeChoices } from './choices.ts'
import { parseTime } from './parse-time.ts'
import { snoozeState } from './snooze-state.ts'

const ZONE = 'Asia/Shanghai'
const at = (iso: string): number => Date.parse(`${iso}+08:00`)
/** A Friday. */
const NOW = at('2026-11-27T11:10:00')
const read = (text: string, now = NOW): string | null => {
  const moment = parseTime(text, now, ZONE)
  return moment === null ? null : new Date(moment + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
}

describe('a typed time', () => {
  test('N-5 spans of time in both languages', () => {
    expect(['2h', '30分钟', '30 min', '半小时', '两小时后', '3天后', 'in 2 hours', '1.5h'].map((t) => read(t)))
      .toEqual(['11-27 13:10', '11-27 11:40', '11-27 11:40', '11-27 11:40', '11-27 13:10', '11-30 11:10', '11-27 13:10', '11-27 12:40'])
  })

  test('N-5 days and times in both languages, in the shop\'s zone', () => {
    expect(['明天10点', '明天', '明早8点半', '今晚8点', '后天下午3点', '明天下午', '下周一', '周一 9:30', '12月1日', '12-01 15:00', 'tomorrow 10am', 'tomorrow at 3pm', 'monday', 'tonight'].map((t) => read(t)))
      .toEqual(['11-28 10:00', '11-28 09:00', '11-28 08:30', '11-27 20:00', '11-29 15:00', '11-28 14:00', '11-30 09:00', '11-30 09:30', '12-01 09:00', '12-01 15:00', '11-28 10:00', '11-28 15:00', '11-30 09:00', '11-27 20:00'])
  })

  test('N-5 figures written in Chinese, and an hour of the afternoon without the word (3点 meant three in the night)', () => {
    expect(['十点半', '明天十点', '下午三点', '二十分钟', '十五分钟后', '两个小时', '半个小时', '明天下午四点十五分', '3点', '明天3点', '明天8点', '周三', '3:00', '早上6点'].map((t) => read(t)))
      .toEqual(['11-28 10:30', '11-28 10:00', '11-27 15:00', '11-27 11:30', '11-27 11:25', '11-27 13:10', '11-27 11:40', '11-28 16:15', '11-27 15:00', '11-28 15:00', '11-28 08:00', '12-02 09:00', '11-28 03:00', '11-28 06:00'])
  })

  test('N-5 this weekday is today while its time is still to come, else the next one (a reminder in the past would never come)', () => {
    expect(read('周五 15:00')).toBe('11-27 15:00')
    expect(read('周五 10:00')).toBe('12-04 10:00')
    expect(read('friday 15:00')).toBe('11-27 15:00')
    expect(read('15:00')).toBe('11-27 15:00')
    expect(read('10:00')).toBe('11-28 10:00')
  })

  test('N-5 what is gone by, too far away or not understood is nothing, never a guess', () => {
    expect(['今天10点', '昨天', '', '5', 'abc', '25:00', '明天 9:75', '400天', '0h', '打电话'].map((t) => read(t))).toEqual(Array(10).fill(null))
  })
})

test('N-5 the usual choices: later today only while today lasts, nothing twice', () => {
  const kinds = (now: number): string[] => snoozeChoices(now, ZONE).map(({ kind, until }) => `${kind} ${new Date(until + 8 * 3_600_000).toISOString().slice(5, 16)}`)
  expect(kinds(NOW)).toEqual(['later 11-27T14:30', 'tomorrow 11-28T09:00', 'monday 11-30T09:00'])
  expect(kinds(at('2026-11-27T19:00:00'))).toEqual(['tomorrow 11-28T09:00', 'monday 11-30T09:00'])
  expect(kinds(at('2026-11-27T00:15:00'))[0]).toBe('later 11-27T09:00')
  expect(kinds(at('2026-11-29T23:30:00'))).toEqual(['tomorrow 11-30T09:00'])
})

describe('what was put away', () => {
  const snooze = { until: 1000, seenSeq: 3 }
  const facts = { now: 500, resolved: false, lastCustomerSeq: 3, lastAt: 100, waiting: false }

  test('N-6 sleeps until its time, also while our own reply arrives', () => {
    expect(snoozeState(snooze, facts)).toBe('asleep')
    expect(snoozeState(snooze, { ...facts, lastAt: 400 })).toBe('asleep')
    expect(snoozeState(null, facts)).toBeNull()
  })

  test('N-6 wakes at its time and says so until somebody writes', () => {
    expect(snoozeState(snooze, { ...facts, now: 1000 })).toBe('time')
    expect(snoozeState(snooze, { ...facts, now: 2000, lastAt: 1500 })).toBeNull()
  })

  test('N-6 wakes at once when the customer writes, and says so until answered (else an angry customer sleeps until Monday)', () => {
    expect(snoozeState(snooze, { ...facts, lastCustomerSeq: 4, waiting: true })).toBe('customer')
    expect(snoozeState(snooze, { ...facts, lastCustomerSeq: 4, waiting: false })).toBeNull()
    expect(snoozeState(snooze, { ...facts, resolved: true })).toBeNull()
  })
})
