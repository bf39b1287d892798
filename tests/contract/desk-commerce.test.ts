import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { AppError } from '../../src-shared/errors.ts'
import { orderActions, performByPerson, previewAction, undoAction } from '../../src-engine/flows/order-actions.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import { performAction } from '../../src-engine/flows/perform-action.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string
const NO = orderOnItsWay(0).no
const memo: CommerceAction = { kind: 'memo', orderNo: NO, text: '客户要发票' }
const AUTOPILOT = { kind: 'autopilot', name: '小店' } as const

function put(over: Partial<Order> = {}): void {
  gateway.publish({ type: 'customer', customer, orders: [{ ...orderOnItsWay(gateway.now), ...over }] })
}
beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  put()
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const effects = () => (readThread(desk.engine, chen, null, 10).effects ?? []).map(({ action, state, refusal, undo }) => ({ kind: action.kind, state, reason: refusal?.reason ?? null, undo }))
async function perform(action: CommerceAction): Promise<string> {
  const id = v7()
  performByPerson(desk.engine, { id, conversationId: chen, action })
  await desk.idle()
  return id
}
const orderNow = (): Order | null => desk.store.shop.order(NO)

test('CM-10 a person\'s action is done once at the gateway and shows on the desk with its order (a button that says nothing)', async () => {
  const id = await perform(memo)
  performByPerson(desk.engine, { id, conversationId: chen, action: memo })
  await desk.idle()
  expect(gateway.effects.all.size).toBe(1)
  expect(desk.store.effects.get(id)).toMatchObject({ outcome: { state: 'done' }, by: { kind: 'agent' } })
  expect(orderNow()?.memo).toContain('客户要发票')
  expect(effects()).toEqual([{ kind: 'memo', state: 'done', reason: null, undo: false }])
})

