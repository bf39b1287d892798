import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkMessage, drawMessages, uncheckMessage } from '../../src-engine/flows/check-message.ts'
import { correctMessage } from '../../src-engine/flows/correct-message.ts'
import { exportCases, understanding } from '../../src-engine/flows/understanding.ts'
import { mondayOf } from '../../src-engine/domain/understanding/weeks.ts'
import type { Told } from '../../src-shared/domain/teaching.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** What people find when they look at messages drawn by chance, on a real encrypted database with triage as it is shipped. */
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function says(text: string): Promise<string> {
  gateway.customerWrites(chen, text)
  await desk.idle()
  const [stored] = desk.store.messages.page(chen, null, 1)
  if (!stored) throw new Error('no message')
  return stored.message.id
}
const check = (messageId: string, told: Told[] = [], answer: 'right' | 'unsure' = 'right') =>
  checkMessage(desk.engine, { messageId, conversationId: chen, answer, told: told.map((one) => ({ id: v7(), told: one })) }, '小雅')
const report = () => understanding(desk.engine)
const topicsNow = (id: string) => desk.store.messages.get(id)?.verdict?.topics.map(({ label }) => label)

test('UW-1 every message that was not checked can be drawn, each once, and no other: a message left out would make the figure a lie', async () => {
  const ids = [await says('我的快递到哪了'), await says('什么时候发货'), await says('好的')]
  const { cards } = drawMessages(desk.engine, 50)
  expect(cards.map(({ messageId }) => messageId).sort()).toEqual([...ids].sort())
  check(ids[0] ?? '')
  expect(drawMessages(desk.engine, 50).cards.map(({ messageId }) => messageId).sort()).toEqual(ids.slice(1).sort())
  expect(drawMessages(desk.engine, 1).cards).toHaveLength(1)
})

test('UW-1 a message that was corrected before it was drawn counts as told wrongly (leaving it out, or taking the corrected label for what was told, would flatter)', async () => {
  const id = await says('我的快递到哪了')
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: id, told: { layer: 'topic', wrong: 'where_is_order', right: 'usage_help' } }, '小雅')
  await desk.idle()
  expect(drawMessages(desk.engine, 50).cards[0]).toMatchObject({ messageId: id, verdict: { topics: [{ label: 'usage_help' }] } })
  check(id)
  expect((await report()).checked.topic).toMatchObject({ right: 0, of: 1 })
})

test('UW-2 only checks are counted as shares; a correction in passing, a reply and an unsure answer are not (each would bend the figure)', async () => {
  const [right, wrong, unsure, inPassing] = [await says('我的快递到哪了'), await says('什么时候发货呀'), await says('嗯'), await says('怎么开发票')]
  expect((await report()).checked.all).toEqual({ right: 0, of: 0, low: null, high: null })
  check(right)
  check(wrong, [{ layer: 'topic', wrong: 'ship_when', right: 'presale_balance' }])
  check(unsure, [], 'unsure')
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: inPassing, told: { layer: 'topic', wrong: 'invoice_request', right: 'documents' } }, '小雅')
  await desk.idle()
  const found = await report()
  expect(found.checked).toMatchObject({ all: { right: 1, of: 2 }, topic: { right: 1, of: 2 }, alarm: { right: 2, of: 2 }, unsure: 1 })
  expect(found).toMatchObject({ messages: 4, corrected: 1 })
  expect(found.topics).toEqual(expect.arrayContaining([
    expect.objectContaining({ topic: 'where_is_order', share: expect.objectContaining({ right: 1, of: 1 }) as object, corrected: 0 }),
    expect.objectContaining({ topic: 'documents', share: expect.objectContaining({ of: 0 }) as object, corrected: 1 }),
  ]))
  expect(found.mixed).toEqual(expect.arrayContaining([{ told: 'ship_when', expected: 'presale_balance', count: 1 }, { told: 'invoice_request', expected: 'documents', count: 1 }]))
})

