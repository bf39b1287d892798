import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attention } from '../../src-engine/flows/attention.ts'
import { recordOf, readRecords } from '../../src-engine/flows/copilot-place.ts'
import { changePromise, promiseOwners } from '../../src-engine/flows/change-promise.ts'
import { readHandover } from '../../src-engine/flows/hand-over.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { settlePromise } from '../../src-engine/flows/receive-promise.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { draftInput } from '../../src-engine/flows/draft-input.ts'
import { seePromises } from '../../src-engine/flows/promise-reply.ts'
import { setSnooze } from '../../src-engine/flows/set-snooze.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { everyDay } from '../../src-shared/domain/shop-hours.ts'
import { FIRST_SHOP_RULES } from '../../src-shared/domain/shop-rules.ts'
import { draftLocally } from '../../src-engine/domain/drafting/local.ts'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { ThreadPromise } from '../../src-shared/contract/promises.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let gateway: MemoryGateway
let desk: Desk
let other: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  // A Friday, eleven in the morning in the shop.
  gateway.now = Date.parse('2026-11-27T11:00:00+08:00')
  desk = openDesk(gateway)
  other = openDesk(gateway, { seatId: 'other-desk' })
  chen = gateway.open('陈女士')
  await desk.connect()
  await other.connect()
  gateway.customerWrites(chen, '退款什么时候到')
  await settle()
})
afterEach(() => {
  expect([...desk.errors, ...other.errors]).toEqual([])
  desk.kill()
  other.kill()
})

const settle = async (): Promise<void> => { await desk.idle(); await other.idle() }
const promises = (of = desk): ThreadPromise[] => readThread(of.engine, chen, null, 50).promises ?? []
const row = (of = desk) => listInbox(of.engine).find(({ id }) => id === chen)
function reply(text: string, adjust: NonNullable<CallParams<'reply.send'>['promises']> = []): string {
  const id = v7()
  const basedOnSeq = desk.store.conversations.get(chen)?.lastCustomerSeq ?? 0
  sendReply(desk.engine, { id, conversationId: chen, text, attachments: [], basedOnSeq, draftId: null, promises: adjust }, '小林')
  return id
}
async function promised(text = '今天18:00前给您退款20元'): Promise<ThreadPromise> {
  reply(text)
  await settle()
  const [one] = promises()
  if (!one) throw new Error('nothing was promised')
  return one
}
const at = (time: string): number => Date.parse(`2026-11-27T${time}:00+08:00`)

describe('the hours that a supervisor set', () => {
  const TEN_TO_SIX = everyDay({ from: '10:00', to: '18:00' }, 'Asia/Shanghai')
  /** Saturday and the next Monday closed. */
  const HOURS = { ...TEN_TO_SIX, week: TEN_TO_SIX.week.map((open, day) => (day === 5 ? [] : open)), exceptions: [{ day: '2026-11-30', open: [], name: '盘点' }] }
  const due = (text: string) => seePromises(desk.engine, text).promises.map(({ dueAt }) => new Date(dueAt + 8 * HOUR).toISOString().slice(5, 16))

  beforeEach(() => gateway.publish({ type: 'shop-rules', rules: { ...FIRST_SHOP_RULES, hours: HOURS, revision: 1 } }))

  test('PM-16 what is promised without a time falls due while people are there (a shop that closes at six would promise the evening)', () => {
    expect([due('今天给您答复'), due('今晚给您答复'), due('下班前给您答复')]).toEqual([['11-27T18:00'], ['11-27T18:00'], ['11-27T18:00']])
    gateway.now = at('17:00')
    // Two hours of the shop's: one today, and one when people are back on Sunday.
    expect(due('有结果我第一时间回复您')).toEqual(['11-29T11:00'])
    // Three working days, the closed Monday not among them.
    expect(due('我给您退款20元')).toEqual(['12-03T18:00'])
    expect(due('明天给您答复')).toEqual(['11-27T18:00'])
    // What was said with a time stays as it was said.
    expect(due('今天20:00前给您答复')).toEqual(['11-27T20:00'])
  })

  test('PM-16 a draft made here promises no other time than these, over a closed day too', async () => {
    const li = gateway.open('李雷', { customerId: 'c001', verification: 'channel' })
    gateway.publish({ type: 'customer', customer, orders: [{ ...orderOnItsWay(gateway.now), logistics: null }] })
    gateway.customerWrites(li, '物流到哪了')
    await settle()
    const by = (): string | undefined => {
      const input = draftInput(desk.engine, li)
      return /(?:今天|\d+月\d+日)\d\d:\d\d前/.exec(input ? draftLocally(input).text : '')?.[0]
    }
    expect(by()).toBe('今天18:00前')
    gateway.now = at('17:30')
    expect(by()).toBe('11月29日12:00前')
  })

  test('PM-16 without them those of the policy hold, and else the terms\' own', () => {
    gateway.publish({ type: 'shop-rules', rules: { ...FIRST_SHOP_RULES, revision: 2 } })
    expect(due('今天给您答复')).toEqual(['11-27T21:00'])
    gateway.publish({ type: 'policy', policy: { ...undoPolicy(8), night: { reply: false, people: { from: '08:00', to: '17:00' } } } })
    expect(due('今天给您答复')).toEqual(['11-27T17:00'])
  })
})

