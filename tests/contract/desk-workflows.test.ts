import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SETTLING_MS } from '../../src-engine/domain/outcome-of-case/outcome.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { stopRun } from '../../src-engine/flows/stop-run.ts'
import { pauseRun, reviewRun, takeOverRun } from '../../src-engine/flows/workflows/control-run.ts'
import type { Decision } from '../../src-shared/domain/policy.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { testCase } from '../support/cases.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { undoPolicy } from '../support/shop.ts'
import { fan, fanOrder, lamp, MemoryEffects, orderIn, speaks } from '../support/workflow-shop.ts'

const NO = '2188340610072265'
let gateway: MemoryGateway
let desk: Desk
let effects: MemoryEffects
let decision: Decision['decision']
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  effects = new MemoryEffects()
  decision = 'auto'
  gateway.publish({ type: 'policy', policy: undoPolicy(8) })
  for (const product of [lamp, fan]) gateway.publish({ type: 'product', product })
  desk = openDesk(gateway, { workflows: { effects, permit: () => ({ decision, rules: ['cap:day'], wouldNeed: [] }) } })
  await desk.connect()
  desk.store.workflows.setLevel('where-is-order', 'undo')
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('paid', gateway.now), fanOrder('shipped', gateway.now)] })
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const said = (): string[] => gateway.thread(chat).filter((m) => m.author.kind === 'autopilot').map((m) => m.text)
const run = () => desk.store.workflowRuns.latest(chat)
const notes = (): string[] => [...gateway.notes.values()].map((note) => note.text)
async function writes(text: string): Promise<void> {
  gateway.customerWrites(chat, text)
  await desk.idle()
}
/** The question reaches the customer. */
async function asked(): Promise<void> {
  await writes('我的快递到哪了')
  await desk.pass(11_000)
}

test('WF-12 every workflow is off until somebody switches it on', async () => {
  desk.store.workflows.setLevel('where-is-order', 'off')
  expect(desk.engine.workflows.shipped.map(({ id }) => desk.store.workflows.level(id))).toEqual(Array.from({ length: 12 }, () => 'off'))
  await asked()
  expect(run()).toBeNull()
})

test('WF-23 it begins only in the channels that are named, and beside an open after-sale case of a kind that is named (a box in the form that nothing asks)', async () => {
  const shipped = desk.engine.workflows.shipped.find(({ id }) => id === 'where-is-order')
  if (!shipped) throw new Error('it does not ship')
  const only = (version: number, where: { channels?: string[]; caseKinds?: string[] }): void =>
    desk.store.workflows.save({ ...shipped, version, nodes: shipped.nodes.map((node) => (node.type === 'trigger' ? { ...node, ...where } : node)) }, 1, '')
  only(2, { channels: ['email'] })
  await asked()
  expect(run()).toBeNull()
  only(3, { caseKinds: ['exchange', 'repair'] })
  gateway.cases.put(testCase({ customerId: 'c001', kind: 'return' }))
  gateway.cases.put(testCase({ customerId: 'c001', kind: 'exchange', state: 'refused' }))
  await asked()
  expect(run()).toBeNull()
  gateway.cases.put(testCase({ customerId: 'c001', kind: 'repair' }))
  await asked()
  expect(run()?.open).toBe(true)
})

test('WF-12 its words are an automatic reply like any other: labelled, stoppable inside the window, and then a person’s', async () => {
  await writes('我的快递到哪了')
  expect([said(), desk.store.runs.latest(chat)?.state]).toEqual([[], 'undo'])
  stopRun(desk.engine, chat, 'undone', 'by-person')
  await desk.pass(60_000)
  expect([said(), run()?.state.outcome, run()?.state.reason]).toEqual([[], 'handed-over', 'by-person'])
})

test('WF-13 the kill switch is read before every step: neither words nor actions go out, and the case is a person’s', async () => {
  await asked()
  pauseAutopilot(desk.engine, true)
  await writes(NO)
  await desk.pass(60_000)
  expect([said().length, effects.done, run()?.state.reason]).toEqual([1, [], 'paused'])
})

test('WF-13 offline nothing happens; back on the line an answer that has waited too long is a person’s', async () => {
  await asked()
  desk.cut()
  gateway.customerWrites(chat, NO)
  await desk.pass(30 * 60_000)
  expect(effects.done).toEqual([])
  await desk.connect()
  await desk.pass(11_000)
  expect([said().length, effects.done, run()?.state.outcome]).toEqual([1, [], 'handed-over'])
})

test('WF-13 another seat holds the conversation: this one neither speaks nor acts', async () => {
  await asked()
  gateway.otherLease.add(chat)
  await desk.pass(60_000)
  await writes(NO)
  await desk.pass(60_000)
  expect([said().length, effects.done, run()?.state.reason]).toEqual([1, [], 'lease'])
})

