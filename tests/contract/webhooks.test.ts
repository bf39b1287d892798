import { Webhook as Standard } from 'standardwebhooks'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PAUSE_AFTER_MS } from '../../src-gateway/webhooks/webhooks.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { EventReceiver } from './event-receiver.ts'
import { eventually, openSite, type Seat, type Site, type Visitor } from './gateway-harness.ts'

let site: Site
let seat: Seat
let visitor: Visitor
let receiver: EventReceiver
let id: string
const HOUR_MS = 3_600_000

beforeEach(async () => {
  site = await openSite()
  seat = await site.seat()
  await seat.call('live', {})
  visitor = await site.visitor()
  receiver = new EventReceiver()
  await receiver.open()
  id = v7()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await site.remove()
  await receiver.close()
})

const save = async (changes: Partial<SeatParams<'integrations.saveWebhook'>> = {}): Promise<string> =>
  (await seat.call('integrations.saveWebhook', { id, name: 'ERP', url: receiver.url, events: ['message.received'], words: true, ownNetwork: true, ...changes })).secret ?? ''
const hook = async () => (await seat.call('integrations.list', {})).webhooks.find((one) => one.id === id)
const tried = (times: number) => eventually(() => expect(receiver.received).toHaveLength(times))

test('HA-11 what is told is signed as the Standard Webhooks library verifies it, with both secrets for a day after a change; a forged body is told (anybody who tells the ERP of refunds)', async () => {
  const secret = await save()
  expect(secret).toMatch(/^whsec_/)
  await visitor.say('hello')
  await tried(1)
  vi.spyOn(Date, 'now').mockReturnValue(site.clock.now())
  const verify = (key: string, index: number, body?: string) => new Standard(key).verify(body ?? receiver.received[index]?.body ?? '', receiver.received[index]?.headers as Record<string, string>)
  expect(verify(secret, 0)).toMatchObject({ type: 'message.received', data: { text: 'hello', author: 'customer', seq: 1 } })
  expect(receiver.received[0]?.headers['webhook-id']).toBe(receiver.received[0]?.event.id)
  expect(() => verify(secret, 0, '{}')).toThrow()
  const { secret: next } = await seat.call('integrations.newSecret', { id })
  await visitor.say('again')
  await tried(2)
  expect([verify(secret, 1), verify(next, 1)]).toEqual([receiver.received[1]?.event, receiver.received[1]?.event])
  site.clock.advance(25 * HOUR_MS)
  vi.spyOn(Date, 'now').mockReturnValue(site.clock.now())
  await visitor.say('tomorrow')
  await tried(3)
  expect(() => verify(secret, 2)).toThrow()
  expect(verify(next, 2)).toMatchObject({ data: { text: 'tomorrow' } })
  const { webhooks } = await seat.call('integrations.list', {})
  expect(JSON.stringify(webhooks)).not.toContain('whsec_')
})

test('HA-12 while the other side is down everything waits, and comes in its order under one id each when it is back, also over a restart (an hour of events that nobody has)', async () => {
  await save()
  await visitor.say('m0')
  await tried(1)
  await receiver.close()
  for (const text of ['m1', 'm2', 'm3']) await visitor.say(text)
  await eventually(async () => expect(await hook()).toMatchObject({ state: 'on', failingSince: site.clock.now(), trouble: { en: expect.stringContaining('Nobody listens') } }))
  const since = (await hook())?.failingSince
  for (let minutes = 0; minutes < 60; minutes += 10) {
    const before = (await hook())?.nextTryAt ?? 0
    site.clock.advance(10 * 60_000)
    await eventually(async () => expect((await hook())?.nextTryAt).toBeGreaterThan(before))
  }
  expect(await hook()).toMatchObject({ state: 'on', failingSince: since })
  await site.restart()
  seat = await site.seat()
  await receiver.open()
  site.clock.advance(10 * 60_000)
  await eventually(() => expect(receiver.texts()).toEqual(['m0', 'm1', 'm2', 'm3']))
  await eventually(async () => expect(await hook()).toMatchObject({ trouble: null, failingSince: null, nextTryAt: null, lastDeliveredAt: site.clock.now() }))
})

test('HA-12 an answer that is lost brings the same event again under the same id, before the next one (a refund that is booked twice)', async () => {
  await save()
  receiver.answer = () => ({ status: 503, headers: { 'retry-after': '30' } })
  await visitor.say('first')
  await tried(1)
  await visitor.say('second')
  await eventually(async () => expect((await hook())?.nextTryAt).toBe(site.clock.now() + 30_000))
  receiver.answer = () => ({ status: 200 })
  site.clock.advance(30_000)
  await tried(3)
  expect(receiver.ids()[1]).toBe(receiver.ids()[0])
  expect(receiver.texts()).toEqual(['first', 'second'])
})

