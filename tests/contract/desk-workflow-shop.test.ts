import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replayDecisions } from '../../src-engine/flows/autonomy/replay-decisions.ts'
import { openReviews } from '../../src-engine/flows/reviews/list-reviews.ts'
import type { ActionPolicy, Policy } from '../../src-shared/domain/policy.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { fan, lamp, orderIn, speaks } from '../support/workflow-shop.ts'

const DAY = 24 * 3_600_000
let gateway: MemoryGateway
let desk: Desk
let chat: string

const row: ActionPolicy = { level: 'undo', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, confirm: true, maxRisk: 0.5 }
const money = { currency: 'CNY' as const, perCase: { amount: 20_000 }, perCustomerDay: { amount: 20_000 }, perShopDay: { amount: 100_000 } }
const policy = (over: Partial<ActionPolicy> = {}): Policy => ({
  id: 'default', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] },
  actions: { cancel: { ...row, orderStates: ['unpaid', 'paid'], ...over }, return: { ...row, orderStates: ['delivered'], deliveredWithinDays: 7, caps: money, ...over } },
})

async function open(given: Policy, status: 'paid' | 'delivered', before: Parameters<typeof orderIn>[2] = {}): Promise<void> {
  gateway.publish({ type: 'policy', policy: given })
  await desk.connect()
  for (const id of ['cancel-order', 'return-goods', 'delivered-not-received']) desk.store.workflows.setLevel(id, 'undo')
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn(status, gateway.now, before)] })
}
/** Each line, with time for the action and then for the answer to leave. */
async function talk(...lines: string[]): Promise<void> {
  for (const line of lines) {
    gateway.customerWrites(chat, line)
    await desk.idle()
    await desk.pass(11_000)
    await desk.pass(11_000)
  }
}
const run = () => desk.store.workflowRuns.latest(chat)?.state
const order = () => gateway.customers.get('c001')?.orders[0]
const said = (): string => gateway.thread(chat).filter((m) => m.author.kind === 'autopilot').map((m) => m.text).join('\n')
const CANCEL = ['帮我取消订单', '拍错了', '是的'] as const

