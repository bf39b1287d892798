import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Order } from '../../src-shared/domain/order.ts'
import { needsOf, remember } from '../../src-engine/domain/drafting/dialogue/memory.ts'
import { draftLocally } from '../../src-engine/domain/drafting/local.ts'
import { orderAndWhy } from '../../src-engine/domain/drafting/order-reason.ts'
import { saidElsewhere, withoutRepeats } from '../../src-engine/domain/drafting/repeats.ts'
import type { DraftInput } from '../../src-engine/domain/drafting/types.ts'
import { SETTLING_MS } from '../../src-engine/domain/outcome-of-case/outcome.ts'
import { aboutOrder } from '../../src-engine/flows/about-order.ts'
import { changePromise } from '../../src-engine/flows/change-promise.ts'
import { draftInput } from '../../src-engine/flows/draft-input.ts'
import { readHandover } from '../../src-engine/flows/hand-over.ts'
import { noteForMorning } from '../../src-engine/flows/night-note.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import type { ConversationRecord } from '../../src-engine/store/conversations.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

const DAY = 24 * 3_600_000
const [OLD, NEW] = ['2188340610072265', '2188340610079001']

let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  await desk.connect()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const arrived = (no: string, title: Order['items'][number]['title'], daysAgo: number): Order => {
  const at = gateway.now - daysAgo * DAY
  const base = orderOnItsWay(gateway.now)
  return {
    ...base, no, status: 'delivered', placedAt: at - 3 * DAY, paidAt: at - 3 * DAY, shippedAt: at - 2 * DAY, deliveredAt: at,
    items: base.items.map((item) => ({ ...item, productId: no, title })), logistics: null,
  }
}
const EARBUDS = { zh: '蓝牙耳机', en: 'Earbuds' }
const LAMP = { zh: '晨读台灯', en: 'Dawnread lamp' }
const record = (): ConversationRecord => desk.store.conversations.get(chen) as ConversationRecord
const input = (): DraftInput => draftInput(desk.engine, chen) as DraftInput
async function write(text: string): Promise<void> {
  gateway.customerWrites(chen, text)
  await desk.idle()
}
async function reply(text: string): Promise<void> {
  sendReply(desk.engine, { id: v7(), conversationId: chen, text, attachments: [], basedOnSeq: record().lastCustomerSeq, draftId: null }, '小雅')
  await desk.idle()
}
/** The matter ends and rests; then the customer has a newer order, delivered yesterday. */
async function ended(): Promise<void> {
  setStatus(desk.engine, chen, 'resolved', '小雅')
  await desk.idle()
  await desk.pass(SETTLING_MS + DAY)
  gateway.publish({ type: 'customer', customer, orders: [{ ...arrived(OLD, EARBUDS, 8), status: 'refunded' }, arrived(NEW, LAMP, 1)] })
  await desk.idle()
}
async function oldMatter(words: { asks: string; answer: string; gives: string; done: string }): Promise<void> {
  gateway.publish({ type: 'customer', customer, orders: [arrived(OLD, EARBUDS, 2)] })
  await write(words.asks)
  await reply(words.answer)
  await write(words.gives)
  await reply(words.done)
}
const ZH = { asks: `订单${OLD}的耳机有一边没声音，帮我退了`, answer: '您好，请拍一张耳机的照片发过来。退货的原因方便说一下吗？', gives: '照片发了，左边没声音', done: '这副耳机不能换新款，已经给您退款。' }
const EN = { asks: `The earbuds of order ${OLD} are broken, please refund them`, answer: 'Hello, please send a photo of the earbuds. What is the reason for the return?', gives: 'photo attached, the left side does not work', done: 'We cannot exchange them for another model. They have been refunded.' }

