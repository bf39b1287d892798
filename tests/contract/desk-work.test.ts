import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { markOrder } from '../../src-engine/flows/mark-order.ts'
import { searchMessages } from '../../src-engine/flows/search.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { readSnoozeTimes, setSnooze } from '../../src-engine/flows/set-snooze.ts'
import { setDisposition, setStatus } from '../../src-engine/flows/set-status.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { deleteNote, saveNote } from '../../src-engine/flows/write-note.ts'
import type { InboxRow, Thread } from '../../src-shared/contract/desk.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { AppError } from '../../src-shared/errors.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

const HOUR = 3_600_000
let gateway: MemoryGateway
let desk: Desk
let other: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  other = openDesk(gateway, { seatId: 'other-desk' })
  chen = gateway.open('陈女士')
  await desk.connect()
  await other.connect()
})
afterEach(() => {
  expect([...desk.errors, ...other.errors]).toEqual([])
  desk.kill()
  other.kill()
})

const thread = (of = desk): Thread => readThread(of.engine, chen, null, 50)
const row = (of = desk): InboxRow => thread(of).row
const reply = (text: string, basedOnSeq: number): void => sendReply(desk.engine, { id: v7(), conversationId: chen, text, attachments: [], basedOnSeq, draftId: null }, '小林')
async function says(text: string): Promise<void> {
  gateway.customerWrites(chen, text)
  await desk.idle()
  await other.idle()
}
const settle = async (): Promise<void> => { await desk.idle(); await other.idle() }

describe('snooze', () => {
  test('N-10 put away offline, it is away at once here and at the other desk once the line is back', async () => {
    await says('在吗')
    desk.cut()
    setSnooze(desk.engine, chen, gateway.now + 2 * HOUR)
    expect(row()).toMatchObject({ section: 'snoozed', snooze: { woke: null } })
    await other.connect()
    expect(row(other).section).toBe('needs-you')
    await desk.connect()
    await settle()
    expect(row(other)).toMatchObject({ section: 'snoozed', snooze: { until: row().snooze?.until, woke: null } })
    expect(desk.store.commands.all()).toEqual([])
  })

  test('N-10 it comes back by itself at its time, on both desks, and says that the time came (a row that waits for some other change sleeps on)', async () => {
    await says('在吗')
    reply('明天给您答复', 1)
    await settle()
    setSnooze(desk.engine, chen, gateway.now + 2 * HOUR)
    await settle()
    desk.patches.length = 0
    other.patches.length = 0
    await desk.pass(2 * HOUR)
    await other.pass(0)
    for (const one of [desk, other]) {
      const rows = one.patches.flatMap((patch) => (patch.kind === 'row' ? [patch.row] : []))
      expect(rows.at(-1)).toMatchObject({ id: chen, section: 'needs-you', snooze: { woke: 'time' } })
    }
    reply('已经处理好了', 1)
    await settle()
    expect(row()).toMatchObject({ section: 'waiting-for-customer', snooze: null })
  })

  test('N-11 the customer wakes it at once, a reply of ours that arrives late does not', async () => {
    await says('在吗')
    desk.cut()
    reply('稍等', 1)
    setSnooze(desk.engine, chen, gateway.now + 2 * HOUR)
    await desk.connect()
    await settle()
    expect(row(other).section).toBe('snoozed')
    await says('怎么还没处理')
    for (const one of [desk, other]) expect(row(one)).toMatchObject({ section: 'needs-you', snooze: { woke: 'customer' } })
    expect(desk.store.conversations.counts(gateway.now).needsYou).toBe(1)
  })

  test('N-11 what sleeps is not counted among those who need a person (the badge would never be empty)', async () => {
    await says('在吗')
    setSnooze(desk.engine, chen, gateway.now + HOUR)
    expect(desk.store.conversations.counts(gateway.now).needsYou).toBe(0)
    setSnooze(desk.engine, chen, null)
    expect(desk.store.conversations.counts(gateway.now).needsYou).toBe(1)
    expect(row()).toMatchObject({ section: 'needs-you', snooze: null })
    expect(readSnoozeTimes(desk.engine, '2h').typed).toBe(gateway.now + 2 * HOUR)
  })
})

