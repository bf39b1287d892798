import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import { LEASE_MS } from '../../src-shared/wire/seat.ts'
import { connect, eventually, numbersWithoutGap, openSite, PIXEL, type Seat, type Site, TOKEN } from './gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

async function liveSeat(seatId = 'seat-1'): Promise<Seat> {
  const seat = await site.seat({ seatId })
  await seat.call('live', {})
  return seat
}

describe('cursors', () => {
  test('G-2 a seat that was away pulls exactly what it missed, also over a restart: a message lost or repeated by catch-up', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    const { logId } = await seat.call('hello', { logId: null, cursor: 0 })
    await visitor.say('one')
    await seat.heard('one')
    const cursor = seat.events.at(-1)?.n ?? 0
    seat.close()
    await visitor.say('two')
    await site.restart()
    const again = await site.visitor(visitor.cookie)
    await again.say('three')
    const back = await liveSeat()
    expect(await back.call('hello', { logId, cursor })).toMatchObject({ mode: 'events', logId })
    const { events, head } = await back.call('pull', { after: cursor, limit: 1000 })
    numbersWithoutGap(events, cursor + 1)
    expect(events.at(-1)?.n).toBe(head)
    expect(events.flatMap(({ change }) => (change.type === 'message' ? [change.message.text] : []))).toEqual(['two', 'three'])
  })

  test('G-2 pages of pull fit together: an event skipped at the edge of a page', async () => {
    const seat = await liveSeat()
    const first = await seat.call('pull', { after: 0, limit: 2 })
    const second = await seat.call('pull', { after: 2, limit: 1000 })
    numbersWithoutGap([...first.events, ...second.events], 1)
    expect(second.events.at(-1)?.n).toBe(second.head)
    expect(await seat.call('pull', { after: second.head, limit: 5 })).toEqual({ events: [], head: second.head })
  })

  test('G-2 a live seat is pushed every event once and in order while many write: a gap between catch-up and live', async () => {
    const seat = await site.seat()
    const visitors = await Promise.all([site.visitor(), site.visitor(), site.visitor()])
    const talk = Promise.all(visitors.map(async (visitor) => { for (let index = 0; index < 15; index += 1) await visitor.say(`m${index}`) }))
    const { head } = await seat.call('live', {})
    await talk
    await eventually(async () => { expect(seat.events.at(-1)?.n).toBe((await seat.call('pull', { after: 0, limit: 1 })).head) })
    numbersWithoutGap(seat.events, head + 1)
  })

  test('G-3 snapshot pages and the events after the first page\'s cursor give the state of the log: a change between two pages that is lost', async () => {
    const visitor = await site.visitor()
    await visitor.say('before')
    const seat = await site.seat()
    expect((await seat.call('hello', { logId: null, cursor: 0 })).mode).toBe('snapshot')
    const changes: ReceivedChange[] = []
    let page: string | null = null
    let cursor: number | null = null
    do {
      const answer: { changes: ReceivedChange[]; next: string | null; cursor: number } = await seat.call('snapshot', { page })
      await visitor.say(`during ${changes.length}`)
      cursor ??= answer.cursor
      changes.push(...answer.changes)
      page = answer.next
    } while (page !== null)
    const { events } = await seat.call('pull', { after: cursor, limit: 1000 })
    const texts = new Set([...changes, ...events.map((event) => event.change)].flatMap((change) => (change.type === 'message' ? [change.message.text] : [])))
    const all = (await seat.call('pull', { after: 0, limit: 1000 })).events.flatMap(({ change }) => (change.type === 'message' ? [change.message.text] : []))
    expect([...texts].sort()).toEqual([...new Set(all)].sort())
    expect(changes.map((change) => change.type)).toEqual(expect.arrayContaining(['shop', 'policy', 'autopilot', 'product', 'article', 'conversation', 'message']))
  })

  test('G-3 a cursor of another log, or beyond the head, asks for a snapshot: a desk that skips a new log\'s first events', async () => {
    const seat = await site.seat()
    const { logId, head } = await seat.call('hello', { logId: null, cursor: 0 })
    expect((await seat.call('hello', { logId: v7(), cursor: 1 })).mode).toBe('snapshot')
    expect((await seat.call('hello', { logId, cursor: head + 1 })).mode).toBe('snapshot')
    expect((await seat.call('hello', { logId, cursor: head })).mode).toBe('events')
    expect(await seat.ask('snapshot', { page: 'invented' })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })
})

