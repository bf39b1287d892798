import { beforeEach, expect, test } from 'vitest'
import type { Waiting } from '../src-shared/contract/shell.ts'
import { noticeText, shortName } from './notice-words.ts'
import { Notices, type Situation } from './notices.ts'

const NOON = 1_800_000_000_000
const waits = (id: string, change: Partial<Waiting> = {}): Waiting => ({ conversationId: id, name: id, why: 'waits', overdueAt: NOON + 180_000, ...change })
const situation = (waiting: Waiting[], change: Partial<Situation> = {}): Situation => ({
  waiting, needsYou: waiting.length, focused: false, away: false, settings: { enabled: true, whenFocused: false, handOvers: true }, ...change,
})

let notices: Notices
beforeEach(() => { notices = new Notices() })
const shown = (at: number, ...args: Parameters<typeof situation>) => {
  const { do: what } = notices.look(situation(...args), at)
  return what !== null && typeof what === 'object' ? what.show : what
}

test('S-27 those who wait are told together, once, and the click opens the most urgent (a notification each would bury them)', () => {
  expect(shown(NOON, [waits('calm'), waits('raised', { why: 'angry' }), waits('late', { overdueAt: NOON - 1 })])).toMatchObject({ count: 3, angry: 1, first: { conversationId: 'raised' } })
  expect(shown(NOON + 60_000, [waits('calm'), waits('raised', { why: 'angry' }), waits('late', { overdueAt: NOON - 1 })])).toBeNull()
})

test('S-27 nobody is told who looks at the desk, is away, or does not want it; and what they saw is no news when they turn away', () => {
  const all = [waits('a'), waits('b', { why: 'angry' })]
  for (const change of [{ focused: true }, { away: true }, { settings: { enabled: false, whenFocused: true, handOvers: true } }]) {
    notices = new Notices()
    expect(shown(NOON, all, change)).toBeNull()
    expect(shown(NOON + 30_000, all)).toBeNull()
    expect(shown(NOON + 60_000, [...all, waits('c')])).toMatchObject({ count: 3 })
  }
})

test('S-27 who asked to be told while looking at the desk is', () => {
  expect(shown(NOON, [waits('a')], { focused: true, settings: { enabled: true, whenFocused: true, handOvers: true } })).toMatchObject({ count: 1 })
})

test('S-27 a flood is told at most every 20 s, anger after 5 s, and what had to wait is not forgotten', () => {
  expect(shown(NOON, [waits('a')])).toMatchObject({ count: 1 })
  const flood = notices.look(situation([waits('a'), waits('b')]), NOON + 3000)
  expect(flood).toEqual({ do: null, lookAgainAt: NOON + 20_000 })
  const angry = notices.look(situation([waits('c', { why: 'angry' }), waits('a'), waits('b')]), NOON + 4000)
  expect(angry).toEqual({ do: null, lookAgainAt: NOON + 5000 })
  expect(shown(NOON + 5000, [waits('c', { why: 'angry' }), waits('a'), waits('b')])).toMatchObject({ count: 3, angry: 1 })
  expect(shown(NOON + 30_000, [waits('c', { why: 'angry' }), waits('a'), waits('b')])).toBeNull()
})

test('S-27 a customer who becomes overdue or angry is news again, also when nothing comes in', () => {
  const waiting = [waits('a', { overdueAt: NOON + 100_000 })]
  expect(notices.look(situation(waiting), NOON)).toMatchObject({ do: { show: { count: 1 } }, lookAgainAt: NOON + 100_000 })
  expect(shown(NOON + 99_999, waiting)).toBeNull()
  expect(shown(NOON + 100_000, waiting)).toMatchObject({ first: { conversationId: 'a' } })
  expect(shown(NOON + 200_000, waiting)).toBeNull()
  expect(shown(NOON + 300_000, [waits('a', { why: 'risk' })])).toMatchObject({ angry: 0 })
})

test('S-27 it closes when all it told of are dealt with, or the person looks at the desk: a stale one would be clicked in vain', () => {
  shown(NOON, [waits('a'), waits('b')])
  expect(shown(NOON + 1000, [waits('b')])).toBeNull()
  expect(shown(NOON + 2000, [])).toBe('close')
  expect(shown(NOON + 3000, [])).toBeNull()
  shown(NOON + 60_000, [waits('c')])
  expect(shown(NOON + 61_000, [waits('c')], { focused: true })).toBe('close')
})

test('S-27 a customer who comes back after an answer is news', () => {
  shown(NOON, [waits('a')])
  shown(NOON + 1000, [])
  expect(shown(NOON + 60_000, [waits('a')])).toMatchObject({ count: 1 })
})

test('S-27 the count is of all who wait, also of those not named', () => {
  expect(shown(NOON, [waits('a')], { needsYou: 312 })).toMatchObject({ count: 312 })
})

