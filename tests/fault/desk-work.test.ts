import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { saveUnsentParts } from '../../src-engine/flows/save-unsent-parts.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { setDisposition, setStatus } from '../../src-engine/flows/set-status.ts'
import { setSnooze } from '../../src-engine/flows/set-snooze.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** Attacks on the work beside replies: recall, ends, snoozes, pictures. */
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  chen = gateway.open('陈女士')
  await desk.connect()
  gateway.customerWrites(chen, '什么时候发货')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function reply(text: string): Promise<string> {
  const id = v7()
  sendReply(desk.engine, { id, conversationId: chen, text, attachments: [], basedOnSeq: 1, draftId: null }, '小林')
  await desk.idle()
  return id
}

test('E-50 whoever got an answer that was taken back waits for a person again too, since they wrote (a rule that counts people only has no clock)', async () => {
  const before = desk.store.conversations.get(chen)
  const id = await reply('明天')
  expect(desk.store.conversations.get(chen)).toMatchObject({ waitingSince: null, personWaitingSince: null })
  await recallReply(desk.engine, id)
  expect(desk.store.conversations.get(chen)).toMatchObject({ waitingSince: before?.waitingSince, personWaitingSince: before?.personWaitingSince })
})

test('E-51 what was promised in words that were taken back was not promised', async () => {
  const id = await reply('我们会在明天下午3点前为您补发。')
  expect(readThread(desk.engine, chen, null, 10).history.promise).not.toBeNull()
  await recallReply(desk.engine, id)
  expect(readThread(desk.engine, chen, null, 10).history.promise).toBeNull()
})

test('E-52 taking a reply back loses no picture: where both together are too many it stays where it is and says so', async () => {
  const picture = (n: number) => desk.engine.attachments.keep(Buffer.from(`\x89PNG\r\n\x1a\n${n}`, 'latin1'), { width: 1, height: 1 })
  const ten = await Promise.all(Array.from({ length: 10 }, (_each, n) => picture(n)))
  desk.cut()
  const id = v7()
  sendReply(desk.engine, { id, conversationId: chen, text: '看图', attachments: ten.slice(0, 5), basedOnSeq: 1, draftId: null }, '小林')
  saveUnsentParts(desk.engine, chen, { attachments: ten.slice(5), quoteId: null })
  expect(() => takeBackReply(desk.engine, id)).toThrowError(expect.objectContaining({ code: 'too-many-pictures' }))
  expect(desk.store.outbox.get(id)?.attachments).toHaveLength(5)
  saveUnsentParts(desk.engine, chen, { attachments: ten.slice(6), quoteId: null })
  takeBackReply(desk.engine, id)
  expect(desk.store.unsentParts.get(chen).attachments).toHaveLength(9)
})

test('E-53 two desks resolve at once: both show the same end, and the later one\'s word on how it ended arrives (two ends, and a word that is refused for ever)', async () => {
  const other = openDesk(gateway, { seatId: 'other-desk' })
  await other.connect()
  desk.cut()
  setStatus(desk.engine, chen, 'resolved', '小林')
  setDisposition(desk.engine, chen, 'spam')
  gateway.online = true
  setStatus(other.engine, chen, 'resolved', '小王')
  await other.idle()
  await desk.connect()
  await desk.pass(3_000)
  const ends = (of: Desk): unknown => readThread(of.engine, chen, null, 10).resolutions.map(({ by, disposition }) => [by.name, disposition])
  expect(ends(desk)).toEqual([['小林', 'spam']])
  expect(ends(other)).toEqual(ends(desk))
  expect(desk.store.commands.all()).toEqual([])
  other.kill()
})

test('E-54 a resolve and its undo leave a snooze as the other desks have it (asleep there, awake here)', async () => {
  const until = gateway.now + 3_600_000
  setSnooze(desk.engine, chen, until)
  await desk.idle()
  desk.cut()
  setStatus(desk.engine, chen, 'resolved', '小林')
  setStatus(desk.engine, chen, 'open', '小林')
  await desk.connect()
  const late = openDesk(gateway, { seatId: 'late' })
  await late.connect()
  const sleeps = (of: Desk): unknown => of.store.conversations.get(chen)?.conversation.snooze ?? null
  expect(sleeps(desk)).toEqual(sleeps(late))
  late.kill()
})

test('E-55 what is written while a long page is worked through is there when the desk says that it is live (a customer whose message waits for the next one)', async () => {
  desk.cut()
  for (let i = 0; i < 130; i++) gateway.customerWrites(chen, `第 ${i} 句`)
  const call = desk.engine.link.call
  let live = false
  desk.engine.link.call = async (name, params) => {
    // Many come between the first page and `live`, and one more while those are worked through.
    if (name === 'live') {
      for (let i = 0; i < 130; i++) gateway.customerWrites(chen, `后来 ${i}`)
      live = true
    }
    return call(name, params)
  }
  let written = false
  const watch = (): void => {
    const cursor = desk.store.settings.read('cursor', 0)
    if (live && !written && cursor > 140 && cursor < gateway.events.length) {
      written = true
      gateway.customerWrites(chen, '最后一句')
    }
    if (!written) setImmediate(watch)
  }
  setImmediate(watch)
  await desk.connect()
  expect(written).toBe(true)
  expect(desk.store.settings.read('cursor', 0)).toBe(gateway.events.length)
})

test('E-56 a snooze and an end that wait for the line outlast a change of the log (a conversation that sleeps for everybody else)', async () => {
  const late = openDesk(gateway, { seatId: 'late' })
  desk.cut()
  const wang = gateway.open('王先生')
  desk.store.settings.write('log-id', null)
  await desk.connect()
  desk.cut()
  setSnooze(desk.engine, chen, gateway.now + 3_600_000)
  setStatus(desk.engine, wang, 'resolved', '小林')
  setDisposition(desk.engine, wang, 'spam')
  desk.store.settings.write('log-id', null)
  await desk.connect()
  await desk.pass(3_000)
  await late.connect()
  const shown = ({ store }: Desk): unknown => [store.conversations.get(chen)?.conversation.snooze, store.conversations.get(wang)?.conversation.status, store.resolutions.of(wang).map((one) => one.disposition)]
  expect(shown(desk)).toEqual(shown(late))
  expect(shown(late)).toMatchObject([{ seenSeq: 1 }, 'resolved', ['spam']])
  late.kill()
})

test('E-57 a resolve that arrived, its acknowledgement lost, is not taken back when the customer writes (an end that one desk shows and the other does not)', async () => {
  const late = openDesk(gateway, { seatId: 'late' })
  let calls = 2
  gateway.fault = () => (calls-- > 0 ? 'lost-answer' : 'none')
  setStatus(desk.engine, chen, 'resolved', '小林')
  await desk.idle()
  gateway.customerWrites(chen, '还有一个问题')
  await desk.idle()
  gateway.fault = () => 'none'
  await desk.connect()
  await desk.pass(3_000)
  await late.connect()
  const ends = (of: Desk): unknown => of.store.resolutions.of(chen).map((one) => one.by.name)
  expect(ends(late)).toEqual(['小林'])
  expect(ends(desk)).toEqual(ends(late))
  late.kill()
})
