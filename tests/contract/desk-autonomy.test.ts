import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listLevels } from '../../src-engine/flows/autonomy/list-levels.ts'
import { recordOf } from '../../src-engine/flows/autonomy/record-decision.ts'
import { replayDecisions } from '../../src-engine/flows/autonomy/replay-decisions.ts'
import { judgeCase, sampledCases } from '../../src-engine/flows/autonomy/sampled.ts'
import { setLevel } from '../../src-engine/flows/autonomy/set-level.ts'
import { throwSwitch } from '../../src-engine/flows/autonomy/throw-switch.ts'
import { performAction } from '../../src-engine/flows/perform-action.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { stopRun } from '../../src-engine/flows/stop-run.ts'
import { isSampled } from '../../src-engine/domain/autonomy/sample.ts'
import type { AutonomyLevel, Policy } from '../../src-shared/domain/policy.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const WINDOW_MS = 9_000
const DAY_MS = 24 * 3_600_000

let gateway: MemoryGateway
let desk: Desk

const at = (level: AutonomyLevel): Policy => {
  const policy = undoPolicy(8)
  const row = policy.intents['where_is_order']
  return { ...policy, intents: row ? { where_is_order: { ...row, level } } : {} }
}
/** A verified customer with a parcel on its way. */
function open(): string {
  const id = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  return id
}
async function ask(id: string, text = '我的快递到哪了'): Promise<void> {
  gateway.customerWrites(id, text)
  await desk.idle()
}
async function answer(id: string, text: string): Promise<void> {
  sendReply(desk.engine, { id: v7(), conversationId: id, text, attachments: [], basedOnSeq: gateway.thread(id).length, draftId: null }, '小林')
  await desk.idle()
}
const row = () => listLevels(desk.engine).rows[0]
const decisions = () => [...desk.store.decisions.all()]
const automatic = (id: string): string[] => gateway.thread(id).filter((m) => m.author.kind === 'autopilot').map((m) => m.text)

async function begin(level: AutonomyLevel): Promise<void> {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: at(level) })
  desk = openDesk(gateway, { realTriage: true })
  await desk.connect()
}
beforeEach(() => begin('undo'))
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

test('EA-1 every decision that a row covers is kept with its inputs, a silent and a refused one too, and without the customer’s words; each replays to the same', async () => {
  desk.kill()
  await begin('shadow')
  await ask(open())
  await ask(open(), '快递到哪了，气死我了！！！再不送到我就投诉你们')
  await ask(open(), '我的快递到哪了')
  const all = decisions()
  expect(all.length).toBeGreaterThanOrEqual(2)
  expect(all.map(({ decision }) => decision.decision)).not.toContain('auto')
  expect(all.filter(({ would }) => would).length).toBeGreaterThanOrEqual(1)
  expect(JSON.stringify(all.map(({ reply: _kept, ...rest }) => rest))).not.toMatch(/快递到哪|气死/u)
  expect(replayDecisions(desk.engine)).toEqual({ all: all.length, same: all.length, different: [] })
})

test('EA-1 a decision that comes out otherwise is listed (a replay that always says yes)', async () => {
  const id = open()
  await ask(id)
  const [kept] = decisions()
  if (!kept) throw new Error('nothing was recorded')
  const forged = { ...kept, id: v7(), basedOnSeq: 99, decision: { decision: 'escalate' as const, rules: [], wouldNeed: [] } }
  desk.store.decisions.add(forged)
  expect(replayDecisions(desk.engine)).toMatchObject({ all: 2, same: 1, different: [{ id: forged.id, was: 'escalate', is: 'auto' }] })
})

test('EA-2 in the shadow nothing leaves, and what the person sends is compared: the same, otherwise, or not to be told', async () => {
  desk.kill()
  await begin('shadow')
  const [first, second, third] = [open(), open(), open()]
  await ask(first)
  expect(automatic(first)).toEqual([])
  const would = decisions()[0]?.reply ?? ''
  expect(would).toContain('杭州')
  await answer(first, would)
  await ask(second)
  await answer(second, '稍等，我问一下仓库')
  await ask(third)
  await ask(third, '算了，我想退款')
  await answer(third, '好的，这边给您看一下')
  expect(row()?.evidence).toMatchObject({ same: 1, otherwise: 1, unknown: 1 })
  // The words were only kept to be compared.
  expect(decisions().map(({ reply, verdict }) => [verdict, reply === '']).filter(([verdict]) => verdict !== null)).toEqual([['same', true], ['otherwise', true], ['unknown', true]])
})

