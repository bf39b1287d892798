import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../src-shared/domain/message.ts'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, PIXEL, type Seat, type Site, TOKEN, type Visitor } from '../contract/gateway-harness.ts'

/** Attacks on what seats share, on the real gateway. */
let site: Site
let visitor: Visitor
let seat: Seat
let first: Message

beforeEach(async () => {
  site = await openSite()
  visitor = await site.visitor()
  seat = await site.seat()
  await seat.call('live', {})
  await visitor.say('hello')
  first = await seat.heard('hello')
})
afterEach(() => site.remove())

const changes = async (): Promise<ReceivedChange[]> => (await seat.call('pull', { after: 0, limit: 1000 })).events.map((event) => event.change)
const resolve = (change: Partial<SeatParams<'status'>> = {}): SeatParams<'status'> => ({ id: v7(), conversationId: first.conversationId, status: 'resolved', disposition: 'solved', name: 'Amy', ...change })
const endsThatHold = async (): Promise<unknown[]> => {
  const last = new Map((await changes()).flatMap((change) => (change.type === 'resolution' ? [[change.resolution.id, change.resolution]] : [])))
  return [...last.values()].filter((resolution) => !resolution.withdrawn).map(({ id, disposition }) => [id, disposition])
}

test('N-33 two desks resolve the same conversation: one end holds, the later, and its desk can still say how it ended (a word that is refused and forgotten)', async () => {
  const mine = resolve({ disposition: 'information' })
  await (await site.seat({ seatId: 'seat-2' })).call('status', resolve({ disposition: 'refund' }))
  await seat.call('status', mine)
  expect(await endsThatHold()).toEqual([[mine.id, 'information']])
  expect((await changes()).at(-1)).toMatchObject({ type: 'conversation', conversation: { status: 'resolved', resolution: { id: mine.id } } })
  await seat.call('disposition', { id: v7(), resolutionId: mine.id, disposition: 'spam' })
  expect(await endsThatHold()).toEqual([[mine.id, 'spam']])
})

test('N-33 a desk that does not say how leaves the end that holds as it is (a colleague\'s word wiped out by an older desk)', async () => {
  const said = resolve({ disposition: 'refund' })
  await seat.call('status', said)
  const before = (await changes()).length
  await seat.call('status', { id: v7(), conversationId: first.conversationId, status: 'resolved' })
  expect(await endsThatHold()).toEqual([[said.id, 'refund']])
  expect(await changes()).toHaveLength(before)
})

test('G-70 times that no calendar holds are refused (a window that breaks on drawing a date)', async () => {
  const far = 8_640_000_000_000_001
  expect(await seat.ask('snooze', { id: v7(), conversationId: first.conversationId, until: far, seenSeq: 1 })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await seat.ask('note', { id: v7(), noteId: v7(), conversationId: first.conversationId, text: 'x', deleted: false, name: 'A', at: far })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})

const SHA = createHash('sha256').update(PIXEL).digest('hex')
const PICTURE = { sha256: SHA, type: 'image/png' as const, bytes: PIXEL.length }
const open = (headers: Record<string, string> = {}) => fetch(`${site.ready.chatUrl}/files/${SHA}`, { headers: { cookie: visitor.cookie, ...headers } })

async function sendPicture(): Promise<string> {
  await fetch(`${site.ready.seatUrl}/attachments/${SHA}`, { method: 'PUT', body: PIXEL, headers: { authorization: `Bearer ${TOKEN}` } })
  const id = v7()
  await seat.reply(first, { id, text: '', attachments: [PICTURE] })
  await eventually(() => { expect(visitor.messages.map((m) => m.id)).toContain(id) })
  return id
}

test('G-71 a picture that was taken back is not shown from the browser\'s own store: it asks each time, and gets only "as before" while it may', async () => {
  const id = await sendPicture()
  const before = await open()
  expect(before.headers.get('cache-control')).toBe('private, no-cache')
  const tag = before.headers.get('etag') ?? ''
  expect(tag).toContain(SHA)
  expect((await open({ 'if-none-match': tag })).status).toBe(304)
  await seat.call('recall', { id })
  expect((await open({ 'if-none-match': tag })).status).toBe(404)
})

test('G-72 naming a picture that was taken back in a message of one\'s own does not open it again', async () => {
  await seat.call('recall', { id: await sendPicture() })
  expect(await visitor.ask('send', { id: v7(), text: 'give it back', attachments: [PICTURE] })).toMatchObject({ ok: false, error: { code: 'attachment-missing' } })
  expect((await open()).status).toBe(404)
})

test('G-73 nothing that a visitor adds to a call is taken for a quote, an author, a read mark beyond the end, or a call of seats', async () => {
  const other = await site.visitor()
  await other.say('somebody else\'s secret')
  const foreign = await seat.heard('somebody else\'s secret')
  const more = { quoteId: foreign.id, quote: { id: foreign.id, seq: 1, kind: 'customer', text: 'forged', pictures: 0 }, author: { kind: 'agent', name: 'Amy' }, conversationId: foreign.conversationId, recalledAt: 1 }
  await visitor.ask('send', { id: v7(), text: 'with extras', attachments: [], ...more })
  const heard = await seat.heard('with extras')
  expect(heard).toMatchObject({ conversationId: first.conversationId, author: { kind: 'customer' } })
  expect([heard.quote, heard.recalledAt]).toEqual([undefined, undefined])
  for (const seq of [-1, 0, 1.5, Number.MAX_VALUE, '2']) expect(await visitor.ask('read', { seq })).toMatchObject({ ok: false })
  await visitor.ask('read', { seq: Number.MAX_SAFE_INTEGER, conversationId: foreign.conversationId })
  expect((await changes()).filter((change) => change.type === 'read')).toEqual([])
  const deaf = { id: v7(), conversationId: first.conversationId, action: 'angry', orderNo: '1', noteId: v7() }
  const before = (await changes()).length
  for (const call of ['demo', 'note', 'snooze', 'status', 'disposition', 'markOrder', 'recall', 'pull', 'snapshot', 'phrase.put']) {
    expect(await visitor.ask(call, deaf), call).toMatchObject({ ok: false })
  }
  expect(await changes()).toHaveLength(before)
})