test('UW-3 what a check corrects is learned like any correction, and goes with the check when that is taken back (else an answer by mistake stays in every later message)', async () => {
  const id = await says('我的快递到哪了')
  check(id, [{ layer: 'topic', wrong: 'where_is_order', right: 'usage_help' }])
  await desk.idle()
  expect(topicsNow(id)).toEqual(['usage_help'])
  expect(desk.store.corrections.all()).toMatchObject([{ messageId: id, state: expect.not.stringMatching('new') as string }])
  uncheckMessage(desk.engine, id)
  await desk.idle()
  expect(topicsNow(id)).toEqual(['where_is_order'])
  expect(desk.store.corrections.all()).toEqual([])
  expect((await report()).checked.all.of).toBe(0)
})

test('UW-3 the same check sent twice, and after a crash, is one check', async () => {
  const id = await says('我的快递到哪了')
  const params = { messageId: id, conversationId: chen, answer: 'right' as const, told: [{ id: v7(), told: { layer: 'topic' as const, wrong: 'where_is_order', right: 'usage_help' } }] }
  checkMessage(desk.engine, params, '小雅')
  desk = openDesk(gateway, { dir: desk.kill(), realTriage: true })
  await desk.connect()
  checkMessage(desk.engine, params, '小雅')
  await desk.idle()
  expect((await report()).checked.all).toMatchObject({ right: 0, of: 1 })
  expect(desk.store.corrections.all()).toHaveLength(1)
})

test('UW-4 alarms are counted as they were raised: taken back when people found them wrong, missed when people added them', async () => {
  const missed = await says('货收到了')
  await says('我要打12315投诉你们')
  const angry = await says('你们到底管不管!!!骗子店')
  expect((await report()).alarms).toEqual({ raised: 2, takenBack: 0, missed: 0 })
  const told = desk.store.messages.get(angry)?.verdict?.emotion.label ?? ''
  for (const [messageId, one] of [[angry, { layer: 'emotion', wrong: told, right: 'calm' }], [missed, { layer: 'emotion', wrong: 'calm', right: 'angry' }]] as const) {
    correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId, told: one }, '小雅')
  }
  const { alarms, weeks } = await report()
  expect(alarms).toEqual({ raised: 2, takenBack: 1, missed: 1 })
  expect(weeks).toMatchObject([{ start: mondayOf(gateway.now, 'Asia/Shanghai'), raised: 2, takenBack: 1, missed: 1 }])
})

test('UW-5 exported lines are those that deskmate evaluate reads, with no secret in them, and by default only what was drawn by chance', async () => {
  const id = await says('我的银行卡是6222021234567890123，快递到哪了')
  const other = await says('什么时候发货呀')
  check(id)
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: other, told: { layer: 'topic', wrong: 'ship_when', right: null } }, '小雅')
  const { jsonl, lines } = exportCases(desk.engine, true)
  expect(lines).toBe(1)
  expect(JSON.parse(jsonl)).toMatchObject({ label: 'where_is_order', sampled: true, history: [] })
  const all = exportCases(desk.engine, false).jsonl
  expect(all.trim().split('\n').map((line) => (JSON.parse(line) as { label: unknown }).label)).toEqual(['where_is_order', null])
  expect(all).not.toContain('6222021234567890123')
})

test('UW-6 what was checked stays when the log is forgotten (a new gateway would throw the labels away)', async () => {
  const id = await says('我的快递到哪了')
  check(id)
  desk.store.forgetLog()
  expect((await report()).checked.all).toMatchObject({ right: 1, of: 1 })
  expect(exportCases(desk.engine, true).lines).toBe(1)
})

test('UW-9 the queue shows the stars that are kept, and no other mask or name in their place', async () => {
  const id = await says('我的银行卡是6222021234567890123')
  expect(desk.store.conversations.get(chen)?.lastLine).toBe('我的银行卡是***************0123')
  expect(desk.store.messages.get(id)?.message.text).toBe('我的银行卡是***************0123')
})
