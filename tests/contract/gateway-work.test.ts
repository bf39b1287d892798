import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../src-shared/domain/message.ts'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, ORDER, OTHER_ORDER, type Seat, type Site, type Visitor } from './gateway-harness.ts'

/** What seats share beside messages: notes, ends, snoozes, marks on orders; on the real gateway. */
let site: Site
let seat: Seat
let visitor: Visitor
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

const note = (change: Partial<SeatParams<'note'>> = {}): SeatParams<'note'> => ({
  id: v7(), noteId: v7(), conversationId: first.conversationId, text: 'a liar, check the photo', deleted: false, name: 'Amy', at: site.clock.now(), ...change,
})
const changes = async (): Promise<ReceivedChange[]> => (await seat.call('pull', { after: 0, limit: 1000 })).events.map((event) => event.change)
const status = (change: Partial<SeatParams<'status'>> = {}): SeatParams<'status'> => ({ id: v7(), conversationId: first.conversationId, status: 'resolved', disposition: 'refund', name: 'Amy', ...change })

test('N-20 nothing of notes, ends, snoozes and marks ever reaches the customer, live or after a reload (an agent\'s candid words on a customer\'s screen)', async () => {
  await visitor.say(`my order ${ORDER.no} ${ORDER.last4}`)
  const heard: unknown[] = []
  visitor.socket.onAny((event, body) => heard.push([event, body]))
  await seat.call('note', note())
  await seat.call('markOrder', { id: v7(), conversationId: first.conversationId, orderNo: ORDER.no, flag: 'red', memo: 'a liar, says the carrier' })
  await seat.call('snooze', { id: v7(), conversationId: first.conversationId, until: site.clock.now() + 1000, seenSeq: 1 })
  await seat.call('status', status({ disposition: 'spam' }))
  // A message sent after all of that has arrived: whatever was pushed before it has arrived too.
  await visitor.say('the last one')
  await eventually(() => { expect(visitor.messages.map((m) => m.text)).toContain('the last one') })
  const reload = await site.visitor(visitor.cookie)
  const page = await reload.call('hello', { after: 0, language: 'en' })
  const seen = JSON.stringify([heard, page])
  expect(seen).toContain('the last one')
  for (const secret of ['liar', 'refund', 'spam', 'red', 'Amy', 'snooze', 'resolution']) expect(seen).not.toContain(secret)
})

test('N-21 the same note twice is one; only its seat changes or deletes it; the snapshot has it as it is now', async () => {
  const request = note()
  const { n } = await seat.call('note', request)
  expect(await seat.call('note', request)).toEqual({ n })
  const other = await site.seat({ seatId: 'seat-2' })
  expect(await other.ask('note', note({ noteId: request.noteId, text: 'mine now' }))).toMatchObject({ ok: false, error: { code: 'not-yours', retryable: false } })
  expect(await other.ask('note', note({ noteId: request.noteId, conversationId: v7() }))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await seat.ask('note', note({ text: '  ' }))).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  await seat.call('note', note({ noteId: request.noteId, text: 'checked' }))
  const written = (await changes()).filter((change) => change.type === 'note')
  expect(written.map((change) => change.note.text)).toEqual([request.text, 'checked'])
  await site.restart()
  const back = await site.seat()
  const { changes: snapshot } = await back.call('snapshot', { page: null })
  expect(snapshot.flatMap((change) => (change.type === 'note' ? [change.note] : []))).toMatchObject([{ id: request.noteId, text: 'checked', author: { id: 'seat-1', name: 'Amy' }, deleted: false }])
})

test('N-21 a note from a clock that runs ahead is not written in the future, one that waited keeps its time', async () => {
  const now = site.clock.now()
  await seat.call('note', note({ at: now + 3_600_000 }))
  await seat.call('note', note({ at: now - 3_600_000 }))
  const written = (await changes()).flatMap((change) => (change.type === 'note' ? [change.note.at - now] : []))
  expect(written).toEqual([0, -3_600_000])
})