describe('a promise that was sent', () => {
  test('PM-5 it is followed up on every desk, with its owner, time and amount (a colleague would promise the same again)', async () => {
    await promised()
    const facts = { kind: 'refund', words: '今天18:00前给您退款20元', amount: { amount: 2000, currency: 'CNY' }, dueAt: at('18:00'), assumed: false, state: 'open', revision: 1, waits: false }
    expect(promises()).toMatchObject([{ ...facts, own: true }])
    expect(promises(other)).toMatchObject([{ ...facts, own: false, owner: { id: 'this-desk' } }])
    expect(row()?.promise).toMatchObject({ kind: 'refund', dueAt: at('18:00'), alarmAt: at('17:30'), own: true, open: 1 })
  })

  test('PM-5 nothing is promised while the reply waits, nor when it is taken back (the desk would alarm for words that nobody has read)', async () => {
    desk.cut()
    const id = reply('今天18:00前给您答复')
    expect(promises()).toEqual([])
    takeBackReply(desk.engine, id)
    await desk.connect()
    await settle()
    expect([promises(), gateway.followUps.all.size]).toEqual([[], 0])
  })

  test('PM-6 the person’s word on it before it goes holds: another time, or none at all', async () => {
    reply('明天给您补发，我会继续跟进物流', [{ kind: 'ship', words: '明天给您补发', dueAt: at('20:00') }, { kind: 'investigate', words: '我会继续跟进物流', dueAt: null }])
    await settle()
    expect(promises().map(({ kind, dueAt, assumed }) => [kind, dueAt, assumed])).toEqual([['ship', at('20:00'), false]])
  })

  test('PM-5 written offline, it goes out after its reply, once, also if the acknowledgement is lost', async () => {
    desk.cut()
    reply('今天18:00前给您退款20元')
    let lost = 0
    gateway.fault = () => (gateway.followUps.all.size > 0 && lost++ === 0 ? 'lost-answer' : 'none')
    await desk.connect()
    await desk.pass(3000)
    gateway.fault = () => 'none'
    await desk.connect()
    await settle()
    expect([...gateway.followUps.all.values()].map(({ state, revision }) => [state, revision])).toEqual([['open', 1]])
    expect(promises(other)).toMatchObject([{ words: '今天18:00前给您退款20元' }])
    expect(desk.store.commands.all()).toEqual([])
  })

  test('PM-7 a reply taken back from the customer promised nothing, on no desk', async () => {
    const one = await promised()
    await recallReply(desk.engine, one.messageId)
    await settle()
    expect([promises(), promises(other), row()?.promise]).toEqual([[], [], null])
  })

  test('PM-8 a desk new to the log has them, and one that restarts (they lie in the snapshot)', async () => {
    await promised()
    const late = openDesk(gateway, { seatId: 'late-desk' })
    await late.connect()
    expect(promises(late)).toMatchObject([{ kind: 'refund', own: false }])
    late.kill()
  })
})