describe('sending', () => {
  test('G-4 the same id is one message and gets the first answer again, whatever changed since: a reply that goes out twice', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const message = await seat.heard('hello')
    const id = v7()
    const first = await seat.reply(message, { id })
    await visitor.say('newer')
    await seat.call('status', { id: v7(), conversationId: message.conversationId, status: 'resolved' })
    expect(await seat.reply(message, { id })).toEqual({ ...first, duplicate: true })
    expect(first).toMatchObject({ status: 'accepted', seq: 2, duplicate: false })
    const customerId = v7()
    const sent = await visitor.say('mine', { id: customerId })
    expect(await visitor.say('mine', { id: customerId })).toEqual({ ...sent, duplicate: true })
    const other = await site.visitor()
    expect(await other.ask('send', { id: customerId, text: 'x', attachments: [] })).toMatchObject({ error: { code: 'id-taken' } })
    expect(await seat.ask('send', { id: customerId, conversationId: message.conversationId, text: 'x', attachments: [], author: { kind: 'agent', name: 'A' }, basedOnSeq: 9 })).toMatchObject({ error: { code: 'id-taken' } })
  })

  test('G-5 a reply that the customer overtook is a conflict and leaves the log as it was: an answer to words that were not read', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('first')
    const message = await seat.heard('first')
    await visitor.say('second')
    const { head } = await seat.call('pull', { after: 0, limit: 1 })
    expect(await seat.reply(message)).toEqual({ status: 'conflict', reason: 'newer-message', lastSeq: 2 })
    expect((await seat.call('pull', { after: 0, limit: 1 })).head).toBe(head)
    expect(await seat.reply(await seat.heard('second'))).toMatchObject({ status: 'accepted', seq: 3 })
  })

  test('G-5 a reply to a resolved conversation is a conflict until the customer writes again: a closed case that opens itself', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const message = await seat.heard('hello')
    const id = v7()
    const { n } = await seat.call('status', { id, conversationId: message.conversationId, status: 'resolved' })
    expect(await seat.call('status', { id, conversationId: message.conversationId, status: 'resolved' })).toEqual({ n })
    expect(await seat.reply(message)).toMatchObject({ status: 'conflict', reason: 'closed' })
    await visitor.say('one more thing')
    const newer = await seat.heard('one more thing')
    expect(await seat.reply(newer)).toMatchObject({ status: 'accepted' })
    const states = seat.events.flatMap(({ change }) => (change.type === 'conversation' ? [change.conversation.status] : []))
    expect(states).toEqual(expect.arrayContaining(['resolved', 'open']))
    expect(states.at(-1)).toBe('open')
  })

  test('G-5 autopilot sends neither while paused nor without its own lease: automatic words after the kill switch', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const message = await seat.heard('hello')
    const automatic = { author: { kind: 'autopilot' as const, name: 'Auto' } }
    expect(await seat.reply(message, automatic)).toMatchObject({ reason: 'lease' })
    await seat.call('lease', { conversationId: message.conversationId, want: true })
    const { n } = await seat.call('pauseAutopilot', { paused: true })
    expect(await seat.call('pauseAutopilot', { paused: true })).toEqual({ n })
    expect(await seat.reply(message, automatic)).toMatchObject({ reason: 'paused' })
    await seat.call('pauseAutopilot', { paused: false })
    site.clock.advance(LEASE_MS)
    expect(await seat.reply(message, automatic)).toMatchObject({ reason: 'lease' })
    await seat.call('lease', { conversationId: message.conversationId, want: true })
    expect(await seat.reply(message, automatic)).toMatchObject({ status: 'accepted' })
    await eventually(() => { expect(visitor.messages.at(-1)).toMatchObject({ text: 'reply', author: { kind: 'autopilot', name: 'Auto' } }) })
    await site.restart()
    const back = await site.seat()
    await back.call('pauseAutopilot', { paused: true })
    await site.restart()
    const third = await site.seat()
    await third.call('lease', { conversationId: message.conversationId, want: true })
    expect(await third.reply(message, automatic)).toMatchObject({ reason: 'paused' })
  })

  test('G-5 a reply with nothing in it, to nobody, or with an unknown picture is refused: an empty bubble at the customer\'s', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const { conversationId, seq } = await seat.heard('hello')
    const base = { conversationId, attachments: [], author: { kind: 'agent', name: 'A' }, basedOnSeq: seq }
    expect(await seat.ask('send', { ...base, id: v7(), text: '  ' })).toMatchObject({ error: { code: 'bad-request' } })
    expect(await seat.ask('send', { ...base, id: v7(), text: 'x', conversationId: v7() })).toMatchObject({ error: { code: 'not-found' } })
    const unknown = { sha256: '0'.repeat(64), type: 'image/png', bytes: 5 }
    expect(await seat.ask('send', { ...base, id: v7(), text: 'x', attachments: [unknown] })).toMatchObject({ error: { code: 'attachment-missing', retryable: true } })
  })
})

