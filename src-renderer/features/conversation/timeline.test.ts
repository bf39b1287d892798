import { expect, test } from 'vitest'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { message } from '../../bridge/made-up.ts'
import { lastCustomerSeq, timeline, waitsToGo } from './timeline.ts'

const NOON = new Date(2025, 2, 7, 12).getTime()
const at = (id: string, minutes: number, change: Partial<ThreadMessage> = {}) => message(id, 1, { at: NOON + minutes * 60_000, ...change })
const verdict = (level: number) => ({ emotion: { label: 'angry', level, scores: {} } }) as unknown as ThreadMessage['verdict']

test('W-10 a time stands at silences over five minutes only, and a new day has its separator instead', () => {
  const above = timeline([at('a', 0), at('b', 5), at('c', 11), at('d', 24 * 60)]).map((i) => i.above)
  expect(above).toEqual(['day', null, 'time', 'day'])
})

test('W-10 bubbles of one author are joined, not over a silence', () => {
  const joined = timeline([at('a', 0), at('b', 1), at('c', 2, { author: { kind: 'agent', id: '', name: '' } }), at('d', 30)]).map((i) => i.joined)
  expect(joined).toEqual([false, true, false, false])
})

test('W-10 the turn to anger is marked once, where it happens, and again only after it calmed down', () => {
  const turned = timeline([at('a', 0, { verdict: verdict(1) }), at('b', 1, { verdict: verdict(3) }), at('c', 2, { verdict: verdict(3) }), at('d', 3, { verdict: verdict(1) }), at('e', 4, { verdict: verdict(3) })])
    .flatMap((i) => (i.turned ? [i.message.id] : []))
  expect(turned).toEqual(['b', 'e'])
})

test('W-10 a reply answers the last customer message on the screen, not a reply that waits after it', () => {
  expect(lastCustomerSeq([message('a', 3), message('b', 4, { author: { kind: 'agent', id: '', name: '' } }), message('c', null, { author: { kind: 'agent', id: '', name: '' } })])).toBe(3)
  expect(lastCustomerSeq([])).toBe(0)
})

test('W-28 a reply that waits or is held keeps a conversation from being resolved (it would be stopped without a word); what is out does not', () => {
  expect(waitsToGo([message('a', 3), message('b', null, { delivery: 'held' })])).toBe(true)
  expect(waitsToGo([message('b', null, { delivery: 'queued' })])).toBe(true)
  expect(waitsToGo([message('a', 3), message('b', 4, { delivery: 'sent' }), message('c', null, { delivery: 'undo' })])).toBe(false)
})