describe('what becomes of it', () => {
  test('PM-9 done offline here, moved by a colleague meanwhile: both hold, on both desks', async () => {
    const { id } = await promised()
    desk.cut()
    changePromise(desk.engine, { id, state: 'done' })
    expect(promises()).toMatchObject([{ state: 'done', waits: true }])
    await other.connect()
    changePromise(other.engine, { id, dueAt: at('20:00') })
    await settle()
    await desk.connect()
    await settle()
    for (const of of [desk, other]) expect(promises(of)).toMatchObject([{ state: 'done', dueAt: at('20:00'), revision: 3, waits: false }])
  })

  test('PM-9 a colleague’s later word is not lost when the answer to ours is (both desks would differ for ever)', async () => {
    const { id } = await promised()
    gateway.fault = () => (gateway.followUps.all.get(id)?.state === 'done' ? 'lost-answer' : 'none')
    changePromise(desk.engine, { id, state: 'done' })
    await desk.idle()
    gateway.fault = () => 'none'
    desk.cut()
    await other.connect()
    changePromise(other.engine, { id, state: 'open' })
    await settle()
    await desk.connect()
    await desk.pass(3000)
    await settle()
    expect([promises(), promises(other)]).toMatchObject([[{ state: 'open', revision: 3 }], [{ state: 'open', revision: 3 }]])
  })

  test('PM-9 an answer that comes after a colleague’s later word changes nothing (it would put back what they said)', async () => {
    const { id } = await promised()
    const first = gateway.followUps.all.get(id) ?? null
    changePromise(other.engine, { id, state: 'done' })
    await settle()
    settlePromise(desk.engine, { id, call: 'followUp', params: {} }, first)
    expect(promises()).toMatchObject([{ state: 'done', revision: 2 }])
  })

  test('PM-10 half an hour before it is due its owner’s row needs a person and calls; the colleague’s does not', async () => {
    await promised()
    expect(row()?.section).toBe('waiting-for-customer')
    desk.patches.length = 0
    await desk.pass(6.5 * HOUR - 10_000)
    expect(row()?.section).toBe('waiting-for-customer')
    await desk.pass(20_000)
    await other.pass(0)
    expect(desk.patches.findLast((patch) => patch.kind === 'row')).toMatchObject({ row: { id: chen, section: 'needs-you' } })
    expect(attention(desk.engine).waiting).toEqual([{ conversationId: chen, name: '陈女士', why: 'promise', overdueAt: at('18:00') }])
    expect([row(other)?.section, attention(other.engine).waiting]).toEqual(['waiting-for-customer', []])
  })

  test('PM-10 handed to a colleague it alarms there and not here any more', async () => {
    const { id } = await promised()
    const theirs = promiseOwners(other.engine, chen).owners[0]
    changePromise(desk.engine, { id, ...(theirs ? { owner: theirs } : {}) })
    await settle()
    await desk.pass(6.8 * HOUR)
    await other.pass(0)
    expect([row()?.section, row(other)?.section]).toEqual(['waiting-for-customer', 'needs-you'])
    expect(promises()).toMatchObject([{ own: false, owner: { id: 'other-desk' } }])
  })

  test('PM-11 a resolved conversation whose promise is due comes back for it, and is done again when it is kept (resolving would bury it)', async () => {
    const { id } = await promised()
    setStatus(desk.engine, chen, 'resolved', '小林')
    await settle()
    expect(row()?.section).toBe('done')
    await desk.pass(7 * HOUR)
    expect(row()?.section).toBe('needs-you')
    changePromise(desk.engine, { id, state: 'done' })
    expect(row()?.section).toBe('done')
  })

  test('PM-11 a conversation that sleeps longer than its promise wakes for it (put away until Monday, the refund of today is forgotten)', async () => {
    await promised()
    setSnooze(desk.engine, chen, gateway.now + 72 * HOUR)
    await settle()
    expect(row()?.section).toBe('snoozed')
    await desk.pass(6.6 * HOUR)
    expect(row()?.section).toBe('needs-you')
  })

  test('PM-12 a later reply that tells it was done is offered as its end; putting off again is not', async () => {
    await promised()
    reply('财务还在处理，明天给您退')
    await settle()
    expect(promises().map(({ kept }) => kept)).toEqual([null, null])
    desk.patches.length = 0
    const id = reply('20元已经退给您了，请查收')
    await settle()
    // The window asks again, or it would not show it.
    expect(desk.patches.findLastIndex(({ kind }) => kind === 'context')).toBeGreaterThan(desk.patches.findIndex((patch) => patch.kind === 'message' && patch.message.seq !== null))
    expect(promises()[0]).toMatchObject({ state: 'open', kept: { by: 'reply', messageId: id } })
  })

  test('PM-13 open past its time it weighs on the next message of the customer; kept, it does not, whatever our words said', async () => {
    const { id } = await promised('24小时内给您退款')
    const asked = { text: '到账了吗', at: at('11:00') + 25 * HOUR, attachments: 0, history: [] }
    const standing = () => desk.store.followUps.standing(chen, asked.at)
    expect(standing()).toBe('broken')
    changePromise(desk.engine, { id, state: 'done' })
    expect([standing(), desk.store.followUps.standing(gateway.open('李先生'), asked.at)]).toEqual(['kept', 'none'])
  })
})

test('PM-22 hand-over, customer card and copilot tell the promises that are followed up: without a time too, not what a person took off, and kept ones as debts no more', async () => {
  for (const line of ['在吗', '还没到', '帮我看看', '谢谢']) gateway.customerWrites(chen, line)
  await settle()
  reply('我会给您退款20元，运费明天18点前给您补偿', [{ kind: 'compensation', words: '运费明天18点前给您补偿', dueAt: null }])
  await settle()
  gateway.customerWrites(chen, '好')
  await settle()
  const told = (of = desk) => ({
    handedOver: readHandover(of.engine, chen).lines.flatMap(({ kind, words }) => (kind === 'promised' ? [words] : [])),
    card: readThread(of.engine, chen, null, 50).history.promise?.text ?? null,
    copilot: readRecords(of.engine, recordOf(of.engine, chen)).promises.map(({ text }) => text),
  })
  const words = promises().map((one) => one.words)
  expect(words).toHaveLength(1)
  expect(words[0]).not.toContain('补偿')
  for (const of of [desk, other]) expect(told(of)).toEqual({ handedOver: words, card: words[0], copilot: words })
  changePromise(desk.engine, { id: promises()[0]?.id ?? '', state: 'done' })
  await settle()
  for (const of of [desk, other]) expect(told(of)).toEqual({ handedOver: [], card: null, copilot: words })
  changePromise(desk.engine, { id: promises()[0]?.id ?? '', state: 'open' })
  await settle()
  expect(told(other).handedOver).toEqual(words)
})
