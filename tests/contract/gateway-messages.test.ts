import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import type { SeatResult } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, PIXEL, type Seat, type Site, TOKEN, type Visitor } from './gateway-harness.ts'

let site: Site
let visitor: Visitor
let seat: Seat
beforeEach(async () => {
  site = await openSite()
  visitor = await site.visitor()
  seat = await liveSeat('seat-1')
})
afterEach(() => site.remove())

async function liveSeat(seatId: string): Promise<Seat> {
  const one = await site.seat({ seatId })
  await one.call('live', {})
  return one
}
const changes = (type: ReceivedChange['type']) => seat.events.map((event) => event.change).filter((change) => change.type === type)
const history = async () => (await visitor.call('hello', { after: 0, language: 'en' })).messages
const SHA = createHash('sha256').update(PIXEL).digest('hex')
const PICTURE = { sha256: SHA, type: 'image/png' as const, bytes: PIXEL.length }
const upload = () => fetch(`${site.ready.seatUrl}/attachments/${SHA}`, { method: 'PUT', body: PIXEL, headers: { authorization: `Bearer ${TOKEN}` } })
const opens = async () => (await fetch(`${site.ready.chatUrl}/files/${SHA}`, { headers: { cookie: visitor.cookie } })).status

describe('paragraphs as messages', () => {
  const apartAt = async (text: string, changes: Parameters<Seat['reply']>[1] = {}): Promise<{ id: string; answer: SeatResult<'send'> }> => {
    await visitor.say(`before ${text}`)
    const id = v7()
    return { id, answer: await seat.reply(await seat.heard(`before ${text}`), { id, text, apart: true, ...changes }) }
  }

  test('BU-2 a reply that goes apart is one entry of the log, said again it is answered as the first time, and the customer gets it marked: a half in the log after a kill', async () => {
    const { id, answer } = await apartAt('one\n\ntwo')
    expect(answer).toMatchObject({ status: 'accepted', duplicate: false, apart: true })
    const asked = await seat.heard('before one\n\ntwo')
    expect(await seat.reply(asked, { id, text: 'one\n\ntwo' })).toMatchObject({ duplicate: true, apart: true, seq: 2 })
    expect((await history()).map(({ seq, text, apart }) => [seq, text, apart])).toEqual([[1, 'before one\n\ntwo', undefined], [2, 'one\n\ntwo', true]])
  })

  test('BU-2 one paragraph, or a desk that does not ask for it, is a message as before: a mark that says nothing', async () => {
    expect(await apartAt('one\ntwo')).toMatchObject({ answer: { status: 'accepted' } })
    expect((await apartAt('one\n\nthree', { apart: false })).answer).not.toHaveProperty('apart')
    expect((await history()).filter(({ apart }) => apart !== undefined)).toEqual([])
  })

  test('BU-5 taken back, all of its messages are gone for the customer at once: half of a wrong answer that stays', async () => {
    const { id } = await apartAt('the wrong\n\nwords')
    expect(await seat.call('recall', { id })).toMatchObject({ status: 'recalled' })
    expect((await history()).at(-1)).toMatchObject({ text: '', recalled: true })
    expect(JSON.stringify((await history()).at(-1))).not.toMatch(/wrong|words|apart/u)
  })
})

describe('quotes', () => {
  test('V-1 a quote is made from the gateway\'s own record, on one line and short: a desk that puts words into the customer\'s mouth', async () => {
    await visitor.say(`the cup\nis  broken ${'x'.repeat(200)}`)
    const asked = (await history())[0]
    const message = await seat.heard(asked?.text ?? '')
    await seat.reply(message, { text: 'sorry', quoteId: message.id })
    await eventually(() => { expect(visitor.messages.at(-1)).toMatchObject({ text: 'sorry', quote: { id: message.id, seq: 1, kind: 'customer', pictures: 0 } }) })
    const text = visitor.messages.at(-1)?.quote?.text ?? ''
    expect(text).toMatch(/^the cup is broken x+…$/)
    expect([...text]).toHaveLength(80)
  })

  test('V-1 a message of another conversation, or of none, is not quoted and nothing is sent: one customer\'s words shown to another', async () => {
    await visitor.say('mine')
    const message = await seat.heard('mine')
    const other = await site.visitor()
    await other.say('secret of somebody else')
    const foreign = await seat.heard('secret of somebody else')
    const reply = { id: v7(), conversationId: message.conversationId, text: 'x', attachments: [], author: { kind: 'agent', name: 'A' }, basedOnSeq: 1 }
    for (const quoteId of [foreign.id, v7()]) expect(await seat.ask('send', { ...reply, quoteId })).toMatchObject({ ok: false, error: { code: 'quote-unknown', retryable: false } })
    expect(await history()).toHaveLength(1)
  })
})

