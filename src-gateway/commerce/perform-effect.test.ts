import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { payoutsOf } from '../../src-shared/domain/after-sales/money.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import { testCase } from '../../tests/support/cases.ts'
import { NOW, openTestShop, outcomeOf, testOrder, yuan, type TestShop } from './testing.ts'

const HOUR = 3_600_000
let shop: TestShop
beforeEach(async () => { shop = await openTestShop() })
afterEach(() => shop.close())

const give = (amount: number, orderNo = 'o1'): CommerceAction => ({ kind: 'compensate', orderNo, amount: yuan(amount), reason: 'late' })
const refund = (amount: number): CommerceAction => ({ kind: 'refund', orderNo: 'o1', mode: 'partial', amount: yuan(amount), reason: 'scratched' })
const sum = async (): Promise<number> => payoutsOf(await shop.order()).reduce((all, { amount }) => all + amount.amount, 0)

test('CM-1 one id is one effect: asked again it answers as the first time, a refusal too, and it never names another action (a refund that is paid twice because an answer was lost)', async () => {
  const id = v7()
  const first = await shop.perform(refund(1_000), { id })
  const again = await shop.perform(refund(1_000), { id, at: NOW + HOUR })
  expect([outcomeOf(first), again, await sum()]).toEqual(['done', first, 1_000])
  await expect(shop.perform(refund(2_000), { id })).rejects.toMatchObject({ code: 'id-taken' })
  const no = v7()
  expect(outcomeOf(await shop.perform(refund(99_000), { id: no }))).toBe('amount left:24000')
  await shop.put(testOrder({ total: yuan(500_000) }))
  expect(outcomeOf(await shop.perform(refund(99_000), { id: no }))).toBe('amount left:24000')
})

test('CM-2 what goes back is never more than was paid less what went back before, by whatever ways it is asked for (a customer who is paid twice)', async () => {
  // A fixed walk over ways and amounts, each asked for as the order then stands.
  for (let step = 1; step <= 60; step++) {
    const amount = (step * 7_919) % 9_000 + 1
    const way = step % 4
    if (way === 0) await shop.perform(refund(amount))
    else if (way === 1) await shop.perform(give(amount))
    else if (way === 2) await shop.perform({ kind: 'coupon', orderNo: 'o1', amount: yuan(amount), reason: '' })
    else await shop.perform({ kind: 'price-difference', orderNo: 'o1', amount: yuan(Math.min(amount, 1_000)) })
    expect(await sum(), `step ${step}`).toBeLessThanOrEqual(25_000)
  }
  expect(await sum()).toBeGreaterThan(20_000)
  const left = 25_000 - await sum()
  expect(outcomeOf(await shop.perform({ kind: 'refund', orderNo: 'o1', mode: 'only', amount: yuan(left), reason: '' }))).toBe('done')
  expect(outcomeOf(await shop.perform(give(1), { expects: { status: 'refunded' } }))).toBe('already all-given-back')
  expect(outcomeOf(await shop.perform({ ...refund(100), amount: { amount: 100, currency: 'USD' } } as CommerceAction))).not.toBe('done')
})

test('CM-3 only the verified customer of the conversation, and only their own order (a stranger with an order number moves the parcel)', async () => {
  await shop.put(testOrder({ no: 'o2', customerId: 'c2' }))
  const memo = (orderNo: string): CommerceAction => ({ kind: 'memo', orderNo, text: 'x' })
  expect(outcomeOf(await shop.perform(memo('o2')))).toBe('identity other-order')
  expect(outcomeOf(await shop.perform(memo('nowhere'), { expects: { status: 'paid' } }))).toBe('identity other-order')
  expect(outcomeOf(await shop.perform(memo('o1'), { conversationId: v7() }))).toBe('identity not-verified')
  expect(outcomeOf(await shop.perform(memo('o1'), { conversationId: null }))).toBe('identity not-verified')
  expect(outcomeOf(await shop.perform(memo('o1'), { conversationId: null, caseId: v7() }))).toBe('done')
  await shop.converse({ customerId: null, verification: 'none' })
  expect(outcomeOf(await shop.perform(memo('o1')))).toBe('identity not-verified')
})