test('CM-11 offline a person\'s action waits and says so, and is done when the line is back; if the order moved on meanwhile it is refused (a parcel redirected after it left)', async () => {
  put({ status: 'paid', shippedAt: null, logistics: null })
  await desk.idle()
  desk.cut()
  const id = await perform({ kind: 'urge-shipment', orderNo: NO })
  const other = await perform({ kind: 'cancel', orderNo: NO, reason: '' })
  expect(effects().map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  expect(desk.store.effects.get(id)).toBeNull()
  await desk.connect()
  await desk.pass(3_000)
  expect(desk.store.effects.get(id)?.outcome.state).toBe('done')
  // The first of the two moved the order on.
  expect(desk.store.effects.get(other)?.outcome).toEqual({ state: 'refused', reason: 'stale', detail: 'status:paid' })
})

const automatic = (id: string): void => performAction(desk.engine, { id, conversationId: chen, caseId: null, runId: v7(), action: memo, by: AUTOPILOT })

test('CM-11 an automatic action is taken up neither offline nor after the kill switch, and is kept for no later time (yesterday\'s decision is carried out today)', async () => {
  const id = v7()
  pauseAutopilot(desk.engine, true)
  expect(() => automatic(id)).toThrowError(expect.objectContaining({ code: 'paused', retryable: true }))
  pauseAutopilot(desk.engine, false)
  desk.cut()
  expect(() => automatic(id)).toThrowError(expect.objectContaining({ code: 'offline', retryable: true }))
  expect(desk.store.commands.all().filter(({ call }) => call === 'perform')).toEqual([])
  await desk.connect()
  automatic(id)
  await desk.idle()
  expect(desk.store.effects.get(id)?.outcome.state).toBe('done')
})

test('CM-11 an automatic action that was cut off on its way is not done an hour later (a refund that nobody expects any more)', async () => {
  const id = v7()
  gateway.fault = () => 'cut-before'
  automatic(id)
  await desk.idle()
  desk.cut()
  gateway.now += 3_600_000
  gateway.fault = () => 'none'
  await desk.connect()
  await desk.pass(3_000)
  expect(desk.store.effects.get(id)?.outcome).toEqual({ state: 'refused', reason: 'stale', detail: 'too-late' })
  expect(orderNow()?.memo).toBe('')
})

test('CM-10 a gateway that does not know the call did nothing, and that is told as a refusal (a wish that waits for ever)', async () => {
  const call = desk.engine.link.call
  desk.engine.link.call = (name, params) => (name === 'perform' ? Promise.reject(new AppError({ code: 'bad-request', retryable: false, say: { zh: '', en: '' } })) : call(name, params))
  const id = await perform(memo)
  expect(desk.store.effects.get(id)?.outcome).toEqual({ state: 'refused', reason: 'unsupported', detail: 'bad-request' })
  expect(desk.store.commands.all()).toEqual([])
})

test('CM-12 the list names what the order\'s state allows and no more, with what is left to give (an agent who is offered what cannot be done)', async () => {
  const kinds = () => orderActions(desk.engine, { conversationId: chen, orderNo: NO }).choices.map(({ kind, mode }) => (mode ? `${kind} ${mode}` : kind))
  expect(kinds()).toEqual(['refund partial', 'invoice issue', 'coupon', 'compensate', 'intercept', 'extend-receipt', 'carrier-claim', 'ticket', 'memo', 'flag'])
  put({ status: 'cancelled', logistics: null })
  await desk.idle()
  expect(kinds()).toEqual(['ticket', 'memo', 'flag'])
  put({ payouts: [{ reference: 'x', kind: 'refund', by: 'platform', amount: { amount: 12_000, currency: 'CNY' }, at: 1 }] })
  await desk.idle()
  expect(orderActions(desk.engine, { conversationId: chen, orderNo: NO }).choices.find(({ kind }) => kind === 'compensate')?.most).toEqual({ amount: 900, currency: 'CNY' })
  const stranger = gateway.open('路人')
  await desk.idle()
  expect(() => orderActions(desk.engine, { conversationId: stranger, orderNo: NO })).toThrowError(expect.objectContaining({ code: 'not-found' }))
})

test('CM-12 the preview says what will be paid and what the order becomes, or why not, and does nothing (a surprise after the confirmation)', async () => {
  put({ status: 'paid', shippedAt: null, logistics: null })
  await desk.idle()
  expect(previewAction(desk.engine, { conversationId: chen, action: { kind: 'cancel', orderNo: NO, reason: '' } })).toMatchObject({ refusal: null, pays: { amount: 12_900 }, status: 'cancelled' })
  expect(previewAction(desk.engine, { conversationId: chen, action: { kind: 'coupon', orderNo: NO, amount: { amount: 99_999, currency: 'CNY' }, reason: '' } })).toMatchObject({ refusal: { reason: 'amount', detail: 'left:12900' }, pays: null })
  expect([gateway.effects.calls, orderNow()?.status]).toEqual([0, 'paid'])
})

test('CM-16 an address is put back by undo, until something else was done to the order (an undo that takes back a colleague\'s work)', async () => {
  put({ status: 'paid', shippedAt: null, logistics: null })
  await desk.idle()
  const before = orderNow()?.address
  const id = await perform({ kind: 'change-address', orderNo: NO, address: { name: '陈', phone: '13700000000', region: '上海市', detail: '二号' } })
  expect(effects()).toMatchObject([{ undo: true }])
  undoAction(desk.engine, { id: v7(), conversationId: chen, effectId: id })
  await desk.idle()
  expect(orderNow()?.address).toEqual(before)
  const again = await perform({ kind: 'flag', orderNo: NO, flag: 'red' })
  await perform(memo)
  expect(() => undoAction(desk.engine, { id: v7(), conversationId: chen, effectId: again })).toThrowError(expect.objectContaining({ code: 'not-found' }))
})

test('CM-10 another log forgets what was done and keeps what waits (a wish that is lost with the gateway\'s data)', async () => {
  await perform(memo)
  desk.cut()
  await perform({ kind: 'flag', orderNo: NO, flag: 'red' })
  desk.store.settings.write('log-id', null)
  await desk.connect()
  await desk.pass(3_000)
  expect(effects().map(({ kind, state }) => `${kind} ${state}`)).toEqual(['memo done', 'flag done'])
})
