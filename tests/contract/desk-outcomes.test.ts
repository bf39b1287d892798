import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { learningHandlers } from '../../src-engine/learning-handlers.ts'
import { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
import { calendarDay } from '../../src-shared/domain/wall.ts'
import { OUTCOME_SEAT_CALLS } from '../../src-shared/wire/seat-outcomes.ts'
import type { Account } from '../../src-shared/domain/account.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

const TEN_MINUTES = 10 * 60_000
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function asked(): Promise<number> {
  const { seq } = gateway.customerWrites(chen, '我的快递到哪了')
  await desk.idle()
  return seq
}
/** The customer asks, unless they did, and the agent answers in own words. @returns the reply's id */
async function answered(basedOnSeq?: number): Promise<string> {
  const seq = basedOnSeq ?? await asked()
  const id = v7()
  sendReply(desk.engine, { id, conversationId: chen, text: '我帮您查一下，稍后给您准信。', attachments: [], basedOnSeq: seq, draftId: null, writing: { beganAt: gateway.now, shown: null } }, '小雅')
  await desk.idle()
  return id
}
const today = () => calendarDay(gateway.now, SHOP_TIME_ZONE)
const replies = (call: (typeof gateway.outcomes)[number] | undefined) => call?.days.map(({ day, topics }) => [day, topics.map(({ topic, counts }) => [topic, counts])])
/** Somebody is signed in here, as the gateway said. */
function signIn(id: string, role: Account['role'] = 'agent'): void {
  gateway.publish({ type: 'account', account: { id, name: id, role, teams: [], skills: [], languages: [], capacity: 10, disabled: false, createdAt: 1 } })
  desk.store.settings.write('me', { accountId: id, signedIn: true })
}

test('DF-10 a desk tells its counts when the line is there, not more often than every ten minutes, each day as a whole; no word and no id of a conversation is in it (a customer’s words on the way to a table)', async () => {
  const day = today()
  await answered()
  expect(gateway.outcomes).toEqual([])
  await desk.pass(TEN_MINUTES)
  expect(gateway.outcomes.map(replies)).toEqual([[[day, [['where_is_order', { 'none-late': 1 }]]]]])
  await answered()
  await answered()
  expect(gateway.outcomes).toHaveLength(1)
  await desk.pass(TEN_MINUTES)
  expect(gateway.outcomes.map(replies)[1]).toEqual([[day, [['where_is_order', { 'none-late': 3 }]]]])
  expect(JSON.stringify(gateway.outcomes)).not.toMatch(new RegExp(`\\p{Script=Han}|${chen}|[0-9a-f]{8}-`, 'u'))
  expect(gateway.outcomes.filter((call) => !OUTCOME_SEAT_CALLS['outcomes.tell'].params.safeParse(call).success)).toEqual([])
  // Nothing new: nothing is told, also after the next catch-up.
  desk.cut()
  await desk.pass(TEN_MINUTES)
  await desk.connect()
  expect(gateway.outcomes).toHaveLength(2)
})

test('DF-11 offline nothing is lost: the days come when the line is back, over a restart too; what was not answered is told again, and a reply that was taken back is taken out (a day that nobody heard of)', async () => {
  const day = today()
  const question = await asked()
  desk.cut()
  const id = await answered(question)
  await desk.pass(TEN_MINUTES)
  expect(gateway.outcomes).toEqual([])
  gateway.fault = (call) => (call === 'outcomes.tell' ? 'lost-answer' : 'none')
  const dir = desk.kill()
  desk = openDesk(gateway, { realTriage: true, dir })
  await desk.connect()
  gateway.fault = () => 'none'
  await desk.pass(TEN_MINUTES)
  expect(gateway.outcomes.map(replies)).toEqual(Array.from({ length: 2 }, () => [[day, [['where_is_order', { 'none-late': 1 }]]]]))
  const another = await asked()
  desk.cut()
  const other = await answered(another)
  expect(desk.store.outcomes.since(0).map(({ replyId }) => replyId)).toEqual([id, other])
  takeBackReply(desk.engine, other)
  desk.store.outcomes.remove(id)
  await desk.pass(TEN_MINUTES)
  await desk.connect()
  expect(gateway.outcomes.map(replies).at(-1)).toEqual([[day, []]])
})

test('DF-12 only replies of whoever is signed in, at this gateway, are told; readers tell nothing; own figures are one’s own at a desk of several people (the demo’s replies in the team’s figures)', async () => {
  await answered()
  signIn('amy')
  await answered()
  await answered()
  const figures = async () => (await learningHandlers(desk.engine)['learning.figures']({}, { focused: null })).counts
  expect(await figures()).toEqual({ none: 3 })
  await desk.pass(TEN_MINUTES)
  expect(replies(gateway.outcomes.at(-1))).toEqual([[today(), [['where_is_order', { 'none-late': 2 }]]]])
  signIn('ben')
  await answered()
  expect(await figures()).toEqual({ none: 2 })
  await desk.pass(TEN_MINUTES)
  expect(replies(gateway.outcomes.at(-1))).toEqual([[today(), [['where_is_order', { 'none-late': 1 }]]]])
  const before = gateway.outcomes.length
  // Another log: what was sent into the one before is no matter of this one. And a reader tells nothing.
  desk.store.settings.write('log-id', v7())
  desk.engine.wake('outcomes')
  await desk.pass(TEN_MINUTES)
  signIn('ben', 'reader')
  await desk.pass(TEN_MINUTES)
  expect(gateway.outcomes).toHaveLength(before)
})