test('CM-4 an automatic action needs the switch, the lease and its time; a person needs none of the first two (autopilot goes on after it was stopped)', async () => {
  const memo: CommerceAction = { kind: 'memo', orderNo: 'o1', text: 'x' }
  const by = { kind: 'autopilot' as const, name: '小店' }
  expect(outcomeOf(await shop.perform(memo, { by }))).toBe('lease')
  expect(outcomeOf(await shop.auto(memo))).toBe('done')
  expect(outcomeOf(await shop.auto(memo, { seat: 'seat-2' }))).toBe('lease')
  expect(outcomeOf(await shop.auto(memo, { notAfter: NOW - 1 }))).toBe('stale too-late')
  await shop.policy(undefined, 'suggest')
  expect(outcomeOf(await shop.auto(memo))).toBe('policy level')
  expect(outcomeOf(await shop.perform(memo))).toBe('done')
  await shop.pause()
  expect(outcomeOf(await shop.auto(memo))).toBe('paused')
  expect(outcomeOf(await shop.perform(memo))).toBe('done')
})

test('CM-5 without caps in the policy nothing is paid automatically, and a person pays as before (a policy that forgot its limits has none)', async () => {
  await shop.policy()
  expect(outcomeOf(await shop.auto(give(500)))).toBe('cap none-set')
  expect(outcomeOf(await shop.perform(give(500)))).toBe('done')
})

const LIKE_O1: readonly (readonly [string, Parameters<typeof testOrder>[0]])[] = [
  ['person', { address: { name: 'B', phone: '13700000000', region: '别处', detail: '二号' } }],
  ['address', { customerId: 'c2', address: { ...testOrder().address, phone: '13700000000', region: '浙江省杭州市', detail: '文三路1号' } }],
  ['phone', { customerId: 'c2', address: { name: 'B', phone: '+86 138 0000 4321', region: '别处', detail: '二号' } }],
  ['payer', { customerId: 'c2', payer: 'card-1', address: { name: 'B', phone: '13700000000', region: '别处', detail: '二号' } }],
]
test.each(LIKE_O1)('CM-5 the day of a customer is counted by the worst of person, address, phone and payer: the same %s under another account is no new customer', async (_what, over) => {
  await shop.policy({ currency: 'CNY', perCustomerDay: { amount: 1_500 } })
  await shop.put(testOrder({ payer: 'card-1' }))
  await shop.put(testOrder({ no: 'o2', ...over }))
  await shop.put(testOrder({ no: 'o3', customerId: 'c2', address: { name: 'C', phone: '13600000000', region: '他乡', detail: '三号' } }))
  expect(outcomeOf(await shop.auto(give(1_000)))).toBe('done')
  await shop.converse({ customerId: over?.customerId ?? 'c1' })
  expect(outcomeOf(await shop.auto(give(1_000, 'o2')))).toBe('cap customer-day:1500')
  expect(outcomeOf(await shop.auto(give(1_000, 'o2'), { at: NOW + 24 * HOUR }))).toBe('done')
  await shop.converse({ customerId: 'c2' })
  if (over?.customerId === undefined) expect(outcomeOf(await shop.auto(give(1_000, 'o3')))).toBe('done')
})

test('CM-5 the caps of a case and of the shop\'s day hold as well; what people gave counts for the case and never for the shop (a day without a floor)', async () => {
  await shop.policy({ currency: 'CNY', perCase: { amount: 800 }, perShopDay: { amount: 1_200 } })
  expect(outcomeOf(await shop.auto(give(900)))).toBe('cap case:800')
  await shop.put(testOrder({ no: 'o2' }))
  await shop.put(testOrder({ no: 'o3' }))
  expect(outcomeOf(await shop.perform(give(5_000, 'o3')))).toBe('done')
  expect(outcomeOf(await shop.auto(give(800)))).toBe('done')
  expect(outcomeOf(await shop.auto(give(500, 'o2')))).toBe('cap shop-day:1200')
  const caseId = v7()
  await shop.perform(give(700, 'o3'), { caseId })
  await shop.policy({ currency: 'CNY', perCase: { amount: 800 } })
  expect(outcomeOf(await shop.auto(give(200, 'o2'), { caseId }))).toBe('cap case:800')
})

test('CM-5 a cap in number holds as well, and a cap of another currency lets nothing out (two small payments a day instead of one)', async () => {
  await shop.policy({ currency: 'CNY', perCustomerDay: { count: 1 } })
  await shop.put(testOrder({ no: 'o2' }))
  expect(outcomeOf(await shop.auto(give(100)))).toBe('done')
  expect(outcomeOf(await shop.auto(give(100, 'o2')))).toBe('cap customer-day:/1')
  await shop.policy({ currency: 'USD', perCase: { amount: 100_000 } })
  expect(outcomeOf(await shop.auto(give(100, 'o2')))).toBe('cap currency:USD')
})