beforeEach(() => {
  gateway = new MemoryGateway()
  for (const product of [lamp, fan]) gateway.publish({ type: 'product', product })
  desk = openDesk(gateway, { realTriage: true, workflows: 'shop' })
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

test('WF-19 what the policy lets it do is done at the shop, once, and said only then', async () => {
  await open(policy(), 'paid')
  await talk(...CANCEL)
  expect([order()?.status, run()?.outcome, gateway.effects.all.size]).toEqual(['cancelled', 'done', 1])
  expect(said()).toMatch(/已经帮您取消/)
  const [kept, ...more] = [...desk.store.decisions.all()].filter(({ subject }) => subject === 'action:cancel')
  expect([kept?.decision.decision, more]).toEqual(['auto', []])
  expect(JSON.stringify(kept)).not.toMatch(/拍错|wrong-order/u)
  expect(replayDecisions(desk.engine)).toMatchObject({ different: [] })
})

test('WF-19 a row that only suggests, no row at all, or a buyer who often kept goods and money: a person goes on, and the shop was not asked', async () => {
  await open(policy({ level: 'suggest' }), 'paid')
  await talk(...CANCEL)
  expect([order()?.status, run()?.outcome, run()?.reason, gateway.effects.calls]).toEqual(['paid', 'handed-over', 'policy:level:suggest', 0])
  expect(said()).not.toMatch(/已经帮您取消/)
})

const OVER = { caps: { ...money, perCase: { amount: 10_000 } } }
const waiting = () => openReviews(desk.engine)
/** A supervisor decides, and the time to take it back passes. */
async function decide(verdict: 'approve' | 'reject'): Promise<void> {
  await gateway.call('review.decide', { id: v7(), reviewId: waiting()[0]?.id ?? '', verdict, name: '主管', ...(verdict === 'reject' ? { reason: '先核实' } : {}) }, 'boss')
  await desk.idle()
  await desk.pass(7_000)
  await desk.pass(11_000)
  await desk.pass(11_000)
}

test('RV-23 a return over the cap waits for a supervisor: the shop is not asked before they approve, then it is filed once, in their name, and the run goes on', async () => {
  await open(policy(OVER), 'delivered')
  await talk('我要退货', '不喜欢', '可以')
  expect([order()?.afterSale, run()?.phase, run()?.outcome, waiting().map(({ why }) => why[0]?.rule), gateway.effects.calls]).toEqual([null, 'acting', null, ['cap-case'], 0])
  await desk.pass(60_000)
  expect(gateway.effects.calls).toBe(0)
  await decide('approve')
  expect([order()?.afterSale?.kind, run()?.outcome, gateway.effects.all.size, [...gateway.effects.all.values()][0]?.by]).toEqual(['return', 'done', 1, expect.objectContaining({ kind: 'agent', name: '主管' })])
})

test('RV-23 rejected, or with the customer writing meanwhile, a person goes on and nothing was done', async () => {
  await open(policy(OVER), 'delivered')
  await talk('我要退货', '不喜欢', '可以')
  await decide('reject')
  expect([order()?.afterSale, run()?.outcome, run()?.reason, gateway.effects.calls]).toEqual([null, 'handed-over', 'review-rejected', 0])
})

test('RV-23 the customer takes it back while it waits: the review is off and nothing was done', async () => {
  await open(policy(OVER), 'delivered')
  await talk('我要退货', '不喜欢', '可以', '算了，不退了')
  expect([waiting(), order()?.afterSale, run()?.outcome, gateway.effects.calls]).toEqual([[], null, 'handed-over', 0])
})

const insurer = { reference: 'i1', kind: 'compensate' as const, by: 'insurer' as const, amount: { amount: 500, currency: 'CNY' as const } }
const bought = { kind: 'refund' as const, by: 'shop' as const, amount: { amount: 100, currency: 'CNY' as const } }
test.each<[string, Partial<ActionPolicy>, (now: number) => Parameters<typeof orderIn>[2], string]>([
  ['its days are over', { deliveredWithinDays: 1 }, () => ({}), 'policy:days-since-delivery'],
  ['an insurer has paid', {}, (now) => ({ payouts: [{ ...insurer, at: now - DAY }] }), 'already-paid'],
  ['the buyer kept goods and money again and again', {}, (now) => ({ payouts: [1, 2, 3].map((n) => ({ ...bought, reference: `b${n}`, at: now - n * DAY })) }), 'buyer-risk'],
])('WF-19 a return is a person’s where %s', async (_what, over, before, reason) => {
  await open(policy(over), 'delivered', before(gateway.now))
  await talk('我要退货', '不喜欢', '可以')
  // What a supervisor may still allow waits for one; the rest is an agent's.
  const isWithPerson = run()?.outcome === 'handed-over' ? run()?.reason === reason : waiting()[0]?.why.some(({ rule }) => rule.startsWith(reason))
  expect([isWithPerson, gateway.effects.calls]).toEqual([true, 0])
})

test('WF-19 within its days and caps a return is filed', async () => {
  await open(policy(), 'delivered')
  await talk('我要退货', '不喜欢', '可以')
  expect([order()?.afterSale?.kind, run()?.outcome, gateway.effects.all.size]).toEqual(['return', 'done', 1])
})

test('WF-19 a row that asks for the number of the parcel lets the return be filed once the customer has told it, and not before (a box in the form that nothing ticks)', async () => {
  await open(policy({ evidence: ['tracking-number'] }), 'delivered')
  await talk('我要退货', '不喜欢', '可以')
  expect([order()?.afterSale, run()?.outcome, run()?.reason]).toEqual([null, 'handed-over', 'policy:evidence:tracking-number'])
  gateway = new MemoryGateway()
  for (const product of [lamp, fan]) gateway.publish({ type: 'product', product })
  desk.kill()
  desk = openDesk(gateway, { realTriage: true, workflows: 'shop' })
  await open(policy({ evidence: ['tracking-number'] }), 'delivered')
  await talk('我要退货，寄回的单号是 SF1234567890123', '不喜欢', '可以')
  expect([order()?.afterSale?.kind, run()?.outcome]).toEqual(['return', 'done'])
})

test('WF-19 in a matter that is a person\'s the ticket is opened before they go on, where its row acts (a template whose one action no policy lets through)', async () => {
  await open({ ...policy(), actions: { ticket: { ...row, confirm: false } } }, 'delivered')
  await talk('显示签收了但我没收到', '问过了，都没有')
  expect([[...gateway.effects.all.values()].map(({ action, outcome }) => [action.kind, outcome.state]), run()?.outcome, run()?.reason]).toEqual([[['ticket', 'done']], 'handed-over', 'planned'])
  expect(order()?.status).toBe('delivered')
})

test('WF-20 the line goes away while the shop is asked: nothing is said to be done, and back on the line it goes on once', async () => {
  await open(policy(), 'paid')
  await talk('帮我取消订单', '拍错了')
  gateway.customerWrites(chat, '是的')
  desk.cut()
  await desk.pass(20_000)
  expect([gateway.effects.calls, said()]).toEqual([0, expect.not.stringMatching(/已经帮您取消/)])
  await desk.connect()
  await desk.pass(11_000)
  await desk.pass(11_000)
  expect([order()?.status, gateway.effects.all.size]).toEqual(['cancelled', 1])
})
