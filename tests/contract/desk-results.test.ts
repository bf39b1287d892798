import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseResults } from '../../src-engine/flows/case-results.ts'
import { countCases } from '../../src-engine/flows/count-cases.ts'
import { nightId } from '../../src-engine/domain/night/night-id.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const HOUR = 3_600_000
let gateway: MemoryGateway
let desk: Desk

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: undoPolicy(8) })
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

/** A verified customer whose parcel has come asks for it, and autopilot answers. */
async function automaticCase(customerId = 'c001', no = '2188340610072265'): Promise<string> {
  const id = gateway.open('陈静', { customerId, verification: 'channel' })
  const order = { ...orderOnItsWay(gateway.now), no, customerId, deliveredAt: gateway.now, status: 'delivered' as const }
  gateway.publish({ type: 'customer', customer: { ...customer, id: customerId }, orders: [order] })
  gateway.customerWrites(id, '我的快递到哪了')
  await desk.idle()
  await desk.pass(9_000)
  expect(desk.store.runs.latest(id)?.state).toBe('done')
  return id
}
async function humanCase(): Promise<string> {
  const id = gateway.open('林')
  gateway.customerWrites(id, '怎么用')
  await desk.idle()
  sendReply(desk.engine, { id: v7(), conversationId: id, text: '长按三秒', attachments: [], basedOnSeq: 1, draftId: null }, '小雅')
  await desk.idle()
  setStatus(desk.engine, id, 'resolved')
  await desk.idle()
  return id
}

test('ND-14 automatic and human cases are counted apart, pending first, resolved after 72 hours, each on its day (the two would hide each other)', async () => {
  await automaticCase()
  await humanCase()
  const soon = await caseResults(desk.engine)
  expect(soon).toMatchObject({ left: 0, all: { automatic: { resolved: 0, reopened: 0, pending: 1 }, human: { resolved: 0, reopened: 0, pending: 1 } } })
  expect(soon.days).toHaveLength(28)
  expect(soon.days.at(-1)?.cases.automatic.pending).toBe(1)
  await desk.pass(73 * HOUR)
  const later = await caseResults(desk.engine)
  expect(later.all).toEqual({ automatic: { resolved: 1, reopened: 0, pending: 0 }, human: { resolved: 1, reopened: 0, pending: 0 } })
  expect(later.days.at(-4)?.cases.automatic.resolved).toBe(1)
  expect(later.intents).toContainEqual({ intent: 'where_is_order', cases: { automatic: { resolved: 1, reopened: 0, pending: 0 }, human: { resolved: 0, reopened: 0, pending: 0 } } })
})

test('ND-14 a comeback in a new conversation turns the old case, and stands in the list to read (only the old thread was looked at)', async () => {
  const first = await automaticCase()
  await caseResults(desk.engine)
  await desk.pass(HOUR)
  const second = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(second, '我的快递还没到啊 物流')
  await desk.idle()
  const { all, reopened } = await caseResults(desk.engine)
  expect(all.automatic.reopened).toBe(1)
  expect(reopened).toMatchObject([{ conversationId: first, displayName: '陈静', intent: 'where_is_order', cameBackIn: second }])
})

test('ND-14 the night’s reply is no end of a case (every customer of a night would count as answered)', async () => {
  const id = gateway.open('夜猫')
  gateway.customerWrites(id, '东西坏了')
  await gateway.call('send', { id: nightId(id, 'reply', 20_784), conversationId: id, text: '09:00 有人回复您。', attachments: [], author: { kind: 'autopilot', name: '店' }, basedOnSeq: 1, quoteId: null })
  await desk.idle()
  expect((await caseResults(desk.engine)).all.automatic).toEqual({ resolved: 0, reopened: 0, pending: 0 })
})

test('ND-15 only what changed is counted again, and what is counted stands after a restart (each look would read all conversations)', async () => {
  for (let n = 0; n < 30; n++) await automaticCase(`c${n}`, `21883406100722${10 + n}`)
  expect(await countCases(desk.engine, 60_000)).toBe(0)
  expect(desk.store.caseOutcomes.toCount(gateway.now, 100)).toEqual([])
  const id = await automaticCase('c99', '2188340610072299')
  expect(desk.store.caseOutcomes.toCount(gateway.now, 100)).toEqual([id])
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  expect(desk.store.caseOutcomes.toCount(gateway.now, 100)).toEqual([id])
  expect((await caseResults(desk.engine)).all.automatic.pending).toBe(31)
})

test('ND-15 a question for the numbers gives up the processor: it answers with what is left, and the next one goes on (a customer who writes would wait for all of it)', async () => {
  for (let n = 0; n < 45; n++) await automaticCase(`c${n}`, `21883406100722${10 + n}`)
  const left = await countCases(desk.engine, 0)
  expect(left).toBeGreaterThan(0)
  let rounds = 0
  for (let still = left; still > 0; rounds++) still = await countCases(desk.engine, 0)
  expect(rounds).toBeGreaterThan(0)
  expect((await caseResults(desk.engine)).all.automatic.pending).toBe(45)
})
