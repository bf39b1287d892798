import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { pauseRun, takeOverRun } from '../../src-engine/flows/workflows/control-run.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { lamp, orderIn, speaks } from '../support/workflow-shop.ts'

const WINDOW_MS = 8_000
const policy: Policy = {
  id: 'default', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] },
  actions: { cancel: { level: 'undo', undoSeconds: WINDOW_MS / 1000, confidenceFloor: 0.6, maxEmotionLevel: 1, confirm: true, maxRisk: 0.5, orderStates: ['unpaid', 'paid'] } },
}
let gateway: MemoryGateway
let desk: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'product', product: lamp })
  gateway.publish({ type: 'policy', policy })
  desk = openDesk(gateway, { realTriage: true, workflows: 'shop' })
  await desk.connect()
  desk.store.workflows.setLevel('cancel-order', 'undo')
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('paid', gateway.now)] })
  for (const line of ['帮我取消订单', '拍错了']) {
    gateway.customerWrites(chat, line)
    await desk.idle()
    await desk.pass(11_000)
  }
  gateway.customerWrites(chat, '是的')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})
const run = () => desk.store.workflowRuns.latest(chat)
const status = () => gateway.customers.get('c001')?.orders[0]?.status

test('SI-8 an action waits for the window of its row and is then done, once (a yes that is regretted a second later)', async () => {
  expect([run()?.state.phase, gateway.effects.calls]).toEqual(['acting', 0])
  await desk.pass(WINDOW_MS - 2_000)
  expect(gateway.effects.calls).toBe(0)
  await desk.pass(2_000)
  expect([status(), gateway.effects.all.size]).toEqual(['cancelled', 1])
})

test('SI-8 the customer who writes inside the window gets a person, and nothing is done', async () => {
  gateway.customerWrites(chat, '等等,先别取消')
  await desk.idle()
  await desk.pass(WINDOW_MS * 4)
  expect([run()?.state.outcome, status(), gateway.effects.calls]).toEqual(['handed-over', 'paid', 0])
})

test('SI-8 held inside the window it waits until it is let go; taken over it is never done', async () => {
  const id = run()?.id ?? ''
  pauseRun(desk.engine, id, true)
  await desk.pass(WINDOW_MS * 4)
  expect([status(), gateway.effects.calls]).toEqual(['paid', 0])
  takeOverRun(desk.engine, id)
  await desk.pass(WINDOW_MS * 4)
  expect([run()?.state.outcome, status(), gateway.effects.calls]).toEqual(['handed-over', 'paid', 0])
})
