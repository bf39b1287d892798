import { expect, test } from 'vitest'
import type { RowPromise, SeenPromise } from '../../../src-shared/contract/promises.ts'
import { row } from '../../bridge/made-up.ts'
import { Desk } from '../../bridge/desk.ts'
import { nextAfter } from '../inbox/next.ts'
import { adjust, adjustmentsOf, takeAdjustments, withAdjustments } from './adjustments.ts'
import { alarmingIds } from './alarming.ts'
import { promiseTone } from './words.ts'

const MINUTE = 60_000
const NOW = 1_800_000_000_000
const due = (minutes: number, own = true): RowPromise => ({ kind: 'answer', dueAt: NOW + minutes * MINUTE, alarmAt: NOW + (minutes - 30) * MINUTE, own, open: 1 })
const seen = (words: string): SeenPromise => ({ kind: 'ship', words, amount: null, dueAt: NOW, assumed: true, start: 0, end: words.length })

test('PM-15 grey until it calls, amber until it is due, red from then on', () => {
  expect([31, 30, 1, 0, -5].map((minutes) => promiseTone(due(minutes), NOW))).toEqual(['calm', 'warn', 'warn', 'late', 'late'])
})

test('PM-15 one that calls is raised, a colleague’s and one that has time are not', () => {
  const rows = [row('soon', { promise: due(10) }), row('theirs', { promise: due(10, false) }), row('later', { promise: due(90) }), row('none')]
  expect(alarmingIds(rows, NOW)).toBe('soon')
})

test('PM-15 after a resolve the promise that calls comes before who only waits longer (it would be broken while others are chatted with)', () => {
  const rows = new Map([row('a'), row('waits', { waitingSince: NOW - 60 * MINUTE }), row('promised', { waitingSince: NOW - MINUTE, promise: due(5) })].map((one) => [one.id, one]))
  expect(nextAfter(rows, 'a', NOW)).toBe('promised')
})

test('PM-6 what the person said of a promise goes with its words and is done with when they are sent', () => {
  const desk = new Desk()
  const [one, other] = [seen('明天补发'), seen('后天补发')]
  adjust(desk, 'c', one, null)
  adjust(desk, 'c', other, NOW + MINUTE)
  expect(withAdjustments([one, other], adjustmentsOf(desk, 'c').get())).toMatchObject([{ words: '后天补发', dueAt: NOW + MINUTE, assumed: false }])
  adjust(desk, 'c', one, undefined)
  expect(withAdjustments([one], adjustmentsOf(desk, 'c').get())).toEqual([one])
  expect(takeAdjustments(desk, 'c')).toEqual([{ kind: 'ship', words: '后天补发', dueAt: NOW + MINUTE }])
  expect(adjustmentsOf(desk, 'c').get()).toEqual([])
})
