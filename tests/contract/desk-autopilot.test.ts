import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctMessage } from '../../src-engine/flows/correct-message.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import { recentDoings } from '../../src-engine/flows/recent-doings.ts'
import { saveUnsent } from '../../src-engine/flows/save-unsent.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { stopRun } from '../../src-engine/flows/stop-run.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const UNDO_SECONDS = 8

let gateway: MemoryGateway
let desk: Desk
let chen: string

function openVerified(verification: 'channel' | 'none' = 'channel'): string {
  const id = gateway.open('陈静', verification === 'none' ? {} : { customerId: 'c001', verification })
  if (verification !== 'none') gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  return id
}

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: undoPolicy(UNDO_SECONDS) })
  desk = openDesk(gateway)
  await desk.connect()
  chen = openVerified()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const automatic = (): string[] => gateway.thread(chen).filter((m) => m.author.kind === 'autopilot').map((m) => m.text)
async function ask(text = '我的快递到哪了'): Promise<void> {
  gateway.customerWrites(chen, text)
  await desk.idle()
}

test('E-20 where is my order, verified and plain: answered by itself, once, after the undo window, with the facts of the order', async () => {
  await ask()
  expect(automatic()).toEqual([])
  expect(desk.store.runs.latest(chen)).toMatchObject({ state: 'undo', intent: 'where_is_order' })
  await desk.pass((UNDO_SECONDS + 1) * 1000)
  await desk.pass(60_000)
  expect(automatic()).toHaveLength(1)
  expect(automatic()[0]).toContain('杭州')
  expect(desk.store.runs.latest(chen)?.state).toBe('done')
  // The draft that lay ready for a person is answered with it.
  expect(desk.patches.findLast((p) => p.kind === 'draft')).toMatchObject({ draft: null })
})

test('AP-1 what autopilot did is listed with its words, what became of it and the rules that let it (a supervisor would have to search the chats)', async () => {
  await ask()
  const waiting = recentDoings(desk.engine)
  expect(waiting).toMatchObject([{ displayName: '陈静', run: { state: 'undo', decision: { rules: ['level:undo'] } } }])
  expect(waiting[0]?.text).toContain('杭州')
  await desk.pass((UNDO_SECONDS + 1) * 1000)
  expect(recentDoings(desk.engine)).toMatchObject([{ run: { state: 'done' }, text: automatic()[0] }])
})

test('LD-13 what a person corrects is the person’s: the automatic reply to what was read wrongly never leaves, and none begins (the customer would get the answer to another question)', async () => {
  await ask()
  const message = gateway.thread(chen).at(-1)
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: message?.id ?? '', told: { layer: 'topic', wrong: 'where_is_order', right: 'address_change' } }, '小雅')
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
  expect(desk.store.runs.latest(chen)).toMatchObject({ state: 'undone', reason: 'by-person' })
})

test('E-21 undone by a person: it never leaves', async () => {
  await ask()
  stopRun(desk.engine, chen, 'undone', 'by-person')
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
})

test('E-22 the kill switch stops what waits and what would come, until it is lifted', async () => {
  await ask()
  pauseAutopilot(desk.engine, true)
  await desk.pass(60_000)
  await ask('物流到哪里了')
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
  pauseAutopilot(desk.engine, false)
  await ask('物流呢 到哪了')
  await desk.pass((UNDO_SECONDS + 1) * 1000)
  expect(automatic()).toHaveLength(1)
})

test('E-22 another seat throws the switch: what waits here is stopped as well', async () => {
  await ask()
  gateway.publish({ type: 'autopilot', paused: true, by: 'other-seat' })
  await desk.pass(60_000)
  expect(desk.store.runs.latest(chen)).toMatchObject({ state: 'undone', reason: 'paused' })
  expect(automatic()).toEqual([])
})

test('E-23 the customer writes again inside the window: the old reply is stopped (it would answer half of the question)', async () => {
  await ask()
  const first = desk.store.runs.latest(chen)
  await ask('算了帮我退款!!!')
  await desk.pass(60_000)
  expect(desk.store.runs.get(first?.id ?? '')).toMatchObject({ state: 'undone', reason: 'newer-message' })
  expect(automatic()).toEqual([])
})

test('E-24 a person answers first: the automatic reply is dropped (the customer would be answered twice)', async () => {
  await ask()
  sendReply(desk.engine, { id: v7(), conversationId: chen, text: '帮您看了,在杭州', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
  await desk.pass(60_000)
  expect(gateway.thread(chen).map((m) => m.author.kind)).toEqual(['customer', 'agent'])
})

test('E-24 a person begins to type: the automatic reply is handed over (both would answer)', async () => {
  await ask()
  saveUnsent(desk.engine, { conversationId: chen, text: '我来' })
  await desk.pass(60_000)
  expect(desk.store.runs.latest(chen)).toMatchObject({ state: 'handed-over', reason: 'person-typing' })
  expect(automatic()).toEqual([])
})

test('E-25 an unverified customer gets no automatic facts, whatever they ask', async () => {
  chen = openVerified('none')
  await ask('2188340610072265 到哪了')
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
  expect(desk.store.runs.latest(chen)).toBeNull()
})

test('E-26 offline nothing acts by itself, and what was about to act is handed over when the line is back too late', async () => {
  await ask()
  desk.cut()
  await desk.pass(10 * 60_000)
  await desk.connect()
  await desk.pass(3_000)
  expect(automatic()).toEqual([])
  expect(desk.store.runs.latest(chen)).toMatchObject({ state: 'handed-over', reason: 'too-old' })
})

test('E-27 another seat holds the conversation: this one does not act in it', async () => {
  gateway.otherLease.add(chen)
  await ask()
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
})

test('E-28 killed between decision and send: the next engine sends it once, within the window', async () => {
  await ask()
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  await desk.connect()
  await desk.pass((UNDO_SECONDS + 1) * 1000)
  await desk.pass(5_000)
  expect(automatic()).toHaveLength(1)
})

test('E-29 an angry customer always gets a person', async () => {
  await ask('快递到哪了!!!')
  await desk.pass(60_000)
  expect(automatic()).toEqual([])
})

test('WB-10 an automatic reply that stands in the log has left, though its acknowledgement was lost with the desk (it would be told as going out soon for ever)', async () => {
  await ask()
  gateway.fault = (call) => (call === 'send' ? 'lost-answer' : 'none')
  await desk.pass((UNDO_SECONDS + 1) * 1000)
  expect(automatic()).toHaveLength(1)
  const dir = desk.kill()
  gateway.fault = () => 'none'
  desk = openDesk(gateway, { dir })
  await desk.connect()
  await desk.pass(60_000)
  expect(automatic()).toHaveLength(1)
  expect(recentDoings(desk.engine).map(({ run }) => run.state)).toEqual(['done'])
})