describe('recall', () => {
  async function sent(changes: Parameters<Seat['reply']>[1] = {}): Promise<{ id: string; conversationId: string }> {
    await visitor.say('hello')
    const message = await seat.heard('hello')
    const id = v7()
    await seat.reply(message, { id, text: 'the wrong words', ...changes })
    await eventually(() => { expect(visitor.messages.map((m) => m.id)).toContain(id) })
    return { id, conversationId: message.conversationId }
  }

  test('V-2 what was taken back is gone for the customer, pushed, asked again and after a reload: words that stay in the browser\'s history', async () => {
    const { id, conversationId } = await sent()
    const pushed: unknown[] = []
    visitor.socket.on('recalled', (push) => { pushed.push(push) })
    site.clock.advance(119_000)
    expect(await seat.call('recall', { id })).toMatchObject({ status: 'recalled' })
    await eventually(() => { expect(pushed).toEqual([{ id, seq: 2 }]) })
    const page = await visitor.call('hello', { after: 2, language: 'en' })
    expect(page).toMatchObject({ messages: [], recalled: [2] })
    expect((await history())[1]).toMatchObject({ id, text: '', attachments: [], recalled: true })
    expect(JSON.stringify(await history())).not.toContain('wrong words')
    await eventually(() => { expect(changes('message-recalled')).toMatchObject([{ conversationId, id, seq: 2 }]) })
  })

  test('V-2 recalled twice is once, and a desk that comes later sees it as recalled: a second event, or a reply that comes back with a snapshot', async () => {
    const { id } = await sent()
    const first = await seat.call('recall', { id })
    site.clock.advance(600_000)
    expect(await seat.call('recall', { id })).toEqual(first)
    await eventually(() => { expect(changes('message-recalled')).toHaveLength(1) })
    await site.restart()
    const late = await site.seat({ seatId: 'late' })
    const found: ReceivedChange[] = []
    for (let page: string | null | undefined = null; page !== undefined;) {
      const answer: { changes: ReceivedChange[]; next: string | null } = await late.call('snapshot', { page })
      found.push(...answer.changes)
      page = answer.next ?? undefined
    }
    const message = found.flatMap((change) => (change.type === 'message' && change.message.id === id ? [change.message] : []))
    expect(message).toMatchObject([{ text: 'the wrong words', recalledAt: expect.any(Number) }])
  })

  test('V-3 too late, another desk\'s, the customer\'s own: refused with the reason, and the customer still has it', async () => {
    const { id } = await sent()
    const other = await liveSeat('seat-2')
    expect(await other.call('recall', { id })).toEqual({ status: 'refused', reason: 'not-yours' })
    const own = (await history())[0]
    expect(await seat.call('recall', { id: own?.id ?? '' })).toEqual({ status: 'refused', reason: 'not-yours' })
    expect(await seat.ask('recall', { id: v7() })).toMatchObject({ error: { code: 'not-found' } })
    site.clock.advance(120_001)
    expect(await seat.call('recall', { id })).toEqual({ status: 'refused', reason: 'too-late' })
    expect((await history())[1]).toMatchObject({ text: 'the wrong words' })
    expect(changes('message-recalled')).toEqual([])
  })

  test('V-4 a quote of what was taken back loses its words too: the words read on in the quote', async () => {
    const { id, conversationId } = await sent()
    const last = { conversationId, seq: 1 } as Parameters<Seat['reply']>[0]
    await seat.reply(last, { text: 'as I said', quoteId: id })
    await seat.call('recall', { id })
    expect((await history())[2]).toMatchObject({ text: 'as I said', quote: { id, text: '', pictures: 0 } })
    await seat.reply(last, { text: 'once more', quoteId: id })
    expect((await history())[3]).toMatchObject({ text: 'once more', quote: { text: '' } })
  })

  test('V-4 a picture that was taken back opens for the customer no more, unless another message shows it', async () => {
    await upload()
    const { id, conversationId } = await sent({ text: '', attachments: [PICTURE] })
    expect(await opens()).toBe(200)
    const again = v7()
    await seat.reply({ conversationId, seq: 1 } as Parameters<Seat['reply']>[0], { id: again, text: 'look', attachments: [PICTURE] })
    await seat.call('recall', { id })
    expect(await opens()).toBe(200)
    await seat.call('recall', { id: again })
    expect(await opens()).toBe(404)
    expect((await fetch(`${site.ready.seatUrl}/attachments/${SHA}`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
  })
})

describe('read', () => {
  test('V-5 reading is one event for each reply that was read, never more, and never beyond what there is: a log full of glances', async () => {
    await visitor.say('hello')
    const message = await seat.heard('hello')
    await visitor.call('read', { seq: 1 })
    await seat.reply(message, { text: 'one' })
    await seat.reply(message, { text: 'two' })
    await visitor.call('read', { seq: 2 })
    for (let again = 0; again < 3; again += 1) await visitor.call('read', { seq: 2 })
    await visitor.call('read', { seq: 999 })
    await visitor.call('read', { seq: 1 })
    const { head } = await seat.call('pull', { after: 0, limit: 1 })
    await eventually(() => { expect(seat.events.at(-1)?.n).toBe(head) })
    expect(changes('read')).toMatchObject([{ conversationId: message.conversationId, seq: 2 }, { seq: 3 }])
  })

  test('V-5 a visitor without a conversation, or with nonsense, reads nothing', async () => {
    expect(await (await site.visitor()).call('read', { seq: 5 })).toEqual({})
    expect(await visitor.ask('read', { seq: 0 })).toMatchObject({ error: { code: 'bad-request' } })
    expect(changes('read')).toEqual([])
  })
})