test.each([
  ['zh', 3, 1, waits('陈女士', { why: 'angry' }), '3 位客户在等您，1 位在生气', '最急的是 陈女士'],
  ['en', 3, 2, waits('Ms Chen', { why: 'angry' }), '3 customers are waiting for you, 2 are angry', 'Most urgent: Ms Chen'],
  ['en', 2, 0, waits('Ms Chen'), '2 customers are waiting for you', 'Most urgent: Ms Chen'],
  ['zh', 1, 1, waits('陈女士', { why: 'angry' }), '陈女士 在生气', '点这里打开'],
  ['en', 1, 0, waits('Ms Chen', { why: 'risk' }), 'Ms Chen: a risk to look at', 'Click to open'],
] as const)('S-27 in %s it says how many of %i, %i angry, and one name', (language, count, angry, first, title, body) => {
  expect(noticeText({ count, angry, first }, language)).toEqual({ title, body })
})

test('S-27 a name cannot turn the sentence around or fill the screen', () => {
  expect(shortName('陈\u202e女\n士')).toBe('陈女士')
  expect([...shortName('😀'.repeat(90))]).toHaveLength(24)
})

test('PM-10 a promise is told of when it comes near and again when it is due, beside a customer who waits in the same conversation', () => {
  const promise = waits('a', { why: 'promise', overdueAt: NOON + 30 * 60_000 })
  expect(shown(NOON, [waits('a')])).toMatchObject({ first: { why: 'waits' } })
  expect(shown(NOON + 60_000, [waits('a'), promise], { needsYou: 1 })).toMatchObject({ count: 1 })
  expect(shown(NOON + 90_000, [waits('a'), promise])).toBeNull()
  const { lookAgainAt } = notices.look(situation([promise]), NOON + 120_000)
  expect(lookAgainAt).toBe(NOON + 30 * 60_000)
  expect(shown(NOON + 31 * 60_000, [promise])).toMatchObject({ first: { why: 'promise' } })
  expect(shown(NOON + 32 * 60_000, [promise])).toBeNull()
})

const offer = (id: string, which: string, change: Partial<Waiting> = {}): Waiting => waits(id, { why: 'offer', overdueAt: null, handOver: { id: which, by: '', reason: 'previous-agent' }, ...change })

test('RO-24 each hand-over is told once, by itself before who only waits; another offer of the same customer is another (an offer that rings until it runs out)', () => {
  expect(shown(NOON, [offer('a', '1'), waits('a'), waits('b')], { needsYou: 2 })).toMatchObject({ count: 2, first: { why: 'offer', conversationId: 'a' } })
  expect(shown(NOON + 30_000, [offer('a', '1'), waits('a'), waits('b')])).toBeNull()
  expect(shown(NOON + 31_000, [offer('a', '2'), waits('a'), waits('b')])).toMatchObject({ first: { why: 'offer' } })
  expect(shown(NOON + 60_000, [offer('a', '2'), waits('a'), waits('b', { why: 'angry' })])).toMatchObject({ angry: 1, first: { why: 'angry', conversationId: 'b' } })
})

test('RO-24 hand-overs are told to nobody who does not want them, looks at the desk or is away; who waits is told as ever', () => {
  const all = [offer('a', '1'), offer('c', '2', { why: 'shift' }), waits('b')]
  expect(shown(NOON, all, { settings: { enabled: true, whenFocused: false, handOvers: false } })).toMatchObject({ first: { conversationId: 'b', why: 'waits' } })
  for (const change of [{ focused: true }, { away: true }]) {
    notices = new Notices()
    expect(shown(NOON, all, change)).toBeNull()
    expect(shown(NOON + 60_000, all)).toBeNull()
  }
})

test.each([
  ['zh', 1, offer('陈女士', '1'), '陈女士 分给您了，请接起', '您之前接待过这位客户；点这里打开'],
  ['en', 3, offer('Ms Chen', '1', { handOver: { id: '1', by: '', reason: 'senior' } }), 'Ms Chen is offered to you', 'very angry, needs a supervisor; 2 more customers are waiting for you'],
  ['zh', 1, offer('陈女士', '1', { why: 'transfer', handOver: { id: '1', by: '小林', reason: null } }), '小林 把 陈女士 转给您', '点这里打开'],
  ['en', 2, offer('Ms Chen', '1', { why: 'taken-over', handOver: { id: '1', by: 'Mia', reason: null } }), 'Mia took Ms Chen over', '1 more customer is waiting for you'],
  ['zh', 1, offer('陈女士', '1', { why: 'shift', handOver: { id: '1', by: '小林', reason: null } }), '小林 交班给您，请接收', '点这里打开'],
] as const)('RO-24 in %s, %i waiting, a hand-over is told with name and reason', (language, count, first, title, body) => {
  expect(noticeText({ count, angry: 0, first }, language)).toEqual({ title, body })
})
