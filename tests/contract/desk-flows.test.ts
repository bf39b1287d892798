import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { sendReply, releaseReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { searchMessages } from '../../src-engine/flows/search.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const reply = (text: string, basedOnSeq: number, id = v7()): string => {
  sendReply(desk.engine, { id, conversationId: chen, text, attachments: [], basedOnSeq, draftId: null }, '小林')
  return id
}
const texts = (): string[] => gateway.thread(chen).map((m) => m.text)

test('E-1 a reply written offline waits and goes out after the catch-up, in the order it was written', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  desk.cut()
  reply('在的', 1)
  reply('请问什么事', 1)
  await desk.idle()
  expect(texts()).toEqual(['在吗'])
  await desk.connect()
  expect(texts()).toEqual(['在吗', '在的', '请问什么事'])
})

test('E-2 the customer wrote since: the waiting reply is held with its reason, not sent (it would answer what nobody read)', async () => {
  gateway.customerWrites(chen, '退货地址发我')
  await desk.idle()
  desk.cut()
  const id = reply('地址是……', 1)
  gateway.customerWrites(chen, '不用了,我不退了')
  await desk.connect()
  expect(texts()).toEqual(['退货地址发我', '不用了,我不退了'])
  expect(desk.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'newer-message' })
  expect(listInbox(desk.engine)[0]).toMatchObject({ chip: 'held', section: 'needs-you' })
  releaseReply(desk.engine, id, 2)
  await desk.idle()
  expect(texts()).toContain('地址是……')
})

test('E-3 a held reply taken back stands in the composer again, with what was typed there meanwhile', async () => {
  gateway.customerWrites(chen, 'a')
  await desk.idle()
  desk.cut()
  const id = reply('第一句', 1)
  desk.store.unsent.set(chen, '第二句')
  gateway.customerWrites(chen, 'b')
  await desk.connect()
  expect(takeBackReply(desk.engine, id).text).toBe('第一句')
  expect(readThread(desk.engine, chen, null, 50).unsent).toBe('第一句\n第二句')
  expect(() => takeBackReply(desk.engine, id)).toThrow(/already-sent/)
})

test('E-4 the acknowledgement is lost after the gateway wrote the reply: sent again by the same id, it stands there once', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  let first = true
  gateway.fault = () => (first ? ((first = false), 'lost-answer') : 'none')
  reply('在的', 1)
  await desk.idle()
  await desk.pass(3_000)
  expect(texts()).toEqual(['在吗', '在的'])
  expect(desk.store.outbox.count()).toEqual({ waiting: 0, held: 0 })
})

test('E-5 the engine is killed in mid-send: the next one sends it exactly once', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  gateway.fault = () => 'lost-answer'
  reply('在的', 1)
  await desk.idle()
  const dir = desk.kill()
  gateway.fault = () => 'none'
  desk = openDesk(gateway, { dir })
  await desk.connect()
  expect(texts()).toEqual(['在吗', '在的'])
  expect(readThread(desk.engine, chen, null, 50).messages.map((m) => [m.text, m.delivery])).toEqual([['在吗', 'received'], ['在的', 'sent']])
})

test('E-6 the same send asked twice by the window (a retried call after an engine restart) is one reply', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  const id = reply('在的', 1)
  await desk.idle()
  reply('在的', 1, id)
  await desk.idle()
  expect(texts()).toEqual(['在吗', '在的'])
})

test('E-7 another seat holds the conversation: the reply is held and says so', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  gateway.otherLease.add(chen)
  const id = reply('在的', 1)
  await desk.idle()
  expect(desk.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'lease' })
})

test('E-8 a reply that waited over twelve hours is not sent by itself', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  desk.cut()
  const id = reply('在的', 1)
  gateway.now += 13 * 3_600_000
  await desk.connect()
  expect(desk.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'too-old' })
})