test('HA-13 what the other side refuses as such lies aside after five tries and the rest goes on; a person can send it again or let it lie (one odd event that stops all)', async () => {
  await save({ words: false })
  receiver.answer = ({ data }) => ({ status: data.seq === 1 ? 422 : 200 })
  await visitor.say('odd')
  for (let round = 1; round <= 4; round += 1) {
    await tried(round)
    await eventually(async () => expect((await hook())?.nextTryAt).toBeGreaterThan(site.clock.now()))
    site.clock.advance(10 * 60_000)
  }
  await tried(5)
  await visitor.say('next')
  await tried(6)
  const letters = async () => (await seat.call('integrations.list', {})).letters
  const [letter] = await letters()
  expect(letter).toMatchObject({ name: 'ERP', type: 'message.received', why: { en: expect.stringContaining('422') } })
  expect(await seat.call('integrations.resend', { id: letter?.id ?? '' })).toMatchObject({ trouble: { zh: expect.stringContaining('422') } })
  expect(await letters()).toHaveLength(1)
  receiver.answer = () => ({ status: 200 })
  expect(await seat.call('integrations.resend', { id: letter?.id ?? '' })).toEqual({ trouble: null })
  expect(new Set(receiver.received.filter(({ event }) => event.data.seq === 1).map(({ event }) => event.id)).size).toBe(1)
  expect(await letters()).toEqual([])
  expect(await seat.ask('integrations.resend', { id: letter?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('HA-14 after a day of failing, or told 410, it is stopped and the page says why; switched on again it goes on where it stopped (a desk that knocks for ever)', async () => {
  await save()
  receiver.answer = () => ({ status: 500 })
  await visitor.say('m1')
  await tried(1)
  await eventually(async () => expect((await hook())?.failingSince).toBe(site.clock.now()))
  site.clock.advance(PAUSE_AFTER_MS)
  await eventually(async () => expect(await hook()).toMatchObject({ state: 'paused', nextTryAt: null, trouble: { en: expect.stringContaining('500') } }))
  const before = receiver.received.length
  await visitor.say('m2')
  site.clock.advance(HOUR_MS)
  receiver.answer = () => ({ status: 200 })
  await site.restart()
  seat = await site.seat()
  expect(receiver.received).toHaveLength(before)
  await seat.call('integrations.enableWebhook', { id, enabled: true })
  await eventually(() => expect(receiver.texts()).toEqual(['m1', 'm2']))
  receiver.answer = () => ({ status: 410 })
  visitor = await site.visitor(visitor.cookie)
  await visitor.say('m3')
  await eventually(async () => expect(await hook()).toMatchObject({ state: 'paused', trouble: { en: expect.stringContaining('410') } }))
  await seat.call('integrations.enableWebhook', { id, enabled: false })
  expect(await hook()).toMatchObject({ state: 'off' })
  await seat.call('integrations.removeWebhook', { id })
  expect(await hook()).toBeUndefined()
})

test('HA-15 only what was asked for is told, from then on, and customers\' words and names go along only where an admin ticked it (chats in a system that nobody thought of)', async () => {
  await visitor.say('before it was set up')
  await save({ words: false, events: ['message.received', 'message.sent', 'conversation.opened', 'conversation.resolved', 'ticket.changed'] })
  await visitor.say('my phone is 13800004321')
  const { conversationId, seq } = await seat.heard('my phone is 13800004321')
  await seat.call('send', { id: v7(), conversationId, text: 'secret answer', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: seq })
  await seat.call('note', { id: v7(), noteId: v7(), conversationId, text: 'inner note', deleted: false, name: 'Amy', at: site.clock.now() })
  await seat.call('ticket.make', { id: v7(), conversationId, orderNo: null, caseId: null, title: 'private title', kind: 'other', summary: 'private summary', owner: null, dueAt: null, priority: 'normal', state: 'open', name: 'Amy', at: site.clock.now() })
  await seat.call('status', { id: v7(), conversationId, status: 'resolved', disposition: 'solved', name: 'Amy' })
  await visitor.say('I am back')
  await tried(6)
  expect(receiver.received.map(({ event }) => event.type)).toEqual(['message.received', 'message.sent', 'ticket.changed', 'conversation.resolved', 'conversation.opened', 'message.received'])
  expect(receiver.received.find(({ event }) => event.type === 'conversation.resolved')?.event.data).toMatchObject({ id: conversationId, disposition: 'solved', by: 'Amy' })
  expect(receiver.received.find(({ event }) => event.type === 'conversation.opened')?.event.data).toMatchObject({ again: true })
  expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/13800004321|secret answer|inner note|private|set up|I am back|displayName/)
})

test('HA-16 private addresses are called only where an admin said so, whatever name leads there, redirects lead nowhere, and trying it says so in words (the gateway as a way into the network)', async () => {
  const ask = (changes: object) => seat.ask('integrations.saveWebhook', { id: v7(), name: 'X', events: ['message.sent'], words: false, ownNetwork: false, ...changes })
  for (const url of ['http://erp.example.com/', 'https://127.0.0.1/', 'https://10.1.2.3/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://0x7f.1/', 'https://169.254.169.254/', 'https://user:pw@erp.example.com/', 'ftp://erp.example.com/', 'nonsense']) {
    expect([url, await ask({ url })]).toMatchObject([url, { ok: false, error: { code: 'fields-wrong' } }])
  }
  for (const url of ['http://169.254.169.254/latest', 'http://[fe80::1]/', 'http://0.0.0.0/', 'http://[64:ff9b::a9fe:a9fe]/']) expect([url, await ask({ url, ownNetwork: true })]).toMatchObject([url, { ok: false, error: { code: 'fields-wrong' } }])
  const port = new URL(receiver.url).port
  await save({ url: `https://localhost:${port}/`, ownNetwork: false })
  expect(await seat.call('integrations.testWebhook', { id })).toMatchObject({ trouble: { en: expect.stringContaining('private network') } })
  await save({ url: `http://localhost:${port}/`, ownNetwork: true })
  expect(await seat.call('integrations.testWebhook', { id })).toEqual({ trouble: null })
  expect(receiver.received).toMatchObject([{ event: { type: 'webhook.test' } }])
  const elsewhere = new EventReceiver()
  receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url } })
  await elsewhere.open()
  receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url } })
  expect(await seat.call('integrations.testWebhook', { id })).toMatchObject({ trouble: { en: expect.stringContaining('307') } })
  expect(elsewhere.received).toEqual([])
  await elsewhere.close()
})