test('EA-2 an action that autopilot would have done is compared with what the person did to the order', async () => {
  const policy: Policy = { ...at('undo'), actions: { compensate: { level: 'shadow', undoSeconds: 8, confidenceFloor: 0, maxEmotionLevel: 1, caps: { currency: 'CNY', perCase: { amount: 1000 }, perCustomerDay: { amount: 1000 }, perShopDay: { amount: 9000 } } } }, intents: {} }
  const id = open()
  gateway.publish({ type: 'policy', policy })
  await desk.idle()
  const order = orderOnItsWay(gateway.now)
  const give = (amount: number) => ({ kind: 'compensate' as const, orderNo: order.no, amount: { amount, currency: 'CNY' as const }, reason: '' })
  const facts = { intent: 'compensation_wish', intentConfidence: 1, otherTopics: [], acts: [], marks: [], emotionLevel: 0, escalation: 0, verified: true, paused: false, online: true, holdsLease: true, personInvolved: false, attempts: 0, blacklisted: false, alreadyPaid: false, paidForCase: { amount: 0, count: 0 }, paidToday: { person: { amount: 0, count: 0 }, address: { amount: 0, count: 0 }, phone: { amount: 0, count: 0 }, payer: { amount: 0, count: 0 }, shop: { amount: 0, count: 0 } } }
  const { kind, ...kwargs } = give(500)
  const made = recordOf(desk.engine, { conversationId: id, basedOnSeq: 1, facts, policy, request: { name: kind, kwargs }, decision: { decision: 'draft', rules: ['level:shadow'], wouldNeed: [] }, reply: '' }, null, () => false)
  if (!made) throw new Error('not recorded')
  expect(made).toMatchObject({ subject: 'action:compensate', would: true })
  desk.store.decisions.add(made)
  performAction(desk.engine, { id: v7(), conversationId: id, caseId: null, runId: null, action: give(300), by: { kind: 'agent', name: '小林' } })
  await desk.idle()
  expect(desk.store.decisions.get(made.id)).toMatchObject({ verdict: 'otherwise', costly: 'money' })
})

test('EA-4 three stopped in a row: it falls back to suggesting for all seats, a person is told, and only a person lets it go on (a breaker that closes by itself)', async () => {
  for (let n = 0; n < 3; n++) {
    const id = open()
    await ask(id)
    stopRun(desk.engine, id, 'undone', 'by-person')
    await desk.idle()
  }
  expect(row()?.hold).toMatchObject({ ceiling: 'suggest', why: 'in-a-row' })
  expect(desk.patches.filter((p) => p.kind === 'autonomy' && p.fell !== null)).toHaveLength(1)
  expect(desk.store.audit.count('autopilot-demoted')).toBe(1)
  expect(gateway.holds.get('intent:where_is_order')).toMatchObject({ ceiling: 'suggest' })
  const id = open()
  await ask(id)
  await desk.pass(WINDOW_MS)
  expect(automatic(id)).toEqual([])
  throwSwitch(desk.engine, { scope: 'intent', name: 'where_is_order', off: false }, '主管')
  const next = open()
  await ask(next)
  await desk.pass(WINDOW_MS)
  expect(automatic(next)).toHaveLength(1)
})

test('EA-4 anger after an automatic reply, and a case that came back, count against it', async () => {
  const id = open()
  await ask(id)
  await desk.pass(WINDOW_MS)
  expect(automatic(id)).toHaveLength(1)
  await ask(id, '你们这什么垃圾服务！！！气死我了，骗子！')
  expect(decisions()[0]).toMatchObject({ automatic: 'left', after: 'anger', costly: 'anger' })
  expect(row()?.evidence).toMatchObject({ same: 0, otherwise: 1, costly: 1 })
})