test('E-9 reply, then resolve, both offline: the reply still goes out, the conversation ends resolved', async () => {
  gateway.customerWrites(chen, '谢谢')
  await desk.idle()
  desk.cut()
  reply('不客气', 1)
  setStatus(desk.engine, chen, 'resolved')
  await desk.connect()
  await desk.pass(3_000)
  expect(texts()).toEqual(['谢谢', '不客气'])
  expect(gateway.events.at(-1)?.change).toMatchObject({ type: 'conversation', conversation: { status: 'resolved' } })
})

test('E-9 resolved offline while the customer wrote on: it stays open and comes back to the person (their words would vanish)', async () => {
  gateway.customerWrites(chen, '谢谢')
  await desk.idle()
  desk.cut()
  setStatus(desk.engine, chen, 'resolved')
  gateway.customerWrites(chen, '等等，还有个问题')
  await desk.connect()
  await desk.pass(3_000)
  expect(listInbox(desk.engine)[0]).toMatchObject({ section: 'needs-you', lastLine: '等等，还有个问题' })
  expect(gateway.events.some((e) => e.change.type === 'conversation' && e.change.conversation.status === 'resolved')).toBe(false)
})

test('E-10 two characters of Chinese, an English word, and words the index has never seen', async () => {
  gateway.customerWrites(chen, '我买的耳机左边没声音')
  gateway.customerWrites(chen, 'The Headphones are broken')
  await desk.idle()
  expect(searchMessages(desk.engine, '耳机', 10).map((h) => h.text)).toEqual(['我买的耳机左边没声音'])
  expect(searchMessages(desk.engine, 'headphones broken', 10)).toHaveLength(1)
  expect(searchMessages(desk.engine, 'headph', 10)).toHaveLength(1)
  expect(searchMessages(desk.engine, '机耳', 10)).toEqual([])
  expect(searchMessages(desk.engine, '"; DROP TABLE message --', 10)).toEqual([])
  expect(searchMessages(desk.engine, '   ', 10)).toEqual([])
})

test('E-11 a restart continues exactly where it was: queue, thread, unsent words, flag, draft', async () => {
  gateway.customerWrites(chen, '你们到底管不管!!!')
  await desk.idle()
  desk.store.unsent.set(chen, '您好,我正在')
  const before = { rows: listInbox(desk.engine), thread: readThread(desk.engine, chen, null, 50) }
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  expect({ rows: listInbox(desk.engine), thread: readThread(desk.engine, chen, null, 50) }).toEqual(before)
  expect(before.rows[0]).toMatchObject({ chip: 'angry', emotionLevel: 3 })
  expect(before.thread.unsent).toBe('您好,我正在')
})

test('E-12 a seat that is new to a log, or whose log was replaced, loads a snapshot and keeps its own waiting words', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  desk.cut()
  const id = reply('在的', 1)
  const other = new MemoryGateway()
  const dir = desk.kill()
  desk = openDesk(other, { dir })
  const there = other.open('别人')
  other.customerWrites(there, 'hello')
  await desk.connect()
  // The place of one's own waiting words stays, whether the new log knows it or not.
  expect(listInbox(desk.engine).map((r) => [r.displayName, r.lastLine, r.chip]).sort()).toEqual([['别人', 'hello', null], ['陈女士', '', 'held']].sort())
  expect(desk.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'refused', text: '在的' })
})

test('E-13 a gap in what the gateway pushes is pulled; a push that came twice changes nothing', async () => {
  const push = gateway.onEvents
  gateway.onEvents = () => undefined
  gateway.customerWrites(chen, '一')
  gateway.onEvents = push
  gateway.customerWrites(chen, '二')
  await desk.idle()
  await new Promise((resolve) => setImmediate(resolve))
  await desk.idle()
  const { messages } = readThread(desk.engine, chen, null, 50)
  expect(messages.map((m) => m.text)).toEqual(['一', '二'])
  push(gateway.events.slice(-1))
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 50).messages).toHaveLength(2)
})
