import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endShift } from '../../src-engine/flows/end-shift.ts'
import { dismissMorning, readMorning } from '../../src-engine/flows/morning.ts'
import { nightCounts } from '../../src-engine/flows/night-counts.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { caseResults } from '../../src-engine/flows/case-results.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const HOUR = 3_600_000
const EVENING = Date.parse('2026-11-27T23:00:00+08:00')
const policy = { ...undoPolicy(8), night: { reply: true, people: { from: '09:00', to: '22:00' } } }

let gateway: MemoryGateway
let desk: Desk

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.now = EVENING
  gateway.publish({ type: 'policy', policy })
  desk = openDesk(gateway, { night: true, realTriage: true })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function writes(text: string, id = gateway.open('夜猫')): Promise<string> {
  gateway.customerWrites(id, text)
  await desk.idle()
  await desk.pass(31_000)
  return id
}
const automatic = (id: string): string[] => gateway.thread(id).filter(({ author }) => author.kind === 'autopilot').map(({ text }) => text)
const notes = (id: string) => [...gateway.notes.values()].filter((note) => note.conversationId === id && !note.deleted)
const restart = async (): Promise<void> => {
  const dir = desk.kill()
  desk = openDesk(gateway, { dir, night: true, realTriage: true })
  await desk.connect()
  await desk.pass(31_000)
}

test('ND-3 whoever is left to people at night is told once when they answer, labelled, and still waits (the morning would not see them)', async () => {
  const id = await writes('耳机左边没声音了,怎么办')
  expect(automatic(id)).toEqual([expect.stringContaining('09:00')])
  expect(automatic(id)[0]).not.toMatch(/尽快|马上|稍后/)
  await writes('在吗', id)
  await writes('有人吗?', id)
  expect(automatic(id)).toHaveLength(1)
  expect(desk.store.conversations.get(id)?.waitingSince).not.toBeNull()
})

test('ND-3 not by day, not where the policy does not say so, not under the kill switch, not who wrote long ago', async () => {
  pauseAutopilot(desk.engine, true)
  expect(automatic(await writes('坏了'))).toEqual([])
  await desk.pass(HOUR)
  pauseAutopilot(desk.engine, false)
  await desk.pass(31_000)
  expect(gateway.events.some(({ change }) => change.type === 'message' && change.message.author.kind === 'autopilot')).toBe(false)
  gateway.publish({ type: 'policy', policy: { ...policy, night: { ...policy.night, reply: false } } })
  expect(automatic(await writes('坏了'))).toEqual([])
  gateway.publish({ type: 'policy', policy })
  gateway.now = Date.parse('2026-11-28T10:00:00+08:00')
  expect(automatic(await writes('坏了'))).toEqual([])
})

test('ND-3 whoever a colleague holds is the colleague’s (a person who stays late would be talked over)', async () => {
  const id = gateway.open('林')
  gateway.otherLease.add(id)
  await writes('坏了', id)
  expect(automatic(id)).toEqual([])
})

test('ND-4 who is angry or asks for a person is told that theirs comes first, and stands at the top of the morning', async () => {
  const calm = await writes('耳机左边没声音了')
  const angry = await writes('你们就是骗子!!! 气死我了,必须给我退款,垃圾店铺')
  const human = await writes('转人工')
  expect(automatic(angry)[0]).toContain('优先')
  expect(automatic(human)[0]).toContain('优先')
  gateway.now = Date.parse('2026-11-28T09:05:00+08:00')
  expect(readMorning(desk.engine)?.left.map(({ conversationId }) => conversationId)).toEqual([angry, human, calm])
})

test('ND-5 the morning has one note a conversation, kept true, with what was asked and told (it would be doubled by each message)', async () => {
  const id = await writes('耳机左边没声音了')
  expect(notes(id)).toHaveLength(1)
  expect(notes(id)[0]?.text).toMatch(/夜班交接[\s\S]*耳机左边没声音/)
  await writes('昨天才收到的,订单 2188340610072265', id)
  expect(notes(id)).toHaveLength(1)
  expect(notes(id)[0]?.text).toContain('昨天才收到的')
  const before = gateway.events.length
  await desk.pass(31_000)
  await desk.pass(31_000)
  expect(gateway.events).toHaveLength(before)
})