test('EA-5 the switch of a topic or a channel stops what waits before it leaves, also thrown by another seat, and nothing new begins', async () => {
  const id = open()
  await ask(id)
  throwSwitch(desk.engine, { scope: 'channel', name: 'web', off: true }, '主管')
  await desk.pass(WINDOW_MS)
  expect(desk.store.runs.latest(id)).toMatchObject({ state: 'undone', reason: 'held' })
  throwSwitch(desk.engine, { scope: 'channel', name: 'web', off: false }, '主管')
  const next = open()
  await ask(next)
  gateway.publish({ type: 'autopilot-hold', hold: { scope: 'intent', name: 'where_is_order', ceiling: 'off', why: 'person', by: { seatId: 'other', name: '' }, at: gateway.now } })
  await desk.pass(WINDOW_MS)
  expect([automatic(id), automatic(next)]).toEqual([[], []])
})

test('EA-5 thrown while the line is cut it holds at once, and is not loosened by what another seat said before (a switch that a catch-up flips back)', async () => {
  desk.cut()
  throwSwitch(desk.engine, { scope: 'intent', name: 'where_is_order', off: true }, '主管')
  gateway.publish({ type: 'autopilot-hold', hold: { scope: 'intent', name: 'where_is_order', ceiling: null, why: 'person', by: { seatId: 'other', name: '' }, at: gateway.now } })
  await desk.connect()
  expect(row()?.hold).toMatchObject({ ceiling: 'off' })
  expect(gateway.holds.get('intent:where_is_order')).toMatchObject({ ceiling: 'off' })
})

test('EA-5 an automatic action is not begun under its switch', () => {
  throwSwitch(desk.engine, { scope: 'action', name: 'urge-shipment', off: true }, '主管')
  const id = open()
  const wish = { id: v7(), conversationId: id, caseId: null, runId: null, action: { kind: 'urge-shipment' as const, orderNo: '2188340610072265' } }
  expect(() => performAction(desk.engine, { ...wish, by: { kind: 'autopilot', name: '' } })).toThrow(expect.objectContaining({ code: 'paused' }))
})

test('EA-6 of yesterday’s automatic cases the drawn ones are looked at; wrong is a costly error and makes it fall back at once', async () => {
  const runs: string[] = []
  for (let n = 0; n < 250 && !runs.some((id) => isSampled(id, 0.05)); n++) {
    const id = open()
    await ask(id)
    await desk.pass(WINDOW_MS)
    runs.push(desk.store.runs.latest(id)?.id ?? '')
    expect(automatic(id)).toHaveLength(1)
  }
  expect(sampledCases(desk.engine)).toEqual([])
  gateway.now += DAY_MS
  const [drawn] = sampledCases(desk.engine)
  expect(drawn).toMatchObject({ judgement: null, asked: '我的快递到哪了' })
  judgeCase(desk.engine, { id: drawn?.id ?? '', judgement: 'right' })
  expect(row()?.evidence).toMatchObject({ same: 1, otherwise: 0 })
  judgeCase(desk.engine, { id: drawn?.id ?? '', judgement: 'wrong' })
  expect(row()).toMatchObject({ evidence: { same: 0, otherwise: 1, costly: 1 }, hold: { why: 'judged-wrong' } })
})

test('EA-3 the engine refuses a level that is not earned, sets a lower one, and takes the last change back without earning it again (a slip that costs a month)', async () => {
  const wish = (level: AutonomyLevel, basedOn: number) => setLevel(desk.engine, { id: v7(), scope: 'intent', name: 'where_is_order', level, basedOn }, '主管')
  await expect(wish('act', 1)).rejects.toMatchObject({ code: 'not-earned' })
  expect(await wish('suggest', 7)).toEqual({ status: 'conflict' })
  expect(await wish('suggest', 1)).toEqual({ status: 'put' })
  await desk.idle()
  expect(row()).toMatchObject({ level: 'suggest' })
  expect(await wish('undo', 2)).toEqual({ status: 'put' })
  await desk.idle()
  expect(await wish('shadow', 3)).toEqual({ status: 'put' })
  await desk.idle()
  // Only the level that the last change replaced is given back.
  await expect(wish('suggest', 4)).rejects.toMatchObject({ code: 'not-earned' })
  await expect(setLevel(desk.engine, { id: v7(), scope: 'intent', name: 'constructor', level: 'off', basedOn: 4 }, '')).rejects.toMatchObject({ code: 'not-found' })
})