test('N-22 a resolve carries how it ended, once per id; another word changes it; a person\'s reopen withdraws it, a customer\'s message does not', async () => {
  const ends = async (): Promise<unknown[]> => (await changes()).flatMap((change) => (change.type === 'resolution' ? [[change.resolution.disposition, change.resolution.withdrawn]] : []))
  const request = status()
  const { n } = await seat.call('status', request)
  expect(await seat.call('status', request)).toEqual({ n })
  await seat.call('disposition', { id: v7(), resolutionId: request.id, disposition: 'exchange-return' })
  expect(await ends()).toEqual([['refund', false], ['exchange-return', false]])
  await visitor.say('one more thing')
  expect(await ends()).toHaveLength(2)
  // Opened offline by a person who saw that end: it is none, though the customer was first.
  await seat.call('status', status({ status: 'open', resolutionId: request.id }))
  expect((await ends()).slice(2)).toEqual([['exchange-return', true]])
  await seat.call('status', status())
  await seat.call('status', status({ status: 'open' }))
  expect((await ends()).slice(3)).toEqual([['refund', false], ['refund', true]])
  expect(await seat.ask('disposition', { id: v7(), resolutionId: v7(), disposition: 'spam' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('N-22 a desk of protocol 1.0 resolves as before, without saying how', async () => {
  await seat.call('status', { id: v7(), conversationId: first.conversationId, status: 'resolved' })
  expect((await changes()).at(-1)).toMatchObject({ type: 'conversation', conversation: { status: 'resolved' } })
})

test('N-22 a snooze is on the conversation for every desk, and gone with a resolve', async () => {
  const until = site.clock.now() + 3_600_000
  await seat.call('snooze', { id: v7(), conversationId: first.conversationId, until, seenSeq: 1 })
  expect((await changes()).at(-1)).toMatchObject({ conversation: { snooze: { until, seenSeq: 1 } } })
  await seat.call('status', status())
  expect((await changes()).at(-1)).toMatchObject({ conversation: { snooze: null } })
  await seat.call('snooze', { id: v7(), conversationId: first.conversationId, until, seenSeq: 1 })
  expect((await changes()).at(-1)).toMatchObject({ conversation: { snooze: null } })
})

test('N-23 marks on an order: added once per id, never over what stands there, and only on an order of the verified customer of that conversation', async () => {
  const mark = (change: Partial<SeatParams<'markOrder'>>): SeatParams<'markOrder'> => ({ id: v7(), conversationId: first.conversationId, orderNo: ORDER.no, ...change })
  expect(await seat.ask('markOrder', mark({ flag: 'red' }))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await visitor.say(`my order ${ORDER.no} ${ORDER.last4}`)
  expect(await seat.ask('markOrder', mark({ orderNo: OTHER_ORDER.no, flag: 'red' }))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await seat.call('markOrder', mark({ flag: 'purple', memo: 'one' }))
  const request = mark({ memo: 'two' })
  await seat.call('markOrder', request)
  await seat.call('markOrder', request)
  const last = (await changes()).filter((change) => change.type === 'customer').at(-1)
  expect(last?.orders[0]).toMatchObject({ no: ORDER.no, flag: 'purple', memo: 'one\ntwo' })
  await seat.call('markOrder', mark({ flag: null }))
  expect((await changes()).at(-1)).toMatchObject({ type: 'customer', orders: [{ flag: null, memo: 'one\ntwo' }] })
})

test('SP-6 an order number in full finds its customer with all orders, each once; part of one, or one that is none, finds nobody, and nothing is written', async () => {
  const before = (await changes()).length
  const { found } = await seat.call('orders.find', { orderNos: [ORDER.no, '9999999999999999', ORDER.no] })
  expect(found.map(({ customer, orders }) => [customer.phone.slice(-4), orders.map(({ no }) => no)])).toEqual([[ORDER.last4, [ORDER.no]]])
  expect((await seat.call('orders.find', { orderNos: [ORDER.no.slice(0, 15), `${ORDER.no}%`, '______'] })).found).toEqual([])
  expect((await seat.call('orders.find', { orderNos: [ORDER.no, OTHER_ORDER.no] })).found).toHaveLength(2)
  expect(await seat.ask('orders.find', { orderNos: Array.from({ length: 4 }, () => ORDER.no) })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await changes()).toHaveLength(before)
})