describe('leases', () => {
  test('G-6 of two seats that race for one conversation exactly one gets it and may answer: two agents in one chat', async () => {
    const visitor = await site.visitor()
    const a = await liveSeat('a')
    const b = await liveSeat('b')
    await visitor.say('hello')
    const message = await a.heard('hello')
    const want = { conversationId: message.conversationId, want: true }
    const answers = await Promise.all([a.call('lease', want), b.call('lease', want)])
    expect(answers.filter((answer) => answer.granted)).toHaveLength(1)
    const holder = answers[0].granted ? 'a' : 'b'
    expect(answers.map((answer) => answer.holder)).toEqual([holder, holder])
    const loser = holder === 'a' ? b : a
    expect(await loser.reply(message)).toMatchObject({ status: 'conflict', reason: 'lease' })
    expect(await loser.call('lease', { ...want, want: false })).toMatchObject({ granted: false, holder })
    const winner = holder === 'a' ? a : b
    expect(await winner.call('lease', { ...want, want: false })).toEqual({ granted: false, holder: null, expiresAt: null })
    expect(await loser.call('lease', want)).toMatchObject({ granted: true })
    await eventually(() => {
      const assignees = a.events.flatMap(({ change }) => (change.type === 'conversation' ? [change.conversation.assignee] : []))
      expect(assignees).toEqual([null, holder, null, holder === 'a' ? 'b' : 'a'])
    })
  })

  test('G-6 a lease runs out without renewal and every desk hears of it: a conversation held by a desk that died', async () => {
    const visitor = await site.visitor()
    const a = await liveSeat('a')
    const b = await liveSeat('b')
    await visitor.say('hello')
    const message = await a.heard('hello')
    const want = { conversationId: message.conversationId, want: true }
    const first = await a.call('lease', want)
    site.clock.advance(LEASE_MS - 1)
    expect(await b.call('lease', want)).toMatchObject({ granted: false, holder: 'a', expiresAt: first.expiresAt })
    const renewed = await a.call('lease', want)
    expect(renewed.expiresAt).toBe((first.expiresAt ?? 0) + LEASE_MS - 1)
    site.clock.advance(LEASE_MS)
    await eventually(() => {
      const last = b.events.map((event) => event.change).findLast((change) => change.type === 'conversation')
      expect(last).toMatchObject({ conversation: { assignee: null } })
    })
    expect(await b.reply(message)).toMatchObject({ status: 'accepted' })
    expect(await a.reply(message)).toMatchObject({ reason: 'lease' })
  })
})