test('WF-14 an action is asked of the policy first; what it does not let through is a person’s, with everything gathered', async () => {
  decision = 'draft'
  await asked()
  await writes(NO)
  await desk.pass(11_000)
  expect([effects.done, run()?.state.reason]).toEqual([[], 'policy:cap:day'])
  expect(notes().join()).toContain(NO)
})

test('WF-14 a desk that cannot act hands over where it would act (it would otherwise promise what nobody does)', async () => {
  const plain = openDesk(gateway, { seatId: 'other' })
  await plain.connect()
  plain.store.workflows.setLevel('where-is-order', 'undo')
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(chat, '我的快递到哪了')
  await plain.idle()
  await plain.pass(11_000)
  gateway.customerWrites(chat, NO)
  await plain.idle()
  await plain.pass(11_000)
  expect(plain.store.workflowRuns.latest(chat)?.state.reason).toBe('no-way-to-act')
  plain.kill()
})

test('WF-14 what the shop refuses is a person’s', async () => {
  effects.refuse = 'state'
  await asked()
  await writes(NO)
  await desk.pass(11_000)
  expect([run()?.state.outcome, run()?.state.reason, said().length]).toEqual(['handed-over', 'refused:state', 1])
})

test('WF-14 the shop answers late: the run waits for it and says nothing meanwhile', async () => {
  effects.slow = true
  await asked()
  await writes(NO)
  await desk.pass(60_000)
  expect([run()?.state.phase, effects.asked.size, said().length]).toEqual(['acting', 1, 1])
  effects.settle()
  await desk.pass(31_000)
  await desk.pass(11_000)
  expect([run()?.state.outcome, effects.asked.size, said().length]).toEqual(['done', 1, 2])
})

test('WF-15 a person who replies has taken over: the run ends, and none begins in this conversation again', async () => {
  await asked()
  sendReply(desk.engine, { id: v7(), conversationId: chat, text: '我来看', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
  await desk.pass(11_000)
  await writes('我的快递到哪了')
  await desk.pass(60_000)
  expect([run()?.state.reason, said().length, effects.done]).toEqual(['person-replied', 1, []])
})

test('WF-15 taken over by hand: words on their way never leave, and the note says what was gathered', async () => {
  await asked()
  await writes(NO)
  const before = run()
  expect(before?.state.phase).toBe('saying')
  takeOverRun(desk.engine, before?.id ?? '')
  await desk.pass(60_000)
  expect([run()?.state.outcome, said().length]).toEqual(['handed-over', 1])
  expect(notes().join()).toMatch(/我的快递到哪了[^]*哪一单：2188340610072265/)
  await writes('我的快递到哪了')
  await desk.pass(60_000)
  expect(said()).toHaveLength(1)
})

test('WF-15 held by a person: nothing is said until it goes on, and then the same words', async () => {
  await writes('我的快递到哪了')
  const { id } = run() ?? { id: '' }
  pauseRun(desk.engine, id, true)
  await desk.pass(60_000)
  expect(said()).toEqual([])
  pauseRun(desk.engine, id, false)
  await desk.idle()
  await desk.pass(11_000)
  expect(said()).toHaveLength(1)
})

test('WF-15 a review does nothing in any other place', async () => {
  await asked()
  reviewRun(desk.engine, run()?.id ?? '', true)
  await desk.pass(11_000)
  expect([run()?.state.phase, effects.done]).toEqual(['asking', []])
})

test('WF-16 an angry customer in the middle gets a person, and the words on their way stay', async () => {
  await writes('我的快递到哪了')
  await writes('到底到哪了!!!')
  await desk.pass(60_000)
  expect([said(), run()?.state.outcome, run()?.state.reason]).toEqual([[], 'handed-over', 'angry'])
})

test('WF-16 an answer that comes before the question has left: it is not asked any more', async () => {
  await writes('我的快递到哪了')
  await writes(NO)
  await desk.pass(11_000)
  await desk.pass(11_000)
  expect([said().map((text) => text.slice(0, 6)), effects.asked.size, run()?.state.outcome]).toEqual([['「晨读台灯」'], 1, 'done'])
})

test('WF-16 nobody answers: after the time-out it is a person’s', async () => {
  await asked()
  await desk.pass(31 * 60_000)
  expect(run()?.state).toMatchObject({ outcome: 'handed-over', reason: 'silent' })
})

test('HB-5 what a workflow handed to a person is theirs for that matter alone: in the next one it may begin again (in a lasting chat no workflow would ever help that customer again)', async () => {
  await asked()
  stopRun(desk.engine, chat, 'undone', 'by-person')
  const first = run()?.id
  sendReply(desk.engine, { id: v7(), conversationId: chat, text: '我来处理。', attachments: [], basedOnSeq: 1, draftId: null }, '小雅')
  await desk.idle()
  setStatus(desk.engine, chat, 'resolved', '小雅')
  await desk.idle()
  await desk.pass(SETTLING_MS)
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('paid', gateway.now), fanOrder('shipped', gateway.now)] })
  await asked()
  expect(run()).toMatchObject({ open: true })
  expect(run()?.id).not.toBe(first)
})
