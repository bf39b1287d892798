import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { actByPerson, undoAct } from '../../src-engine/flows/cases/act-on-case.ts'
import { packEvidence } from '../../src-engine/flows/cases/pack-evidence.ts'
import { listCases, readCase } from '../../src-engine/flows/cases/read-cases.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { testCase, yuan } from '../support/cases.ts'
import { openDesk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

const UNDO_MS = 8_000
const APPROVE = { kind: 'approve' as const, amount: null }

function order(over: Partial<Order> = {}): Order {
  return {
    no: 'o1', customerId: 'c1', status: 'paid', total: yuan(3_000), items: [{ productId: 'p1', title: { zh: '耳机', en: 'Earbuds' }, variant: { zh: '白', en: 'White' }, quantity: 1, price: yuan(3_000) }],
    placedAt: 1, paidAt: 1, promisedShipBy: null, shippedAt: null, deliveredAt: null, address: { name: '陈晨', phone: '13800004321', region: '浙江省 杭州市', detail: '文三路 1 号' }, logistics: null, afterSale: null, memo: '', ...over,
  }
}

const article = (id: string, audience: Article['audience']): Article => ({ id, version: 1, title: { zh: '有划痕怎么办', en: 'Scratches' }, body: { zh: `有划痕可以退款 ${id}`, en: 'Scratches are paid back' }, audience, topics: [], productIds: [] })

const CAP = { amount: 10_000 }
const row = { level: 'undo' as const, undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1, orderStates: ['paid'], caps: { currency: 'CNY' as const, perCase: CAP, perCustomerDay: CAP, perShopDay: CAP } }
const policy = (actions: Policy['actions'] = {}): Policy => ({ id: 'default', version: 1, intents: {}, actions, alwaysPerson: { topics: [], marks: [], acts: [] } })

async function open(over: Partial<AfterSaleCase> = {}, actions?: Policy['actions'], orders = [order()]) {
  const gateway = new MemoryGateway()
  const desk = openDesk(gateway)
  gateway.publish({ type: 'policy', policy: policy(actions) })
  gateway.publish({ type: 'customer', customer: { id: 'c1', name: '陈晨', language: 'zh', level: 'regular', phone: '13900000001', since: 0, note: '' }, orders })
  const one = testCase(over)
  gateway.cases.put(one)
  await desk.connect()
  const state = (): string | undefined => gateway.cases.all.get(one.id)?.state
  return { gateway, desk, one, state }
}

test('CS-5 the queue of cases stands by the platform\'s own deadline, ours before theirs before what is over (a case that the platform decides while a later one is worked on)', async () => {
  const { gateway, desk } = await open({ no: 'b', due: { at: 2_000, then: 'granted' } })
  gateway.cases.put(testCase({ no: 'a', due: { at: 1_000, then: 'granted' } }))
  gateway.cases.put(testCase({ no: 'theirs', state: 'goods-coming', due: { at: 1, then: 'closed' } }))
  gateway.cases.put(testCase({ no: 'never', due: null }))
  gateway.cases.put(testCase({ no: 'over', state: 'refused' }))
  await desk.idle()
  expect(listCases(desk.engine).map(({ no }) => no)).toEqual(['a', 'b', 'never', 'theirs', 'over'])
})

test('CS-6 a person\'s step can be taken back for a few seconds, then goes out once; offline it waits, says so, and survives a kill (a click that cannot be undone, or a decision that is lost with the line)', async () => {
  const { gateway, desk, one, state } = await open()
  const taken = v7()
  actByPerson(desk.engine, { id: taken, caseId: one.id, act: APPROVE })
  undoAct(desk.engine, taken)
  await desk.pass(UNDO_MS)
  expect([gateway.cases.calls.length, state()]).toEqual([0, 'to-decide'])
  const id = v7()
  desk.cut()
  actByPerson(desk.engine, { id, caseId: one.id, act: APPROVE })
  expect(() => actByPerson(desk.engine, { id: v7(), caseId: one.id, act: APPROVE })).toThrow(expect.objectContaining({ code: 'case-busy' }))
  await desk.pass(UNDO_MS)
  expect([gateway.cases.calls.length, readCase(desk.engine, one.id).row.wish?.id]).toEqual([0, id])
  const again = openDesk(gateway, { dir: desk.kill() })
  await again.connect()
  await again.idle()
  expect([gateway.cases.calls.map((call) => call.id), state(), readCase(again.engine, one.id).row.wish]).toEqual([[id], 'granted', null])
  expect(() => undoAct(again.engine, id)).toThrow(expect.objectContaining({ code: 'already-sent' }))
})

test('CS-6 an answer that is lost on the way is asked for again under the same id and pays once (a refund for each try)', async () => {
  const { gateway, desk, one, state } = await open()
  actByPerson(desk.engine, { id: v7(), caseId: one.id, act: APPROVE })
  gateway.fault = () => (gateway.cases.calls.length === 0 ? 'lost-answer' : 'none')
  await desk.pass(UNDO_MS)
  gateway.fault = () => 'none'
  await desk.pass(5_000)
  expect([state(), gateway.effects.all.size, readCase(desk.engine, one.id).row.wish]).toEqual(['granted', 1, null])
})

test('CS-7 what was paid by an insurer stops a second payment before it leaves, and the gateway\'s no is told on the case (a page that says done while nothing was)', async () => {
  const { desk, one } = await open({ paid: [{ reference: 'I1', kind: 'compensate', by: 'insurer', amount: yuan(3_000), at: 1 }] })
  expect(readCase(desk.engine, one.id)).toMatchObject({ row: { paidAlready: true }, stillAsked: yuan(0), recommendation: { decision: 'review' } })
  expect(() => actByPerson(desk.engine, { id: v7(), caseId: one.id, act: APPROVE })).toThrow(expect.objectContaining({ code: 'case-already' }))
  const other = await open()
  actByPerson(other.desk.engine, { id: v7(), caseId: other.one.id, act: APPROVE })
  other.desk.cut()
  other.gateway.cases.put({ ...other.one, revision: 2 })
  await other.desk.connect()
  await other.desk.pass(UNDO_MS)
  const [wish] = other.gateway.cases.calls
  expect([wish?.revision, other.state(), readCase(other.desk.engine, other.one.id).refused?.refusal?.reason]).toEqual([1, 'to-decide', 'stale'])
})

test('CS-8 autopilot grants a case only by the policy, after its window, and the kill switch is read before it leaves (money given by a machine that was switched off)', async () => {
  const idle = await open()
  expect(readCase(idle.desk.engine, idle.one.id).recommendation).toMatchObject({ decision: 'draft', rules: ['action-unlisted', 'level:off'] })
  await idle.desk.pass(60_000)
  expect(idle.gateway.cases.calls).toEqual([])

  const { gateway, desk, one, state } = await open({}, { refund: row })
  expect(readCase(desk.engine, one.id).row.wish).toMatchObject({ state: 'undo', by: { kind: 'autopilot' }, decision: { decision: 'auto' } })
  await desk.pass(9_000)
  expect(state()).toBe('to-decide')
  await desk.pass(2_000)
  expect([state(), gateway.cases.calls.length, gateway.cases.all.get(one.id)?.history.at(-1)?.by.kind]).toEqual(['granted', 1, 'autopilot'])

  const stopped = await open({}, { refund: row })
  pauseAutopilot(stopped.desk.engine, true)
  await stopped.desk.pass(60_000)
  expect([stopped.state(), stopped.gateway.cases.calls]).toEqual(['to-decide', []])

  const undone = await open({}, { refund: row })
  undoAct(undone.desk.engine, readCase(undone.desk.engine, undone.one.id).row.wish?.id ?? '')
  await undone.desk.pass(60_000)
  expect([undone.state(), undone.gateway.cases.calls]).toEqual(['to-decide', []])
})

test('CS-8 anger, an earlier payment, more than the cap, or a person who has spoken leave a case to people (an amount that a threat raised)', async () => {
  const cases: Partial<AfterSaleCase>[] = [
    { words: '!!!' }, { paid: [{ reference: 'I1', kind: 'compensate', by: 'insurer', amount: yuan(100), at: 1 }] },
    { history: [{ id: 's', at: 1, by: { kind: 'agent', name: '林' }, step: 'asked', words: '', reasonCode: null, amount: null, proof: [] }] },
  ]
  for (const over of cases) {
    const { gateway, desk, one } = await open(over, { refund: row })
    await desk.pass(60_000)
    expect([readCase(desk.engine, one.id).recommendation?.decision, gateway.cases.calls], JSON.stringify(over)).not.toEqual(['auto', expect.anything()])
    expect(gateway.cases.calls).toEqual([])
  }
  const dear = await open({}, { refund: { ...row, caps: { ...row.caps, perCase: { amount: 2_999 } } } })
  await dear.desk.pass(60_000)
  expect([readCase(dear.desk.engine, dear.one.id).recommendation?.rules, dear.gateway.cases.calls]).toEqual([['cap-case'], []])
})

test('CS-9 the evidence pack hides who and where the customer is, and keeps the order\'s number; the policy may open it (a phone number in a file that leaves the shop)', async () => {
  const { gateway, desk, one } = await open({ words: '请打我电话13912345678，有划痕要退款' })
  for (const [id, audience] of [['a1', 'customer'], ['a2', 'internal']] as const) gateway.publish({ type: 'article', article: article(id, audience) })
  await desk.idle()
  const hidden = JSON.stringify(packEvidence(desk.engine, { id: one.id, language: 'zh' }))
  for (const personal of ['13912345678', '陈晨', '13800004321', '文三路', '13900000001']) expect(hidden).not.toContain(personal)
  expect(hidden).toContain('"orderNo":"o1"')
  expect(readCase(desk.engine, one.id).articles.map(({ id }) => id).sort()).toEqual(['a1', 'a2'])
  expect(packEvidence(desk.engine, { id: one.id, language: 'zh' }).view.articles.map(({ id }) => id)).toEqual(['a1'])
  gateway.publish({ type: 'policy', policy: { ...policy(), guard: { maskEvidence: false } } })
  await desk.idle()
  expect(packEvidence(desk.engine, { id: one.id, language: 'zh' })).toMatchObject({ masked: false, view: { customer: { name: '陈晨' } } })
})
