import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { learningHandlers } from '../../src-engine/learning-handlers.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { releaseReply, sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { changeSettings } from '../../src-engine/flows/settings.ts'
import { currentDraft, readThread } from '../../src-engine/flows/thread.ts'
import type { ThreadMessage } from '../../src-shared/contract/desk.ts'
import { bubblesOf } from '../../src-shared/domain/bubbles.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

/** A reply whose paragraphs go to the customer as messages of their own: one to the desk, whatever happens to it. */
const THREE = '您好，查到了。\n\n包裹在杭州。\n\n今天18:00前给您退款20元。'
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  // Eleven in the morning in the shop.
  gateway.now = Date.parse('2026-11-27T11:00:00+08:00')
  desk = openDesk(gateway)
  chen = gateway.open('陈女士')
  await desk.connect()
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

function reply(text: string, conversationId = chen, draftId: string | null = null, shownAt = gateway.now): string {
  const id = v7()
  sendReply(desk.engine, { id, conversationId, text, attachments: [], basedOnSeq: desk.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0, draftId, writing: { beganAt: gateway.now, shown: draftId === null ? null : { draftId, at: shownAt } } }, '小林')
  return id
}
/** What the customer has, message by message. */
const messages = (conversationId = chen): string[] => gateway.thread(conversationId).flatMap((m) => (m.apart === true ? bubblesOf(m.text) : [m.text]))
const shown = (id: string): ThreadMessage | undefined => readThread(desk.engine, chen, null, 50).messages.find((m) => m.id === id)

test('BU-4 written offline, over a kill and a lost answer: all of it goes out, once, in its place between the replies before and after (a half that is lost, doubled or overtaken)', async () => {
  desk.cut()
  reply('在的')
  const id = reply(THREE)
  reply('还有别的吗')
  expect(shown(id)).toMatchObject({ apart: true, text: THREE, delivery: 'queued' })
  const dir = desk.kill()
  let lost = 0
  gateway.fault = (call) => (call === 'send' && lost++ < 2 ? 'lost-answer' : 'none')
  desk = openDesk(gateway, { dir })
  await desk.connect()
  await desk.pass(3_000)
  await desk.pass(3_000)
  expect(messages()).toEqual(['在吗', '在的', ...THREE.split('\n\n'), '还有别的吗'])
  expect(shown(id)).toMatchObject({ apart: true, text: THREE, delivery: 'sent' })
  expect(desk.store.outbox.count()).toEqual({ waiting: 0, held: 0 })
})

test('BU-4 the customer wrote since: all of it is held, goes after all as it was, and comes back to the composer in one piece (the half that was sent before they wrote)', async () => {
  desk.cut()
  const held = reply(THREE)
  gateway.customerWrites(chen, '不用了')
  await desk.connect()
  expect(shown(held)).toMatchObject({ delivery: 'held', holdReason: 'newer-message', text: THREE })
  expect(messages()).toEqual(['在吗', '不用了'])
  releaseReply(desk.engine, held, 2)
  await desk.idle()
  expect(messages()).toEqual(['在吗', '不用了', ...THREE.split('\n\n')])
  desk.cut()
  expect(takeBackReply(desk.engine, reply('一。\n\n二。'))).toMatchObject({ text: '一。\n\n二。' })
  expect(desk.store.unsent.get(chen)).toBe('一。\n\n二。')
})

test('BU-5 sent, one recall takes all of it back, with what it promised (two messages of a wrong answer that stay)', async () => {
  const id = reply(THREE)
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 50).promises).toMatchObject([{ kind: 'refund', dueAt: Date.parse('2026-11-27T18:00:00+08:00') }])
  await recallReply(desk.engine, id)
  await desk.idle()
  expect(gateway.thread(chen).filter((m) => m.author.kind === 'agent').map((m) => m.recalledAt === undefined)).toEqual([false])
  expect(readThread(desk.engine, chen, null, 50).promises?.filter((one) => one.state === 'open')).toEqual([])
  expect(desk.store.conversations.get(chen)?.waitingSince).not.toBeNull()
})

test('BU-6 a draft of several bubbles that is sent as it stands counts as sent unchanged, once, promises once and answers the customer once (three replies in the figures for one)', async () => {
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  const jing = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(jing, '物流到哪了？')
  await desk.idle()
  const draft = currentDraft(desk.engine, jing)
  expect(bubblesOf(draft?.text ?? '').length).toBeGreaterThan(1)
  const shownAt = gateway.now
  gateway.now += 60_000
  reply(draft?.text ?? '', jing, draft?.id ?? null, shownAt)
  await desk.idle()
  expect(messages(jing)).toEqual(['物流到哪了？', ...bubblesOf(draft?.text ?? '')])
  expect(await learningHandlers(desk.engine)['learning.figures']({}, { focused: null })).toMatchObject({ counts: { unchanged: 1 }, taken: { right: 1, of: 1 }, medianEdit: 0 })
  expect(desk.store.conversations.get(jing)).toMatchObject({ waitingSince: null, lastDeskSeq: 2 })
})

test('BU-6 an automatic reply goes apart too, after its undo window and counted as one attempt (a limit of two that one answer uses up)', async () => {
  gateway.publish({ type: 'policy', policy: undoPolicy(8) })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  const jing = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(jing, '我的快递到哪了')
  await desk.idle()
  await desk.pass(9_000)
  const automatic = gateway.thread(jing).filter((m) => m.author.kind === 'autopilot')
  expect(automatic.map((m) => m.apart === true)).toEqual([bubblesOf(automatic[0]?.text ?? '').length > 1])
  expect(desk.store.conversations.get(jing)?.automaticReplies).toBe(1)
})

test('BU-1 where the setting is off, or the channel is mail, a reply goes out in one; a reply that waits goes as it was written', async () => {
  const mail = gateway.open('Ms Chen', { channel: 'email' })
  gateway.customerWrites(mail, 'hello')
  await desk.idle()
  reply(THREE, mail)
  desk.cut()
  reply(THREE)
  changeSettings(desk.engine, { apart: false })
  reply('一。\n\n二。')
  await desk.connect()
  expect(messages(mail)).toEqual(['hello', THREE])
  expect(messages()).toEqual(['在吗', ...THREE.split('\n\n'), '一。\n\n二。'])
})