describe('resolve', () => {
  test('N-12 resolving says how it ended; another word for it, said offline before the resolve left, follows it and reaches every desk', async () => {
    await says('在吗')
    desk.cut()
    reply('在的', 1)
    expect(setStatus(desk.engine, chen, 'resolved', '小林')).toBe('no-answer')
    setDisposition(desk.engine, chen, 'refund')
    expect(thread().resolutions).toMatchObject([{ disposition: 'refund', by: { name: '小林' } }])
    await desk.connect()
    await settle()
    await other.connect()
    expect(thread(other).resolutions).toMatchObject([{ disposition: 'refund', by: { id: 'this-desk', name: '小林' }, withdrawn: false }])
    expect(row(other).section).toBe('done')
    expect(gateway.thread(chen).map((m) => m.text)).toEqual(['在吗', '在的'])
  })

  test('N-12 taken back, the end is gone from every desk; opened by the customer, it stays as what once was', async () => {
    await says('在吗')
    setStatus(desk.engine, chen, 'resolved', '小林')
    await settle()
    setStatus(desk.engine, chen, 'open', '小林')
    await settle()
    for (const one of [desk, other]) expect(thread(one).resolutions).toEqual([])
    expect(() => setDisposition(desk.engine, chen, 'spam')).toThrow(/not-resolved/)
    setStatus(desk.engine, chen, 'resolved', '小林')
    await settle()
    await says('还有一个问题')
    for (const one of [desk, other]) expect([thread(one).conversation.status, thread(one).resolutions.length]).toEqual(['open', 1])
  })

  test('N-12 undone, the snooze that it ended holds again on every desk, offline too; not for a customer who has written since: a customer left waiting for tomorrow', async () => {
    await says('在吗')
    reply('明天给您答复', 1)
    await settle()
    const until = gateway.now + 2 * HOUR
    const undo = () => setStatus(desk.engine, chen, 'open', '小林', until)
    setSnooze(desk.engine, chen, until)
    await settle()
    desk.cut()
    setStatus(desk.engine, chen, 'resolved', '小林')
    expect(row().section).toBe('done')
    undo()
    expect(row()).toMatchObject({ section: 'snoozed', snooze: { until, woke: null } })
    await desk.connect()
    await settle()
    for (const one of [desk, other]) expect(row(one)).toMatchObject({ section: 'snoozed', snooze: { until, woke: null } })
    setStatus(desk.engine, chen, 'resolved', '小林')
    await settle()
    await says('不用等明天了')
    undo()
    await settle()
    for (const one of [desk, other]) expect(row(one).section).toBe('needs-you')
  })

  test('N-12 a resolve that the customer overtook while we were offline leaves no end behind', async () => {
    await says('在吗')
    desk.cut()
    setStatus(desk.engine, chen, 'resolved', '小林')
    setDisposition(desk.engine, chen, 'no-answer')
    gateway.customerWrites(chen, '等等')
    await desk.connect()
    expect(thread()).toMatchObject({ conversation: { status: 'open' }, resolutions: [] })
    expect(desk.store.commands.all()).toEqual([])
  })

  test('N-13 the queue holds what was done today; yesterday\'s leaves it at the shop\'s midnight and is still found by search', async () => {
    await says('发票抬头')
    setStatus(desk.engine, chen, 'resolved', '小林')
    await settle()
    expect(listInbox(desk.engine).map((r) => r.section)).toEqual(['done'])
    desk.patches.length = 0
    await desk.pass(24 * HOUR)
    expect(desk.patches.flatMap((patch) => (patch.kind === 'row' ? [patch.row.section] : []))).toContain('past')
    expect(listInbox(desk.engine)).toEqual([])
    expect(searchMessages(desk.engine, '抬头', 10)).toHaveLength(1)
    await says('又来了')
    expect(listInbox(desk.engine).map((r) => r.section)).toEqual(['needs-you'])
  })
})

