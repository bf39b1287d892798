import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HistoryConversation } from '../../../../src-shared/domain/history.ts'
import { isPaying } from '../../../../src-shared/domain/policy-ceilings.ts'
import { Policy, type ActionPolicy } from '../../../../src-shared/domain/policy.ts'
import { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { openResources } from '../../../adapters/resources.ts'
import { backtestReaders } from '../../../backtest-readers.ts'
import { readConversation } from '../index.ts'
import { flowReportOf } from './report.ts'
import { addFlowTallies, flowTallyOf } from './tally.ts'

const file = (path: string): unknown => JSON.parse(fs.readFileSync(new URL(`../../../../resources/${path}`, import.meta.url), 'utf8'))
const readers = backtestReaders(openResources(new URL('../../../../resources', import.meta.url).pathname), 'Asia/Shanghai')
const shipped = Policy.parse(file('policies/default.json'))
const workflow = (id: string): Workflow => Workflow.parse(file(`workflows/${id}.json`))
const NOON = Date.UTC(2026, 2, 2, 4)

function rowOf(action: string): ActionPolicy {
  const row = shipped.actions?.[action]
  if (!row) throw new Error(`no row for ${action}`)
  return row
}

/** The shipped policy with the action switched on, and perhaps another cap for one case. */
function letting(action: string, perCase?: number): Policy {
  const row = rowOf(action)
  const caps = row.caps && perCase !== undefined ? { ...row.caps, perCase: { amount: perCase } } : row.caps
  return { ...shipped, actions: { ...shipped.actions, [action]: { ...row, level: 'undo', ...(caps ? { caps } : {}) } } }
}

const topicRow = shipped.intents['order_cancel'] ?? { level: 'off', undoSeconds: 10, confidenceFloor: 1, maxEmotionLevel: 0, orderStates: [] }

/** Lines of `c` the customer, `a` the agent; a minute apart. */
function talk(id: string, lines: readonly string[], change: Partial<HistoryConversation> = {}): HistoryConversation {
  return { id, format: 'table', orderStatus: 'paid', verified: true, ...change, turns: lines.map((line, at) => ({ role: line.startsWith('c') ? 'customer' : 'agent', at: NOON + at * 60_000, text: line.slice(2) })) }
}
const past = (talks: readonly HistoryConversation[]) => talks.map((one) => readConversation(one, readers))
const report = (talks: readonly HistoryConversation[], flow: Workflow, policy: Policy) => flowReportOf(flowTallyOf(past(talks), flow, policy), flow)
const CANCEL = ['c 在吗', 'a 在的亲', 'c 我要取消订单，拍错了', 'a 好的，已经帮您取消了', 'c 谢谢']

describe('WB-1 a workflow walks through what customers wrote', () => {
  test('WB-1 it begins with the first thing that is asked, takes what was written for its answers, and tells which question nobody asked', () => {
    const found = report([talk('1', CANCEL)], workflow('cancel-order'), letting('cancel'))
    expect(found).toMatchObject({ conversations: 1, begun: 1, ends: { assumed: 1 }, did: { same: 1 }, actions: [{ kind: 'cancel', count: 1 }], handed: [], savedMs: 60_000 })
    // The reason stands in the words; the consent does not.
    expect(found.questions.map(({ node, count }) => [node, count])).toEqual([['confirm', 1]])
  })
  test('WB-1 a yes to what a person asked is no yes to what it would have asked (its consent would be made up)', () => {
    const found = report([talk('1', [...CANCEL.slice(0, 3), 'a 确认取消吗', 'c 是的', 'a 已经取消了'])], workflow('cancel-order'), letting('cancel'))
    expect(found.questions.map(({ node }) => node)).toEqual(['confirm'])
    expect(found.ends).toMatchObject({ done: 0, assumed: 1 })
  })
  test('WB-1 another topic, an angry customer or a stranger begins nothing', () => {
    const talks = [talk('1', ['c 我的快递到哪了', 'a 派送中']), talk('2', ['c 垃圾店铺！！！马上给我取消订单，不然投诉12315', 'a 抱歉']), talk('3', CANCEL, { verified: false })]
    expect(report(talks, workflow('cancel-order'), letting('cancel'))).toMatchObject({ conversations: 3, begun: 0 })
  })
  test('WB-1 what the customer wrote later ends it: they want it no more, or a person', () => {
    const late = (words: string) => report([talk('1', ['c 我要取消订单', 'a 方便说一下原因吗', `c ${words}`, 'a 好的'])], workflow('cancel-order'), letting('cancel'))
    expect(late('算了不取消了').ends).toMatchObject({ withdrawn: 1 })
    expect(late('转人工').handed).toMatchObject([{ node: 'why', count: 1, rule: null }])
  })
})

describe('WB-2 what the past does not hold is taken as it would go on best, and told', () => {
  test('WB-2 an order state that is known decides; one that is not is assumed', () => {
    const flow = workflow('cancel-order')
    expect(report([talk('1', CANCEL, { orderStatus: 'shipped' })], flow, letting('cancel'))).toMatchObject({ begun: 0, ends: { left: 1 }, handed: [{ node: 'sent', why: { en: 'It was sent already; can it be intercepted?' } }] })
    expect(report([talk('1', CANCEL, { orderStatus: null, verified: null })], flow, letting('cancel'))).toMatchObject({ ends: { assumed: 1 }, untold: { order: 1, identity: 1, records: 0, amount: 0 } })
  })
  test('WB-2 a rule of the policy that wants a person is named', () => {
    expect(report([talk('1', CANCEL)], workflow('cancel-order'), { ...shipped, actions: { ...shipped.actions, cancel: { ...rowOf('cancel'), orderStates: ['unpaid'] } } }).handed).toMatchObject([{ node: 'cancel', rule: 'order-state' }])
    expect(report([talk('1', CANCEL)], workflow('cancel-order'), { ...shipped, actions: {} }).handed).toMatchObject([{ node: 'cancel', rule: 'action-unlisted' }])
  })
})

test('WB-7 it is held against the policy as if what it does were switched on, and everything else that the policy says stays (a workflow that is off could never be tried)', () => {
  const off: Policy = { ...shipped, actions: { ...shipped.actions, cancel: { ...rowOf('cancel'), level: 'off' } }, intents: { ...shipped.intents, order_cancel: { ...topicRow, level: 'off' } } }
  expect(report([talk('1', CANCEL)], workflow('cancel-order'), off).ends).toMatchObject({ assumed: 1, handed: 0 })
  expect(report([talk('1', CANCEL)], workflow('cancel-order'), { ...off, intents: { ...off.intents, order_cancel: { ...topicRow, actions: [] } } }).handed).toMatchObject([{ node: 'cancel', rule: 'action-allowed' }])
})

const RETURN = (yuan: number) => ['c 我要退货，不想要了', `a 已经为您退款${yuan}元`, 'c 好的']
test('WB-3 money is what people paid there, and a lower cap leaves more of it to people', () => {
  const talks = [talk('1', RETURN(30), { orderStatus: 'delivered' }), talk('2', RETURN(80), { orderStatus: 'delivered' })]
  const under = (cap: number) => report(talks, workflow('return-goods'), letting('return', cap))
  expect(under(10_000)).toMatchObject({ ends: { assumed: 2 }, did: { same: 2 }, paid: [{ currency: 'CNY', amount: 11_000, times: 2, within: 11_000, withinTimes: 2, busiestDay: 11_000, daysOver: 0 }] })
  expect(under(5_000)).toMatchObject({ ends: { assumed: 1, handed: 1 }, handed: [{ node: 'file', rule: 'cap-case' }], paid: [{ amount: 11_000, times: 2, within: 3_000, withinTimes: 1 }] })
})

test('WB-4 cases in which people did otherwise are there to be read, and are no agreement', () => {
  const found = report([talk('1', ['c 我要取消订单，拍错了', 'a 给您补偿10元，今天到账', 'c 好']), talk('2', CANCEL)], workflow('cancel-order'), letting('cancel'))
  expect(found.did).toMatchObject({ money: 1, same: 1 })
  expect(found.agreement?.value).toBe(0.5)
  expect(found.cases).toMatchObject([{ conversationId: '1', turn: 0, did: 'money', granted: [{ amount: 1000, currency: 'CNY' }] }])
})

test('WB-5 the order of the conversations and the threads that share them change nothing', () => {
  const talks = past([talk('1', CANCEL), talk('2', CANCEL, { orderStatus: 'shipped' }), talk('3', ['c 我要取消订单', 'a 给您补偿5元', 'c 转人工']), talk('4', ['c 你好', 'a 您好'])])
  const flow = workflow('cancel-order')
  const whole = flowReportOf(flowTallyOf(talks, flow, letting('cancel')), flow)
  fc.assert(fc.property(fc.shuffledSubarray(talks, { minLength: 4 }), fc.nat(4), (order, cut) => {
    const parts = [order.slice(0, cut), order.slice(cut)].map((part) => flowTallyOf(part, flow, letting('cancel')))
    expect(flowReportOf(addFlowTallies(parts), flow)).toEqual(whole)
  }))
})

test('WB-6 every shipped workflow settles its own matter in a past where nothing is missing, under rows that let it (a step that cannot be walked would count as a hand-over)', () => {
  const opening: Readonly<Record<string, string>> = {
    'book-service': '我想预约安装', 'cancel-order': '我要取消订单', 'change-address': '我要改一下收货地址', 'exchange-variant': '我想换个尺码', invoice: '我要开发票', 'price-protection': '买完就降价了，可以价保吗',
    'refund-progress': '我的退款到哪了', 'resend-item': '收到的少了一件', 'return-goods': '我要退货', 'where-is-order': '我的快递到哪了',
  }
  const row = rowOf('cancel')
  const kinds = ['book-service', 'cancel', 'change-address', 'exchange', 'invoice', 'price-difference', 'resend', 'return', 'urge-shipment']
  const caps = { currency: 'CNY' as const, perCase: { amount: 10_000 }, perCustomerDay: { amount: 10_000 }, perShopDay: { amount: 10_000 } }
  const states = ['unpaid', 'paid', 'shipped', 'delivered', 'completed', 'refunding', 'refunded']
  const policy: Policy = { ...shipped, intents: {}, actions: Object.fromEntries(kinds.map((kind) => [kind, { ...row, orderStates: states, confirm: false, confidenceFloor: 0, ...(isPaying(kind) ? { caps } : {}) }])) }
  const stuck = Object.entries(opening).flatMap(([id, words]) => {
    const { ends, handed, begun } = report([talk(id, [`c ${words}`, 'a 好的'], { orderStatus: null })], workflow(id), policy)
    return ends.assumed === 1 ? [] : [{ id, begun, handed }]
  })
  expect(stuck).toEqual([])
})

test('WB-12 no shipped workflow comes to an action for which the shipped policy still wants the customer to agree (every invoice would be handed over at its last step)', () => {
  const opening = { 'cancel-order': '我要取消订单', 'change-address': '我要改一下收货地址', 'return-goods': '我要退货', 'exchange-variant': '我想换个尺码', invoice: '我要开发票' }
  const asks = Object.entries(opening).flatMap(([id, words]) => report([talk(id, [`c ${words}`, 'a 好的'], { orderStatus: null })], workflow(id), shipped).handed)
  expect(asks.filter(({ rule }) => rule === 'confirmation')).toEqual([])
})