test('ND-6 what the policy allows is answered as by day, and counted as answered', async () => {
  const id = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  await writes('我的快递到哪了', id)
  await desk.pass(31_000)
  expect(automatic(id)).toEqual([expect.stringContaining('杭州')])
  expect(notes(id)).toEqual([])
  expect(nightCounts(desk.engine, EVENING)).toMatchObject({ answered: 1, told: 0, left: 0, waiting: 0 })
})

test('ND-7 killed at any point and started again it loses and doubles nothing, nor does a store that is gone (the customer would be told twice)', async () => {
  const asked: string[] = []
  for (let stop = 1; stop <= 6; stop++) {
    // The line dies at a later call each time, before or after the gateway acted; then the process.
    let calls = 0
    gateway.fault = () => {
      if (++calls !== stop) return 'none'
      queueMicrotask(() => desk.cut())
      return stop % 2 === 1 ? 'lost-answer' : 'cut-before'
    }
    const id = gateway.open('夜猫')
    asked.push(id)
    gateway.customerWrites(id, '耳机没声音')
    await desk.idle()
    await desk.pass(1_000)
    gateway.fault = () => 'none'
    await restart()
  }
  for (const id of asked) expect([automatic(id).length, notes(id).length]).toEqual([1, 1])
  desk.kill()
  desk = openDesk(gateway, { night: true, realTriage: true, seatId: 'second-night-desk' })
  await desk.connect()
  await desk.pass(31_000)
  for (const id of asked) expect([automatic(id).length, notes(id).length]).toEqual([1, 1])
})

test('ND-8 the end of a shift sends nothing half, brings the notes up to date and gives every lease back', async () => {
  const asked = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  gateway.customerWrites(asked, '我的快递到哪了')
  await desk.idle()
  expect(desk.store.runs.latest(asked)?.state).toBe('undo')
  await endShift(desk.engine)
  await desk.idle()
  await desk.pass(60_000)
  expect(desk.store.runs.latest(asked)).toMatchObject({ reason: 'shift-over' })
  expect(automatic(asked).filter((text) => text.includes('杭州'))).toEqual([])
  expect(notes(asked)).toHaveLength(1)
})

test('ND-9 a long night holds no more in memory than a short one (the desk would be dead by the morning)', async () => {
  for (let n = 0; n < 5; n++) await writes('坏了')
  await desk.pass(2 * 60_000)
  const { held } = nightCounts(desk.engine, EVENING)
  for (let n = 0; n < 40; n++) await writes('坏了')
  await desk.pass(2 * 60_000)
  expect(nightCounts(desk.engine, EVENING)).toMatchObject({ held, told: 45, left: 45 })
})

test('ND-17 the card of the morning counts what was answered, who still waits and what is due, the same on a desk that slept; it goes when put away and at night', async () => {
  const id = await writes('耳机没声音')
  const other = openDesk(gateway, { seatId: 'day-desk' })
  await other.connect()
  expect(readMorning(other.engine)).toBeNull()
  gateway.now = Date.parse('2026-11-28T08:30:00+08:00')
  const morning = readMorning(other.engine)
  expect(morning).toMatchObject({ answered: 0, noted: 1, left: [{ conversationId: id, upset: false }] })
  sendReply(other.engine, { id: v7(), conversationId: id, text: '给您换新', attachments: [], basedOnSeq: 1, draftId: null }, '小雅')
  await other.idle()
  expect(readMorning(other.engine)).toMatchObject({ noted: 1, left: [] })
  dismissMorning(other.engine, morning?.night ?? 0, true)
  expect(readMorning(other.engine)).toBeNull()
  dismissMorning(other.engine, morning?.night ?? 0, false)
  gateway.now = Date.parse('2026-11-28T22:01:00+08:00')
  expect(readMorning(other.engine)).toBeNull()
  expect((await caseResults(other.engine)).all.automatic.pending).toBe(0)
  other.kill()
})