describe('notes', () => {
  const write = (text: string, id = v7(), of = desk): string => {
    saveNote(of.engine, { id, conversationId: chen, text }, of === desk ? '小林' : '小王')
    return id
  }
  const notes = (of = desk): [string, boolean, boolean][] => thread(of).notes.map((note) => [note.text, note.own, note.waits])

  test('N-14 written offline it stands in the thread at once and waits; back on line the other desk has it, with the time when it was written', async () => {
    await says('在吗')
    desk.cut()
    const at = gateway.now
    write('@小王 这位要补发')
    expect(notes()).toEqual([['@小王 这位要补发', true, true]])
    gateway.now += HOUR
    await desk.connect()
    await settle()
    await other.connect()
    expect(notes()).toEqual([['@小王 这位要补发', true, false]])
    expect(notes(other)).toEqual([['@小王 这位要补发', false, false]])
    expect(thread(other).notes[0]).toMatchObject({ at, author: { name: '小林' } })
    expect(gateway.thread(chen)).toHaveLength(1)
  })

  test('N-14 the acknowledgement is lost: the note stands once everywhere', async () => {
    await says('在吗')
    let lose = true
    gateway.fault = () => (lose ? ((lose = false), 'lost-answer') : 'none')
    write('查过物流')
    await settle()
    await desk.pass(3_000)
    await settle()
    for (const one of [desk, other]) expect(notes(one).map(([text]) => text)).toEqual(['查过物流'])
    expect(gateway.notes.size).toBe(1)
  })

  test('N-15 changed, deleted and brought back again by its writer; nobody else can', async () => {
    await says('在吗')
    const id = write('第一版')
    await settle()
    expect(() => write('改别人的', id, other)).toThrow(/not-yours/)
    expect(() => deleteNote(other.engine, id)).toThrow(/not-yours/)
    write('第二版', id)
    await settle()
    expect(notes(other).map(([text]) => text)).toEqual(['第二版'])
    deleteNote(desk.engine, id)
    await settle()
    for (const one of [desk, other]) expect(notes(one)).toEqual([])
    expect(searchMessages(other.engine, '第二版', 10)).toEqual([])
    write('第二版', id)
    await settle()
    expect(notes(other).map(([text]) => text)).toEqual(['第二版'])
  })

  test('N-15 edited offline twice, only the last words travel, and an older word of the log does not flicker over them', async () => {
    await says('在吗')
    const id = write('一')
    await settle()
    desk.cut()
    write('二', id)
    write('三', id)
    gateway.fault = () => (gateway.online ? 'none' : 'cut-before')
    await desk.connect()
    await settle()
    expect(notes().map(([text]) => text)).toEqual(['三'])
    await other.connect()
    expect(notes(other).map(([text]) => text)).toEqual(['三'])
    expect(gateway.events.flatMap(({ change }) => (change.type === 'note' ? [change.note.text] : []))).toEqual(['一', '三'])
  })

  test('N-16 found by search beside messages, newest first', async () => {
    await says('我的快递呢')
    gateway.now += 1000
    write('快递已经催了')
    expect(searchMessages(desk.engine, '快递', 10).map((hit) => [hit.by, hit.text])).toEqual([['note', '快递已经催了'], ['customer', '我的快递呢']])
  })

  test('N-17 what waits and what is half written survives a kill and a new log', async () => {
    await says('在吗')
    desk.cut()
    write('还没发出去')
    desk.store.notes.setUnsent(chen, '写到一半')
    const dir = desk.kill()
    desk = openDesk(gateway, { dir })
    desk.store.forgetLog()
    expect(thread()).toMatchObject({ notes: [{ text: '还没发出去', waits: true }], unsentNote: '写到一半' })
    await desk.connect()
    expect(gateway.notes.size).toBe(1)
  })

  test('N-17 a gateway that refuses a note gives its words back to be written again (they would be nowhere)', async () => {
    await says('在吗')
    const call = gateway.call.bind(gateway)
    gateway.call = (name, params, seat) => (name === 'note' ? Promise.reject(new AppError({ code: 'bad-request', retryable: false, say: { zh: '不懂', en: 'no' } })) : call(name, params, seat))
    desk.store.notes.setUnsent(chen, '另一句')
    saveNote(desk.engine, { id: v7(), conversationId: chen, text: '客户要求回电' }, '小林')
    await settle()
    expect(thread()).toMatchObject({ notes: [], unsentNote: '客户要求回电' })
    expect(desk.store.commands.all()).toEqual([])
  })
})

