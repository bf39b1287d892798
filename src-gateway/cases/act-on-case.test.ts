import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { payoutsOf } from '../../src-shared/domain/after-sales/money.ts'
import type { AfterSaleCase, CaseAct } from '../../src-shared/domain/case.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { testCase, yuan } from '../../tests/support/cases.ts'
import { NOW, openTestShop, SEAT, testOrder, type TestShop } from '../commerce/testing.ts'
import { actOnCase } from './act-on-case.ts'

let shop: TestShop
beforeEach(async () => { shop = await openTestShop() })
afterEach(() => shop.close())

async function open(over: Partial<AfterSaleCase> = {}): Promise<string> {
  const one = testCase(over)
  await shop.store.write((tx) => tx.append(NOW, { type: 'case', case: one }))
  return one.id
}
const caseOf = async (id: string): Promise<AfterSaleCase> => {
  const state = await shop.store.read((tx) => tx.state('case', id))
  if (state?.type !== 'case') throw new Error('no case')
  return state.case
}
const act = async (caseId: string, wish: CaseAct, over: Partial<SeatParams<'case.act'>> = {}): Promise<SeatResult<'case.act'>> => {
  const { revision } = await caseOf(caseId)
  const { status, revision: orderRevision } = await shop.order()
  return shop.store.write((tx) => actOnCase(tx, NOW, SEAT, { id: v7(), caseId, revision, act: wish, runId: null, by: { kind: 'agent', name: '小林' }, expects: { status, revision: orderRevision ?? 0 }, ...over }))
}
const said = ({ outcome }: SeatResult<'case.act'>): string => (outcome.state === 'done' ? 'done' : `${outcome.reason} ${outcome.detail}`.trim())
const paid = async (): Promise<number> => payoutsOf(await shop.order()).reduce((sum, { amount }) => sum + amount.amount, 0)
const APPROVE: CaseAct = { kind: 'approve', amount: null }
const REFUSE: CaseAct = { kind: 'refuse', reasonCode: 'evidence', words: '图片看不出问题', proof: ['pictures'] }

test('CS-1 one act is one step and one payment under its id, asked again it answers as the first time, and an act on an older case changes nothing (a refund that is paid twice because an answer was lost, or over a colleague)', async () => {
  const id = await open()
  const request = { id: v7() }
  expect(said(await act(id, APPROVE, request))).toBe('done')
  expect(said(await act(id, APPROVE, request))).toBe('done')
  expect([await paid(), (await caseOf(id)).state, (await caseOf(id)).history.length]).toEqual([3_000, 'granted', 1])
  const other = await open()
  expect(said(await act(other, { kind: 'ask', words: '请补一张图' }))).toBe('done')
  expect(said(await act(other, APPROVE, { revision: 1 }))).toBe('stale case:asked')
  expect(await paid()).toBe(3_000)
})

test('CS-2 what platform, insurer or an earlier compensation paid counts: the rest may be given, more is refused as already, and nothing has changed (a damage that is paid twice)', async () => {
  const insured = await open({ paid: [{ reference: 'I1', kind: 'compensate', by: 'insurer', amount: yuan(3_000), at: NOW }] })
  expect(said(await act(insured, APPROVE))).toBe('already insurer:compensate:3000')
  expect([await paid(), (await caseOf(insured)).state]).toEqual([0, 'to-decide'])
  expect(said(await shop.perform({ kind: 'compensate', orderNo: 'o1', amount: yuan(1_000), reason: '' }).then(async () => act(await open(), APPROVE)))).toBe('already shop:compensate:1000')
  const partly = await open()
  expect(said(await act(partly, { kind: 'approve', amount: yuan(2_001) }))).toBe('already shop:compensate:1000')
  expect(said(await act(partly, { kind: 'approve', amount: yuan(2_000) }))).toBe('done')
  expect(said(await act(await open(), { kind: 'approve', amount: yuan(9_000) }))).toBe('amount left:3000')
  expect(await paid()).toBe(3_000)
})

test('CS-3 a return goes approve, received, inspected, and is paid once at the end; goods that are not as they should be wait for a person (money that leaves before anybody looked)', async () => {
  const id = await open({ kind: 'return', asked: yuan(10_000) })
  expect(said(await act(id, { kind: 'inspected', ok: true, note: '' }))).toBe('state case:to-decide')
  for (const [wish, state, sum] of [[APPROVE, 'goods-coming', 0], [{ kind: 'received' }, 'to-inspect', 0], [{ kind: 'inspected', ok: false, note: '缺充电线' }, 'not-ok', 0], [{ kind: 'approve', amount: yuan(8_000) }, 'granted', 8_000]] as [CaseAct, string, number][]) {
    expect(said(await act(id, wish)), wish.kind).toBe('done')
    expect([(await caseOf(id)).state, await paid()], wish.kind).toEqual([state, sum])
  }
  expect((await shop.order()).status).toBe('refunded')
  await shop.put(testOrder({ no: 'o1', afterSale: null }))
  const whole = await open({ kind: 'return', asked: yuan(10_000) })
  for (const wish of [APPROVE, { kind: 'received' }, { kind: 'inspected', ok: true, note: '' }] as CaseAct[]) expect(said(await act(whole, wish))).toBe('done')
  expect([(await caseOf(whole)).state, await paid()]).toEqual(['granted', 10_000])
})

test('CS-4 a refusal needs a reason of the platform\'s list, and autopilot never refuses, never acts while it is paused or somebody else has the chat (a customer turned away by a machine)', async () => {
  const id = await open({ conversationId: shop.conversationId })
  expect(said(await act(id, { ...REFUSE, reasonCode: 'because' } as CaseAct))).toBe('state reason-unknown')
  const auto = { by: { kind: 'autopilot' as const, name: '小店' } }
  expect(said(await act(id, REFUSE, auto))).toBe('policy autopilot:refuse')
  expect(said(await act(id, APPROVE, auto))).toBe('lease')
  await shop.hold('channel', 'taobao')
  expect(said(await act(id, APPROVE, auto))).toBe('paused channel:taobao')
  await shop.pause()
  expect(said(await act(id, APPROVE, auto))).toBe('paused')
  expect(said(await act(id, REFUSE))).toBe('done')
  const after = await caseOf(id)
  expect([after.state, after.history.at(-1)?.reasonCode, after.history.at(-1)?.proof, await paid()]).toEqual(['refused', 'evidence', ['pictures'], 0])
  expect(said(await act(id, APPROVE))).toBe('state case:refused')
})
