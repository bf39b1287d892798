import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Review } from '../../src-shared/domain/review.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { ReadTx } from '../store/store.ts'
import { tellEvents, ToldEvent } from './told-events.ts'

const conversationId = v7()
const money = { amount: 4900, currency: 'CNY' as const }
const by = { seatId: 's', accountId: 'a', name: 'Lin' }
const effect = (outcome: Effect['outcome']): Effect => ({
  id: v7(), conversationId, caseId: null, runId: null, at: 1, by: { kind: 'autopilot', seatId: 's', name: '' }, outcome,
  action: { kind: 'refund', orderNo: '2026', mode: 'full', amount: money, reason: 'the customer said private words' },
})
const review = (state: Review['state']): Review => ({
  id: v7(), conversationId, subject: { kind: 'reply', text: 'private words', attachments: [] }, why: [{ rule: 'r', say: { zh: 'x', en: 'private words' } }], facts: [], findings: [], basedOnSeq: 1, by, askedAt: 1, expiresAt: 9, state,
  decision: state === 'open' ? null : { by, at: 2, undoUntil: 3, text: null, reason: 'private words' }, revision: 1,
})
const message = (recalledAt?: number): Message => ({ id: v7(), conversationId, seq: 3, author: { kind: 'customer', id: 'v', name: 'V' }, text: 'private words', attachments: [], at: 1, ...(recalledAt === undefined ? {} : { recalledAt }) })

const tx = { meta: async () => 'log', integrations: { turns: async () => new Map() } } as unknown as ReadTx
const told = (changes: readonly Change[], words: boolean) => tellEvents(tx, changes.map((change, index) => ({ n: index + 5, at: 1_700_000_000_000, change })), words)

test('HA-9 refunds, reviews and recalls are told with numbers, states and names of colleagues; reasons and words stay, also where words are asked for (a supervisor\'s note that leaves the house)', async () => {
  const events = await told([
    { type: 'effect', effect: effect({ state: 'done', reference: 'RF-1' }) }, { type: 'effect', effect: effect({ state: 'refused', reason: 'cap', detail: 'cap:day' }) },
    { type: 'review', review: review('open') }, { type: 'review', review: review('rejected') }, { type: 'message-recalled', conversationId, id: v7(), seq: 3, at: 1 },
    { type: 'autopilot', paused: true, by: 's' }, { type: 'message', message: message(2) },
  ], true)
  expect(events.map(({ type, n }) => `${n} ${type}`)).toEqual(['5 effect.done', '6 effect.refused', '7 review.opened', '8 review.decided', '9 message.recalled', '11 message.received'])
  expect(events[0]).toMatchObject({ id: 'evt_log_5', timestamp: '2023-11-14T22:13:20.000Z', data: { orderNo: '2026', action: 'refund', amount: money, reference: 'RF-1', automatic: true } })
  expect(events[1]?.data).toMatchObject({ reason: 'cap' })
  expect(events[3]?.data).toMatchObject({ state: 'rejected', by: 'Lin' })
  expect(JSON.stringify(events)).not.toContain('private words')
  for (const event of events) expect(ToldEvent.parse(event)).toEqual(event)
})

test('HA-15 a customer\'s words are told where they are asked for, and only there (an address that was given out)', async () => {
  expect(JSON.stringify(await told([{ type: 'message', message: message() }], true))).toContain('private words')
  expect(JSON.stringify(await told([{ type: 'message', message: message() }], false))).not.toContain('private words')
})