describe('flag and memo of an order', () => {
  let order: Order
  beforeEach(async () => {
    order = { ...orderOnItsWay(gateway.now), memo: '老客户' }
    gateway.publish({ type: 'customer', customer, orders: [order] })
    chen = gateway.open('陈静', { customerId: customer.id, verification: 'channel' })
    await says('我的耳机到哪了')
  })
  const mark = (change: { flag?: Order['flag']; memo?: string }, id = v7()): void => markOrder(desk.engine, { id, conversationId: chen, orderNo: order.no, ...change }, '小林')

  test('N-18 the flag and a line of memo are on the order at every desk, and what others wrote stays', async () => {
    mark({ flag: 'red' })
    mark({ memo: '客户要求周六送' })
    await settle()
    for (const one of [desk, other]) expect(thread(one).orders[0]).toMatchObject({ flag: 'red', memo: expect.stringMatching(/^老客户\n客户要求周六送 \(小林 \d\d-\d\d \d\d:\d\d\)$/) })
    mark({ flag: null })
    await settle()
    expect(thread(other).orders[0]).toMatchObject({ flag: null, memo: expect.stringContaining('客户要求周六送') })
  })

  test('N-18 offline it waits and says so, the order does not pretend; the acknowledgement lost, it is done once', async () => {
    desk.cut()
    mark({ memo: '加急' })
    expect(thread()).toMatchObject({ orders: [{ memo: '老客户' }], marksWaiting: [{ orderNo: order.no, memo: expect.stringContaining('加急') }] })
    const call = gateway.call.bind(gateway)
    let marks = 0
    gateway.call = async (name, params, seat) => {
      const result = await call(name, params, seat)
      if (name === 'markOrder' && ++marks === 1) throw new AppError({ code: 'offline', retryable: true, say: { zh: '断线', en: 'offline' } })
      return result
    }
    await desk.connect()
    await desk.pass(3_000)
    await settle()
    expect(marks).toBe(2)
    expect(thread().marksWaiting).toEqual([])
    expect(thread().orders[0]?.memo.match(/加急/g)).toHaveLength(1)
  })

  test('N-18 an order of somebody else is not marked', () => {
    expect(() => markOrder(desk.engine, { id: v7(), conversationId: chen, orderNo: '9999999999999999', flag: 'red' }, '小林')).toThrow(/not-found/)
  })

  test('N-19 the order that is spoken of comes first, with what is known of the customer: orders, sums, moods, the last promise', async () => {
    const kettle: Order = { ...order, no: '2188340610079999', status: 'completed', placedAt: gateway.now, items: [{ ...(order.items[0] as Order['items'][0]), title: { zh: '电热水壶', en: 'Kettle' } }] }
    gateway.publish({ type: 'customer', customer, orders: [kettle, order] })
    await settle()
    reply('非常抱歉，我们明天18点前给您补发。', 1)
    await settle()
    await says('耳机呢!!!')
    const { orders, aboutOrder, history } = thread()
    expect([orders[0]?.no, aboutOrder]).toEqual([order.no, order.no])
    expect(history).toMatchObject({ conversations: 1, bought: 2, spent: [{ amount: 25800, currency: 'CNY' }], moods: [0, 3], promise: { text: '我们明天18点前给您补发', when: '明天' } })
  })
})

test('N-9 a row tells until when to answer; our reply on its way stops the clock, the next question starts it', async () => {
  await says('在吗')
  const at = gateway.now
  expect(row().clock).toMatchObject({ startedAt: at, warnAt: at + 108_000, dueAt: at + 180_000, rule: { id: 'shop-default' } })
  desk.cut()
  reply('在的', 1)
  expect(row().clock).toBeNull()
  await desk.connect()
  await says('那什么时候发货')
  expect(row().clock?.startedAt).toBe(gateway.now)
})
