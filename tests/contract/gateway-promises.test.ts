import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, type Seat, type Site, type Visitor } from './gateway-harness.ts'

/** What was promised, on the real gateway. */
let site: Site
let seat: Seat
let visitor: Visitor
let conversationId: string
let messageId: string

beforeEach(async () => {
  site = await openSite()
  visitor = await site.visitor()
  seat = await site.seat()
  await seat.call('live', {})
  await visitor.say('where is my refund')
  const asked = await seat.heard('where is my refund')
  conversationId = asked.conversationId
  messageId = v7()
  await seat.call('send', { id: messageId, conversationId, text: 'refund of 20 yuan by 6 pm', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: asked.seq })
})
afterEach(() => site.remove())

const DUE = Date.parse('2026-11-27T18:00:00+08:00')
const promise = (change: Partial<SeatParams<'followUp'>> = {}): SeatParams<'followUp'> => ({
  id: v7(), conversationId, messageId, owner: { id: 'seat-1', name: 'Amy' },
  promised: { kind: 'refund', words: 'a secret sum by 6 pm', amount: { amount: 2000, currency: 'CNY' }, dueAt: DUE, assumed: false }, ...change,
})
const told = async (): Promise<FollowUp[]> => (await seat.call('pull', { after: 0, limit: 1000 })).events.flatMap(({ change }) => (change.type === 'follow-up' ? [change.followUp] : []))

test('PM-14 the same promise twice is one event, and only of a reply that is there (a lost acknowledgement would promise twice)', async () => {
  const request = promise()
  const first = await seat.call('followUp', request)
  expect(await seat.call('followUp', request)).toEqual(first)
  expect(first.followUp).toMatchObject({ id: request.id, state: 'open', revision: 1, dueAt: DUE, changedBy: { id: 'seat-1' } })
  expect(await seat.ask('followUp', promise({ messageId: v7() }))).toMatchObject({ ok: false, error: { code: 'not-found', retryable: false } })
  expect(await seat.ask('followUp', promise({ conversationId: v7() }))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await told()).toHaveLength(1)
})

test('PM-9 two seats change different things and both hold; asked again a seat hears what holds by then, also after a restart', async () => {
  const { followUp } = await seat.call('followUp', promise())
  const other = await site.seat({ seatId: 'seat-2' })
  const change = { conversationId, followUpId: followUp.id, name: 'Bo' }
  const done = { ...change, id: v7(), change: { state: 'done' as const } }
  await seat.call('changeFollowUp', done)
  await other.call('changeFollowUp', { ...change, id: v7(), change: { dueAt: DUE + 1000, owner: { id: 'seat-2', name: 'Bo' } } })
  expect((await seat.call('changeFollowUp', done)).followUp).toMatchObject({ state: 'done', dueAt: DUE + 1000, owner: { id: 'seat-2' }, changedBy: { id: 'seat-2', name: 'Bo' }, revision: 3 })
  expect((await told()).map(({ revision }) => revision)).toEqual([1, 2, 3])
  expect(await seat.ask('changeFollowUp', { ...change, id: v7(), conversationId: v7(), change: {} })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await site.restart()
  const back = await site.seat()
  expect((await back.call('snapshot', { page: null })).changes).toContainEqual({ type: 'follow-up', followUp: expect.objectContaining({ id: followUp.id, revision: 3 }) as FollowUp })
})

test('PM-14 nothing of it ever reaches the customer, live or after a reload (they would hold our own reminder against us)', async () => {
  const heard: unknown[] = []
  visitor.socket.onAny((event, body) => heard.push([event, body]))
  await seat.call('followUp', promise())
  await visitor.say('the last one')
  await eventually(() => { expect(visitor.messages.map((m) => m.text)).toContain('the last one') })
  const reload = await site.visitor(visitor.cookie)
  const seen = JSON.stringify([heard, await reload.call('hello', { after: 0, language: 'en' })])
  expect(seen).toContain('the last one')
  for (const secret of ['secret sum', 'follow-up', 'followUp']) expect(seen).not.toContain(secret)
})

test('SP-27 words copied elsewhere are promised without a message of theirs, once, no later than now, and every seat hears of them', async () => {
  const other = await site.seat({ seatId: 'seat-2' })
  const outside = { platform: 'taobao' as const, customerName: '王芳', orderNo: null, text: 'by 6 pm', at: Date.now() + 3_600_000 }
  const request = promise({ conversationId: v7(), messageId: v7(), outside })
  const first = await seat.call('followUp', request)
  expect(await seat.call('followUp', request)).toEqual(first)
  expect(first.followUp).toMatchObject({ conversationId: request.conversationId, outside, revision: 1 })
  expect(first.followUp.promisedAt).toBeLessThan(outside.at)
  const done = await other.call('changeFollowUp', { id: v7(), conversationId: request.conversationId, followUpId: request.id, change: { state: 'done' }, name: 'Bo' })
  expect(done.followUp).toMatchObject({ state: 'done', outside, revision: 2 })
  expect((await other.call('snapshot', { page: null })).changes).toContainEqual({ type: 'follow-up', followUp: done.followUp })
})