describe('the door for seats', () => {
  test('G-9 what does not parse is answered bad-request and the connection lives on: one bad call that cuts a desk off', async () => {
    const seat = await liveSeat()
    const bad: [string, unknown][] = [
      ['hello', null], ['pull', { after: -1, limit: 10 }], ['pull', { after: 0, limit: 1001 }], ['send', { id: 'no-uuid' }], ['lease', 'x'],
      ['status', { id: v7(), conversationId: v7(), status: 'gone' }], ['no-such-call', {}], ['__proto__', {}], ['send', Buffer.alloc(10)],
      ['send', { id: v7(), conversationId: v7(), text: 'x'.repeat(4001), attachments: [], author: { kind: 'customer', name: '' }, basedOnSeq: 0 }],
    ]
    for (const [call, params] of bad) expect([call, await seat.ask(call, params)]).toMatchObject([call, { ok: false, error: { code: 'bad-request', say: { zh: expect.any(String) } } }])
    expect(await seat.ask('lease', { conversationId: v7(), want: true })).toMatchObject({ error: { code: 'not-found' } })
    seat.socket.emit('lease', { conversationId: v7() })
    seat.socket.emit('lease')
    expect(await seat.call('pull', { after: 0, limit: 1 })).toMatchObject({ events: [{ n: 1 }] })
    expect(seat.socket.connected).toBe(true)
  })

  test('G-10 a wrong token, no token or another major version is refused with a reason: an open loopback door', async () => {
    await expect(site.seat({ token: `${TOKEN}x` })).rejects.toMatchObject({ message: 'unauthorized', data: { code: 'unauthorized', retryable: false } })
    await expect(connect(site.ready.seatUrl)).rejects.toMatchObject({ message: 'unauthorized' })
    await expect(site.seat({ protocol: '2.0' })).rejects.toMatchObject({ message: 'protocol-mismatch' })
    expect((await site.seat({ protocol: '1.7' })).socket.connected).toBe(true)
    const attachment = `${site.ready.seatUrl}/attachments/${'0'.repeat(64)}`
    expect((await fetch(attachment)).status).toBe(401)
    expect((await fetch(attachment, { method: 'PUT', body: PIXEL, headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    expect((await fetch(attachment, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404)
    expect(await (await fetch(`${site.ready.seatUrl}/healthz`)).json()).toEqual({ ok: true })
  })

  test('G-13 a desk\'s picture is kept under its hash and reaches the customer alone: a picture that only the desk can see', async () => {
    const visitor = await site.visitor()
    const stranger = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const sha256 = createHash('sha256').update(PIXEL).digest('hex')
    const put = (hash: string, body: Uint8Array) => fetch(`${site.ready.seatUrl}/attachments/${hash}`, { method: 'PUT', body, headers: { authorization: `Bearer ${TOKEN}` } })
    expect(await (await put('0'.repeat(64), PIXEL)).json()).toMatchObject({ error: { code: 'attachment-hash' } })
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect((await put(createHash('sha256').update(svg).digest('hex'), svg)).status).toBe(415)
    const attachment = { sha256, type: 'image/png' as const, bytes: PIXEL.length, width: 1, height: 1 }
    expect(await (await put(sha256, PIXEL)).json()).toEqual(attachment)
    const file = (cookie: string) => fetch(`${site.ready.chatUrl}/files/${sha256}`, { headers: { cookie } })
    expect((await file(visitor.cookie)).status).toBe(404)
    await seat.reply(await seat.heard('hello'), { text: '', attachments: [{ ...attachment, type: 'image/gif', bytes: 99 }] })
    await eventually(() => { expect(visitor.messages.at(-1)?.attachments).toEqual([attachment]) })
    expect(Buffer.from(await (await file(visitor.cookie)).arrayBuffer())).toEqual(PIXEL)
    expect((await file(stranger.cookie)).status).toBe(404)
    const own = await fetch(`${site.ready.seatUrl}/attachments/${sha256}`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(own.headers.get('content-type')).toBe('image/png')
  })

  test('G-2 typing travels both ways and is never stored: a log that fills with key strokes', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    const { conversationId } = await seat.heard('hello')
    const { head } = await seat.call('pull', { after: 0, limit: 1 })
    await visitor.call('typing', {})
    await eventually(() => { expect(seat.typing).toEqual([conversationId]) })
    await seat.call('typing', { conversationId })
    await eventually(() => { expect(visitor.typingPushes).toBe(1) })
    expect((await seat.call('pull', { after: 0, limit: 1 })).head).toBe(head)
  })
})
