import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attention, changeSeat, seat } from '../../src-engine/flows/attention.ts'
import { focusConversation } from '../../src-engine/flows/lease.ts'
import { saveUnsent } from '../../src-engine/flows/save-unsent.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { dismissFlag } from '../../src-engine/flows/dismiss-flag.ts'
import { FromEngine } from '../../src-shared/contract/shell.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

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

const unsent = () => desk.store.unsent.get(chen)
const told = () => desk.patches.filter((patch) => patch.kind === 'unsent').map(({ text, writer }) => [text, writer])

test('S-32 words typed upon an older state than what is kept are not written over it; the window is given the newer ones', () => {
  expect(saveUnsent(desk.engine, { conversationId: chen, text: '您好', basedOn: '', writer: 'one' })).toBeNull()
  expect(saveUnsent(desk.engine, { conversationId: chen, text: '稍等', basedOn: '', writer: 'two' })).toBe('您好')
  expect(unsent()).toBe('您好')
  expect(saveUnsent(desk.engine, { conversationId: chen, text: '您好\n稍等', basedOn: '您好', writer: 'two' })).toBeNull()
  expect(told()).toEqual([['您好', 'one'], ['您好\n稍等', 'two']])
})

test('S-32 the same words asked to be saved twice (an answer was lost) are kept, not refused', () => {
  const params = { conversationId: chen, text: '您好', basedOn: '', writer: 'one' }
  expect([saveUnsent(desk.engine, params), saveUnsent(desk.engine, params)]).toEqual([null, null])
  expect(told()).toHaveLength(1)
})

test('S-32 every window hears that words were sent or taken back (the other would offer to send them again)', () => {
  saveUnsent(desk.engine, { conversationId: chen, text: '在的', writer: 'one' })
  desk.cut()
  const id = v7()
  sendReply(desk.engine, { id, conversationId: chen, text: '在的', attachments: [], basedOnSeq: 0, draftId: null }, '小林')
  takeBackReply(desk.engine, id)
  expect(told()).toEqual([['在的', 'one'], ['', null], ['在的', null]])
})

test('S-33 a conversation that two windows show keeps its lease until the last of them shows it no longer (the other would write into a foreign one)', async () => {
  const held = () => desk.engine.live.leases.has(chen)
  expect(focusConversation(desk.engine, null, chen)).toBe(chen)
  expect(focusConversation(desk.engine, null, chen)).toBe(chen)
  await desk.idle()
  expect(held()).toBe(true)
  focusConversation(desk.engine, chen, null)
  await desk.idle()
  expect(held()).toBe(true)
  focusConversation(desk.engine, chen, null)
  expect(held()).toBe(false)
})

test('S-33 a window that shows what is not known here counts for nothing when it leaves', () => {
  expect(focusConversation(desk.engine, null, v7())).toBeNull()
  expect([...desk.engine.live.focused]).toEqual([])
})

test('S-28 the shell hears who waits, the angry before the longer waiting, by name and reason and without a word of theirs', async () => {
  const wang = gateway.open('王先生')
  const li = gateway.open('李女士')
  gateway.customerWrites(chen, '我的秘密问题')
  gateway.customerWrites(wang, '有人吗')
  gateway.customerWrites(li, '!!! 骗子')
  await desk.idle()
  const message = attention(desk.engine)
  expect(FromEngine.parse(message)).toEqual(message)
  expect(message.waiting.map(({ name, why }) => [name, why])).toEqual([['李女士', 'angry'], ['陈女士', 'waits'], ['王先生', 'waits']])
  expect(message.waiting[1]?.overdueAt).toBe((desk.store.conversations.get(chen)?.waitingSince ?? 0) + 180_000)
  expect(JSON.stringify(message)).not.toMatch(/秘密|骗子|有人/)
  expect(message).toMatchObject({ needsYou: 3, angry: 1 })
  dismissFlag(desk.engine, li, true, '小雅')
  sendReply(desk.engine, { id: v7(), conversationId: chen, text: '在', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
  expect(attention(desk.engine).waiting.map(({ name, why }) => [name, why])).toEqual([['王先生', 'waits'], ['李女士', 'waits']])
})

test('S-28 times are told by this machine’s clock: a gateway ahead of it would make everybody overdue at once', async () => {
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  const before = attention(desk.engine).waiting[0]?.overdueAt ?? 0
  desk.store.settings.write('clock-offset', 60_000)
  expect(attention(desk.engine).waiting[0]?.overdueAt).toBe(before - 60_000)
})

test('S-30 what the tray switches is kept, and other settings stay', () => {
  desk.store.settings.write('settings', { agentName: '小林' })
  expect(seat(desk.engine)).toEqual({ kind: 'seat', notifications: { enabled: true, whenFocused: false, handOvers: true }, away: false, autopilotPaused: false })
  changeSeat(desk.engine, { away: true })
  changeSeat(desk.engine, { autopilotPaused: true })
  expect(seat(desk.engine)).toMatchObject({ away: true, autopilotPaused: true })
  expect(desk.store.settings.read('settings', {})).toMatchObject({ agentName: '小林', presence: 'away' })
})
