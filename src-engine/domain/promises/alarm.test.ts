import { expect, test } from 'vitest'
import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import { alarmAt, rowPromise } from './alarm.ts'
import { keptSign } from './kept.ts'

const MINUTE = 60_000
const NOON = 1_800_000_000_000
const TERMS = { alarmMinutes: 30 }
const followUp = (change: Partial<FollowUp> = {}): FollowUp => {
  const owner = { id: 'me', name: '小林' }
  return {
    id: '01a2066c-a001-7aaa-8bbb-000000000001', conversationId: '01a2066c-a001-7aaa-8bbb-000000000002', messageId: '01a2066c-a001-7aaa-8bbb-000000000003', kind: 'refund', words: '', amount: null,
    dueAt: NOON + 60 * MINUTE, assumed: false, promisedAt: NOON, owner, state: 'open', changedBy: owner, changedAt: NOON, revision: 1, ...change,
  }
}

test('PM-10 it alarms half an hour before, at once where less is left, and never before it was made', () => {
  expect(alarmAt(followUp(), TERMS)).toBe(NOON + 30 * MINUTE)
  expect(alarmAt(followUp({ dueAt: NOON + 10 * MINUTE }), TERMS)).toBe(NOON)
})

test('PM-10 a row tells this seat’s next promise, even where a colleague’s is due sooner', () => {
  const theirs = followUp({ owner: { id: 'other', name: '' }, dueAt: NOON + MINUTE })
  expect(rowPromise([theirs, followUp({ dueAt: NOON + 90 * MINUTE }), followUp()], 'me', TERMS)).toMatchObject({ own: true, dueAt: NOON + 60 * MINUTE, open: 3 })
  expect(rowPromise([theirs], 'me', TERMS)).toMatchObject({ own: false })
  expect(rowPromise([], 'me', TERMS)).toBeNull()
})

const later = (text: string, promises = false) => [{ id: 'r', text, at: NOON + MINUTE, promises }]

test.each([
  ['refund', '已经给您退款了'], ['ship', '已补发，单号发您了'], ['invoice', '发票已发您邮箱'], ['refund', 'I have refunded you.'], ['answer', '查到了，包裹在杭州转运中心'], ['call', '刚才已给您回电'],
] as const)('PM-12 a sign that it was kept: %s, %s', (kind, text) => {
  expect(keptSign(followUp({ kind }), later(text), [])).toEqual({ by: 'reply', messageId: 'r' })
})

test.each([['refund', '我们会尽快给您退款'], ['refund', '已经给您补发了'], ['ship', '您好'], ['answer', '好的'], ['answer', 'Thank you!']] as const)('PM-12 no sign: %s, %s (a promise would be crossed off that nobody kept)', (kind, text) => {
  expect(keptSign(followUp({ kind }), later(text), [])).toBeNull()
})

test('PM-12 an answer that puts off again is none', () => {
  expect(keptSign(followUp({ kind: 'answer' }), later('还在查，明天给您答复', true), [])).toBeNull()
})
