import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftingHandlers } from '../../src-engine/drafting-handlers.ts'
import { guardReply } from '../../src-engine/flows/guard-reply.ts'
import { readHandover } from '../../src-engine/flows/hand-over.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { shopVoice } from '../../src-engine/flows/shop-voice.ts'
import { DRAFTING_CALLS, Handover } from '../../src-shared/contract/drafting.ts'
import { AppError } from '../../src-shared/errors.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [{ ...orderOnItsWay(1_790_000_000_000), customerId: 'c001' }] })
  gateway.publish({ type: 'policy', policy: { id: 'default', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] }, guard: { compensationCap: 20, currency: 'CNY' } } })
  desk = openDesk(gateway, { realTriage: true })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function talk(lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    if (line.startsWith('C ')) gateway.customerWrites(chen, line.slice(2))
    else sendReply(desk.engine, { id: v7(), conversationId: chen, text: line.slice(2), attachments: [], basedOnSeq: desk.engine.store.conversations.get(chen)?.lastCustomerSeq ?? 0, draftId: null }, '小林')
    await desk.idle()
  }
}

test('DL-11 the hand-over: each line the words of one message that can be gone to; none while the conversation is short', async () => {
  await talk(['C 杯子收到碎了', 'A 抱歉。麻烦拍一下破损的地方。', 'C [图片]'])
  expect(readHandover(desk.engine, chen).lines).toEqual([])
  await talk(['A 图片收到了。今天18:00前回复您处理结果。', 'C 能赔我50块吗', 'A 抱歉，50元的赔偿我们不能给。', 'C 那什么时候给我处理'])
  const handover = readHandover(desk.engine, chen)
  expect(Handover.parse(handover)).toEqual(handover)
  expect(handover.lines.length).toBeGreaterThanOrEqual(3)
  expect(handover.lines.length).toBeLessThanOrEqual(6)
  expect(handover.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['matter', 'promised', 'refused', 'open']))
  for (const { kind, words, messageId } of handover.lines) if (kind !== 'order') expect(desk.engine.store.messages.get(messageId)?.message.text.replace(/\s+/g, ' ')).toContain(words.replace(/…$/, ''))
  expect(handover.takenOver).toBe(false)
})

test('DL-11 an unknown conversation is said to be one, not shown as an empty hand-over', () => {
  expect(() => readHandover(desk.engine, v7())).toThrow(AppError)
})

test('DL-12 words typed from nothing are held to the shop\'s cap, to its records and to its rules (only drafts were looked at)', async () => {
  await talk(['C 物流到哪了'])
  const check = (text: string) => guardReply(desk.engine, { conversationId: chen, text }).findings
  expect(check('给您补偿50元')).toEqual([expect.objectContaining({ kind: 'over-cap', severity: 'error', text: '50元', expected: '20元' })])
  expect(check('给您补偿15元')).toEqual([])
  expect(check('实付999元已经退回')).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'amount', severity: 'error' })]))
  expect(check('我们尽快处理')).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'rule' })]))
  expect(check('  ')).toEqual([])
})

test('GU-15 what is marked comes with its source in words: the order and its field, the policy, the rule\'s sentence and its law (the window had a path, and showed nothing)', async () => {
  await talk(['C 物流到哪了'])
  const origins = (text: string) => draftingHandlers(desk.engine)['reply.guard']({ conversationId: chen, text }, { focused: null })
  const of = async (text: string, kind: string) => (await origins(text)).findings.find((one) => one.kind === kind)?.origin
  expect(await of('给您补偿50元', 'over-cap')).toEqual({ kind: 'policy', field: 'compensation-cap' })
  expect(await of('您的包裹由顺丰承运', 'carrier')).toMatchObject({ kind: 'order', no: orderOnItsWay(1).no, field: 'carrier' })
  expect(await of('我们的商品全网第一', 'rule')).toMatchObject({ kind: 'rule', say: { en: expect.stringMatching(/\w/) as string }, law: expect.stringContaining('广告法') as string })
  expect(await of('Pay into my account please, add me on WeChat and send your card number', 'rule')).toMatchObject({ kind: 'rule', law: expect.not.stringMatching(/^[A-Z]{2}-\d+$/) as string })
  expect(DRAFTING_CALLS['reply.guard'].result.parse(await origins('给您补偿50元')).findings[0]).toHaveProperty('origin')
})

test('DL-8 the voice is learned from what people of the shop sent, not from customers', async () => {
  await talk(Array.from({ length: 22 }, (_, n) => [`C 亲亲在吗${n}`, `A 您好，第${n}单已经发出。有问题随时找我。`]).flat())
  const voice = shopVoice(desk.engine)
  expect(voice).toMatchObject({ greeting: '您好', address: '您', signOff: '有问题随时找我。', emoji: null })
  expect(voice.replies).toBeGreaterThanOrEqual(20)
})

test('DL-13 the settings are told the voice that drafts have, and how many replies there are while they are too few', async () => {
  const read = () => DRAFTING_CALLS['voice.read'].result.parse(draftingHandlers(desk.engine)['voice.read']({}, { focused: null }))
  expect(read()).toEqual({ replies: 0, least: 20, address: null, greeting: null, particle: null, emoji: null, signOff: null })
  await talk(Array.from({ length: 3 }, (_, n) => [`C 在吗${n}`, `A 亲，第${n}单已经发出哦`]).flat())
  expect(read()).toMatchObject({ replies: 3, greeting: null })
  await talk(Array.from({ length: 20 }, (_, n) => [`C 在吗${n}`, `A 亲，您的第${n}件已经发出哦`]).flat())
  expect(read()).toMatchObject({ address: '您', greeting: '亲', particle: '哦', signOff: null })
})

test('GU-12 GU-13 the desk holds words against the goods that are spoken of and against its clock (a refund that some price of the catalogue happens to match, a promise for an hour that is over)', async () => {
  const product = (id: string, zh: string, amount: number, colour: string, warrantyMonths: number) => gateway.publish({ type: 'product', product: { id, title: { zh, en: '' }, category: '', price: { amount, currency: 'CNY' }, specs: [], variants: [{ zh: colour, en: '' }], warrantyMonths } })
  product('p01', '蓝牙耳机', 15_900, '白色', 12)
  product('p02', '晨读台灯', 19_900, '绿色', 24)
  await talk(['C 我的耳机能退吗'])
  const kinds = (text: string) => guardReply(desk.engine, { conversationId: chen, text }).findings.filter(({ kind }) => kind !== 'status').map(({ kind, severity }) => `${kind} ${severity}`)
  expect(['已为您申请退款199元', '会退您159元', '您的是绿色', '保修24个月'].map(kinds)).toEqual([['amount error'], ['amount error'], ['colour warning'], ['duration warning']])
  expect(['已为您申请退款129元', '您的是白色', '保修12个月', '晨读台灯现在199元，保修24个月'].map(kinds)).toEqual([[], [], [], []])
  expect(kinds('今天00:00前回复您')).toEqual(['past-time warning'])
})