describe('DL-15 two matters', () => {
  for (const [language, words, again] of [['zh', ZH, '帮我退了'], ['en', EN, 'Please return it for me']] as const) {
    test(`DL-15 ${language}: "${again}" in a new matter is about the newer order, not about the one that was settled (the draft would refund what is refunded)`, async () => {
      await oldMatter(words)
      await ended()
      await write(again)
      expect(record().sinceSeq).toBe(record().lastCustomerSeq)
      expect(orderAndWhy(input())).toMatchObject({ no: NEW })
      expect(draftLocally(input()).orderNo).toBe(NEW)
      expect(aboutOrder(desk.engine, record())?.no).toBe(NEW)
    })

    test(`DL-15 ${language}: what was asked and given for the old matter is neither asked nor given in the new one, and an old refusal is none (a photo of the earbuds would stand for the lamp)`, async () => {
      await oldMatter(words)
      await ended()
      await write(again)
      const { history, orders } = input()
      const memory = remember(history, orders, 'Asia/Shanghai')
      const needs = needsOf(memory, NEW)
      expect([[...needs.asked], needs.given.has('photo'), needs.given.has('reason'), memory.refused, memory.promised]).toEqual([[], false, false, [], []])
    })
  }

  test('DL-15 within 72 hours it is the same matter: "it" is the order spoken of', async () => {
    await oldMatter(ZH)
    setStatus(desk.engine, chen, 'resolved', '小雅')
    await desk.pass(SETTLING_MS - DAY)
    gateway.publish({ type: 'customer', customer, orders: [arrived(OLD, EARBUDS, 5), arrived(NEW, LAMP, 1)] })
    await write('还是帮我退了')
    expect(orderAndWhy(input())).toMatchObject({ no: OLD })
  })

  test('DL-15 who points back means the order of the matter that ended, whatever state fits the words better', async () => {
    await oldMatter(ZH)
    await ended()
    await write('电子发票没收到')
    expect(orderAndWhy(input()).no).toBe(NEW)
    await reply('我看看。')
    await write('上次那单的电子发票也没收到')
    expect(orderAndWhy(input()).no).toBe(OLD)
  })

  test('DL-15 no sentence of the old matter comes again, nor is the earlier matter forgotten: language, last words and promises that are open stay known', async () => {
    await oldMatter({ ...ZH, done: '好的，明天下午三点前给您退款结果。' })
    await ended()
    await write('?')
    const now = input()
    expect(now.history.map(({ text }) => text)).toEqual(['?'])
    expect(draftLocally(now).language).toBe('zh')
    expect(now.remembered).toMatchObject({ last: { words: ZH.gives }, promised: [{ words: expect.stringContaining('给您退款结果') }] })
    expect(withoutRepeats('退货的原因方便说一下吗？台灯我来看看。', now.history, saidElsewhere(now))).toBe('台灯我来看看。')
  })
})

describe('DL-16 what is told of a conversation with two matters', () => {
  const OWED = '好的，明天下午三点前给您退款结果。'
  const told = () => readHandover(desk.engine, chen).lines
  const note = (): string => {
    noteForMorning(desk.engine, record(), { number: 1, from: gateway.now - DAY / 3, to: gateway.now + DAY / 3 })
    return desk.store.notes.of(chen).map(({ text }) => text).join('\n')
  }
  const NEW_TURNS = ['台灯一闪一闪的', '您好，请拍一段视频发过来。', '视频发了', '收到，我来看看。', '多久能好？', '我查一下。', '好的，等你们']
  async function newMatter(turns: readonly string[]): Promise<void> {
    for (const [n, text] of turns.entries()) await (n % 2 === 0 ? write(text) : reply(text))
  }

  test('DL-16 the hand-over and the note of the night tell of the open matter alone: no order, question, answer or refusal of the one that ended', async () => {
    await oldMatter(ZH)
    await ended()
    await newMatter(NEW_TURNS)
    const all = told().map(({ kind, words }) => `${kind} ${words}`).join('\n')
    expect(all).toContain('台灯一闪一闪的')
    expect(`${all}\n${note()}`).not.toMatch(/2188340610072265|耳机|左边|新款|退货的原因/)
    expect(note()).toContain('台灯一闪一闪的')
  })

  test('DL-16 what was promised in the matter that ended and is open stays, once, and leads to its reply; done it is told no more', async () => {
    await oldMatter({ ...ZH, done: OWED })
    const owed = desk.store.messages.page(chen, null, 20).find(({ message }) => message.text === OWED)?.message.id
    await ended()
    await newMatter(NEW_TURNS)
    expect(told().filter(({ kind }) => kind === 'promised')).toEqual([{ kind: 'promised', words: expect.stringContaining('退款结果'), messageId: owed }])
    expect(note().match(/退款结果/g)).toHaveLength(1)
    const [followUp] = desk.store.followUps.openOf(chen)
    changePromise(desk.engine, { id: followUp?.id ?? '', state: 'done' })
    await desk.idle()
    expect([told().filter(({ kind }) => kind === 'promised'), note().match(/退款结果/g)]).toEqual([[], null])
  })

  test('DL-16 a new matter that is still short is read on the screen; only what was promised before it is told', async () => {
    await oldMatter({ ...ZH, done: OWED })
    await ended()
    await write('台灯一闪一闪的')
    expect(told().map(({ kind }) => kind)).toEqual(['promised'])
    expect(readHandover(desk.engine, chen).takenOver).toBe(false)
  })
})
