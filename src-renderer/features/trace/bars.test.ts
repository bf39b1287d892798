import { expect, test } from 'vitest'
import type { DraftTrace } from '../../../src-shared/domain/trace.ts'
import { barsOf, duration, firstWordsAt, laidOut, piecesOf } from './bars.ts'

const round = { at: 10, ms: 60, sent: '{}', answer: '', firstTokenMs: 40, tools: [{ at: 69, ms: 0.4, name: 'get_orders', args: '{}', result: '{}', understood: true }], input: 1, output: 1, estimated: false, problem: null }
const trace = (more: Partial<DraftTrace> = {}): DraftTrace => ({
  draftId: 'd', conversationId: 'c', basedOnSeq: 1, startedAt: 0, outcome: 'ready', ms: 100, firstWordsMs: 50,
  steps: [
    { name: 'gather', at: 0, ms: 10, turns: 1, verified: false, orders: 0, order: { no: null, certain: false, why: 'unverified' }, passages: [], neighbour: null, meaning: null, policy: null },
    { name: 'compose', at: 10, ms: 88, by: 'm', why: 'model', problem: null, until: null, masking: 'all', marks: [], rounds: [round, { ...round, at: 70, tools: [] }] },
    { name: 'guard', at: 99.95, ms: 0, findings: [] },
  ],
  ...more,
})

test('TR-13 each step, request and lookup has a bar where it was in time, and none leaves the picture or vanishes (a guard of 0.0 ms at the very end)', () => {
  const bars = barsOf(trace())
  expect(bars.map(({ key }) => key)).toEqual(['gather', 'compose', 'request 0', 'tool 0 0', 'request 1', 'guard'])
  expect(bars[1]).toMatchObject({ left: 10, width: 88 })
  for (const { left, width } of bars) {
    expect(left).toBeGreaterThanOrEqual(0)
    expect(width).toBeGreaterThan(0.5)
    expect(left + width).toBeLessThanOrEqual(100)
  }
  expect(firstWordsAt(trace())).toBe(50)
  expect(barsOf(trace({ ms: 0, steps: [] }))).toEqual([])
})

test('TR-13 times are read at a glance', () => {
  expect([0, 0.42, 9.96, 12.4, 999, 1000, 1340, 62_400].map(duration)).toEqual(['0.0 ms', '0.4 ms', '10.0 ms', '12 ms', '999 ms', '1.0 s', '1.3 s', '62 s'])
})

test('TR-13 what was sent is shown to the letter, its placeholders told apart from words that only look so', () => {
  const marks = [{ mark: '[phone-1]', value: '138' }, { mark: '[order-1.2]', value: '21 88' }]
  expect(piecesOf('a [phone-1][order-1.2] [phone-9] [1]', marks).filter(({ value }) => value !== null).map(({ text }) => text)).toEqual(['[phone-1]', '[order-1.2]'])
  expect(piecesOf('a [phone-1] b', marks).map(({ text }) => text).join('')).toBe('a [phone-1] b')
  expect(JSON.parse(laidOut('{"a":["x",1]}'))).toEqual({ a: ['x', 1] })
  expect(laidOut(JSON.stringify({ a: 'one\ntwo', b: 'no \\n break' }))).toContain('one\ntwo')
  expect(laidOut(JSON.stringify({ b: 'no \\n break' }))).toContain('no \\\\n break')
  expect(laidOut('{broken')).toBe('{broken')
})