test('CM-6 where anybody has paid for the order before, autopilot does not pay again: the platform, an insurer, a person (the same trouble is paid for twice)', async () => {
  await shop.policy({ currency: 'CNY', perCase: { amount: 100_000 } })
  for (const by of ['platform', 'insurer', 'shop'] as const) {
    await shop.put(testOrder({ payouts: [{ reference: 'x', kind: 'compensate', by, amount: yuan(300), at: NOW }] }))
    expect(outcomeOf(await shop.auto(give(500)))).toBe(`already ${by}:compensate:300`)
  }
  await shop.put(testOrder({ afterSale: { id: 'a', kind: 'refund', status: 'paid', amount: yuan(25_000), requestedAt: NOW } }))
  expect(outcomeOf(await shop.auto(give(500)))).toBe('already shop:refund:25000')
  expect(outcomeOf(await shop.perform(give(500)))).toBe('already all-given-back')
  // What the platform tells of in a case stands in no order, and counts all the same: for autopilot, and for what a person may still give.
  await shop.put(testOrder({ no: 'o1' }))
  const total = (await shop.order()).total.amount
  await shop.store.write((tx) => tx.append(NOW, { type: 'case', case: testCase({ paid: [{ reference: 'I1', kind: 'compensate', by: 'insurer', amount: yuan(total - 400), at: NOW }] }) }))
  expect(outcomeOf(await shop.auto(give(100)))).toBe(`already insurer:compensate:${total - 400}`)
  expect(outcomeOf(await shop.perform(give(500)))).toBe('amount left:400')
  expect(outcomeOf(await shop.perform(give(400)))).toBe('done')
})

test('CM-18 a ticket stands in the team\'s list, once, with order and conversation, whoever opened it, and the order stays as it is (a ticket that nobody finds)', async () => {
  const id = v7()
  const before = await shop.order()
  const open = { kind: 'ticket' as const, orderNo: 'o1', title: '显示签收没收到', text: '家人和门卫都问过了' }
  const first = await shop.perform(open, { id })
  expect([outcomeOf(first), await shop.perform(open, { id }), await shop.order()]).toEqual(['done', first, before])
  const state = await shop.store.read((tx) => tx.state('ticket', id))
  expect(state).toMatchObject({ ticket: { no: 1, title: open.title, summary: open.text, orderNo: 'o1', conversationId: shop.conversationId, state: 'open', owner: null, madeBy: { name: '小林' } } })
  expect(first.outcome).toEqual({ state: 'done', reference: '1' })
  expect((await shop.auto({ ...open, orderNo: null })).outcome).toEqual({ state: 'done', reference: '2' })
})

test('CM-7 an order that moved on since it was decided is left alone (an address is changed on a parcel that has left)', async () => {
  const memo: CommerceAction = { kind: 'memo', orderNo: 'o1', text: 'x' }
  expect(outcomeOf(await shop.perform(memo, { expects: { status: 'paid' } }))).toBe('stale status:delivered')
  expect(outcomeOf(await shop.perform(memo, { expects: null }))).toBe('stale nothing-expected')
  expect(outcomeOf(await shop.perform(memo, { expects: { status: 'delivered', revision: 0 } }))).toBe('done')
  expect(outcomeOf(await shop.perform(memo, { expects: { status: 'delivered', revision: 0 } }))).toBe('stale status:delivered')
})

test('CM-1 the effect, the order and the goods come to every desk through the log, in one go (a desk that shows the refund and the old order)', async () => {
  await shop.put(testOrder({ status: 'paid', shippedAt: null, deliveredAt: null }))
  const head = await shop.store.read((tx) => tx.head())
  const effect = await shop.perform({ kind: 'cancel', orderNo: 'o1', reason: '' })
  const events = await shop.store.read((tx) => tx.eventsAfter(head, 10))
  expect(events.map(({ change }) => change.type)).toEqual(['product', 'product', 'customer', 'effect'])
  expect(events.at(-1)?.change).toEqual({ type: 'effect', effect })
  expect([await shop.stock('p1'), await shop.stock('p2')]).toEqual([[5, 0], [6, 5]])
})
