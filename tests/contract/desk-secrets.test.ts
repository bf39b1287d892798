import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkMessage, drawMessages } from '../../src-engine/flows/check-message.ts'
import { correctMessage } from '../../src-engine/flows/correct-message.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { searchMessages } from '../../src-engine/flows/search.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { exportCases } from '../../src-engine/flows/understanding.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

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

test('EN-8 a code that the customer writes is nowhere on the desk: not in the thread, the list, the search or what windows are told', async () => {
  gateway.customerWrites(chen, '验证码是483921 帮我退到6222021234567894')
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 5).messages.map((m) => m.text)).toEqual(['验证码是****** 帮我退到************7894'])
  expect(searchMessages(desk.engine, '483921', 5)).toEqual([])
  for (const told of [readThread(desk.engine, chen, null, 5), listInbox(desk.engine), desk.patches, desk.traces]) {
    expect(JSON.stringify(told)).not.toMatch(/483921|622202/)
  }
})

test('EN-8 a quote of it has the same stars, whoever quotes, on this desk and on one that loads all anew (the log quotes what the customer wrote)', async () => {
  const { id } = gateway.customerWrites(chen, '卡号6222021234567894 请退到这里')
  const other = openDesk(gateway, { seatId: 'other-desk', realTriage: true })
  await desk.idle()
  sendReply(desk.engine, { id: v7(), conversationId: chen, text: '收到', attachments: [], quoteId: id, basedOnSeq: 1, draftId: null }, '小雅')
  await desk.idle()
  await other.connect()
  const log = gateway.thread(chen).at(-1)?.quote?.text
  expect(log).toContain('6222021234567894')
  for (const { engine, patches } of [desk, other]) {
    const thread = readThread(engine, chen, null, 5)
    expect(thread.messages.at(-1)?.quote?.text).toBe('卡号************7894 请退到这里')
    expect(JSON.stringify([thread, listInbox(engine), patches])).not.toContain('622202')
  }
  other.kill()
})

test('EN-8 what is drawn to be checked, exported, and looked for is the kept text, and so is what the words of an alarm are cut from', async () => {
  gateway.customerWrites(chen, '密码是hunter22 你们这群骗子!!!')
  await desk.idle()
  const [card] = drawMessages(desk.engine, 5).cards
  expect(card?.text).toBe('密码是******** 你们这群骗子!!!')
  checkMessage(desk.engine, { messageId: card?.messageId ?? '', conversationId: chen, answer: 'right', told: [] }, '小雅')
  expect(readThread(desk.engine, chen, null, 5).flag).not.toBeNull()
  const found = searchMessages(desk.engine, '骗子', 5)
  expect(found).toHaveLength(1)
  expect(JSON.stringify([found, exportCases(desk.engine, false), readThread(desk.engine, chen, null, 5), desk.patches])).not.toContain('hunter22')
})

test('EN-8 a correction of the message leaves what was found in it as it was read when it came (read again, the stars are no card)', async () => {
  const { id } = gateway.customerWrites(chen, '卡号6222021234567894 快递到哪了')
  await desk.idle()
  const before = desk.store.messages.get(id)?.verdict
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: id, told: { layer: 'topic', wrong: 'where_is_order', right: 'usage_help' } }, '小雅')
  await desk.idle()
  const after = desk.store.messages.get(id)?.verdict
  expect(after?.topics.map(({ label }) => label)).toEqual(['usage_help'])
  expect(after?.entities).toEqual(before?.entities)
  expect(after?.entities).toMatchObject([{ type: 'sensitive', value: 'bank_card' }])
  expect(after?.marks.map(({ label }) => label)).toContain('sensitive_info')
})

test('EN-8 an order number is kept as it was written (a number hidden by mistake could not be looked up)', async () => {
  gateway.customerWrites(chen, '订单号6222021234567894 到哪了')
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 5).messages.map((m) => m.text)).toEqual(['订单号6222021234567894 到哪了'])
})
