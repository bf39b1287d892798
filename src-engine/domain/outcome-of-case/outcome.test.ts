import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { orderOnItsWay } from '../../../tests/support/shop.ts'
import { casesIn, isComeback, type Case, type CaseThread, type CaseTurn } from './case.ts'
import { outcomeOf } from './outcome.ts'

const at = (iso: string): number => Date.parse(iso)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONDAY = at('2026-11-23T10:00:00+08:00')
const seat = { id: 'seat', name: '小雅' }

const customer = (when: number, text: string, topics: string[] = [], acts: string[] = []): CaseTurn => ({ by: 'customer', at: when, text, topics, acts })
const automatic = (when: number, text: string): CaseTurn => ({ by: 'autopilot', at: when, text, topics: [], acts: [] })
const agent = (when: number, text = '好的,给您处理'): CaseTurn => ({ by: 'agent', at: when, text, topics: [], acts: [] })
const thread = (turns: CaseTurn[], ends: number[] = [], conversationId = randomUUID()): CaseThread => ({ conversationId, turns, ends })

const order = (over: Partial<Order> = {}): Order => ({ ...orderOnItsWay(MONDAY), status: 'delivered', deliveredAt: MONDAY - DAY, ...over })
const other = order({ no: '2188340991226675' })

function closed(cases: readonly Case[]): Case & { closedAt: number } {
  const [first] = cases
  if (first === undefined || first.closedAt === null) throw new Error('the case is still open')
  return { ...first, closedAt: first.closedAt }
}
function judge(threads: CaseThread[], now: number, { orders = [] as Order[], followUps = [] as FollowUp[] } = {}) {
  const cases = threads.flatMap((one) => casesIn(one, orders))
  return outcomeOf(closed(cases), cases, followUps, orders, now)
}
const promise = (over: Partial<FollowUp>): FollowUp => ({
  id: randomUUID(), conversationId: randomUUID(), messageId: randomUUID(), promisedAt: MONDAY + 60_000, owner: seat, state: 'open', changedBy: seat, changedAt: MONDAY + 60_000, revision: 1,
  kind: 'refund', words: '今天退款', amount: null, dueAt: MONDAY + 8 * HOUR, assumed: false, ...over,
})

const asked = customer(MONDAY, '怎么开发票', ['invoice_request'])
const answered = automatic(MONDAY + 60_000, '发票在订单详情里可以下载。')

describe('what is a case, and when it ends', () => {
  test('ND-10 an automatic reply that answers ends a case; thanks after it open none (each thank-you would count as a reopened case)', () => {
    const cases = casesIn(thread([asked, answered, customer(MONDAY + 2 * 60_000, '好的谢谢', [], ['thanks'])]), [])
    expect(cases).toMatchObject([{ automatic: true, closedAt: MONDAY + 60_000, topics: ['invoice_request'] }])
  })

  test('ND-10 an automatic reply that asks ends nothing (a conversation over three questions would be three cases, two of them reopened)', () => {
    const cases = casesIn(thread([asked, automatic(MONDAY + 1000, '请问抬头是什么？'), customer(MONDAY + 2000, '星河公司', []), automatic(MONDAY + 3000, '开好了,已发到您的邮箱。')]), [])
    expect(cases).toMatchObject([{ automatic: true, closedAt: MONDAY + 3000 }])
  })

  test('ND-10 where a person wrote it is a person’s case, also after an automatic reply (autopilot would be praised for it)', () => {
    expect(casesIn(thread([asked, answered, agent(MONDAY + HOUR)], [MONDAY + 2 * HOUR]), [])).toMatchObject([{ automatic: false, closedAt: MONDAY + 2 * HOUR }])
    expect(casesIn(thread([asked, agent(MONDAY + HOUR)]), [])).toMatchObject([{ automatic: false, closedAt: null }])
  })

  test('ND-10 resolved by hand after the automatic reply it stays an automatic case', () => {
    expect(casesIn(thread([asked, answered], [MONDAY + HOUR]), [])).toMatchObject([{ automatic: true, closedAt: MONDAY + HOUR }])
  })
})

describe('how it ended', () => {
  test('ND-11 pending for 72 hours, resolved after them (the naive number would call it solved at once)', () => {
    const threads = [thread([asked, answered])]
    const end = MONDAY + 60_000 + 72 * HOUR
    expect(judge(threads, MONDAY + HOUR)).toMatchObject({ state: 'pending', until: end })
    expect(judge(threads, end)).toMatchObject({ state: 'pending' })
    expect(judge(threads, end + 1)).toMatchObject({ state: 'resolved' })
  })

  test('ND-11 72 hours are hours: the night in which the clocks change adds and takes none (a zone with summer time would count another number)', () => {
    const friday = at('2026-10-30T12:00:00-04:00')
    const end = at('2026-11-02T11:01:00-05:00')
    const threads = [thread([customer(friday, 'how do I get an invoice', ['invoice_request']), automatic(friday + 60_000, 'It is under your order.')])]
    expect(judge(threads, end - 1)).toMatchObject({ state: 'pending', until: end })
    expect(judge(threads, end + 1)).toMatchObject({ state: 'resolved' })
  })

  test('ND-12 a late reopen counts to the last second of the 72 hours, and not after', () => {
    const end = MONDAY + 60_000 + 72 * HOUR
    const again = (when: number) => [thread([asked, answered, customer(when, '下载不了啊', ['invoice_fix'])])]
    expect(judge(again(end), end + DAY)).toMatchObject({ state: 'reopened', cameBack: { at: end } })
    expect(judge(again(end + 1), end + DAY)).toMatchObject({ state: 'resolved' })
  })

  test('ND-12 a reopened case stays one whatever comes after (a second, better answer would wash it clean)', () => {
    const threads = [thread([asked, answered, customer(MONDAY + HOUR, '下载不了', ['invoice_fix']), agent(MONDAY + 2 * HOUR)], [MONDAY + 3 * HOUR])]
    expect(judge(threads, MONDAY + 30 * DAY)).toMatchObject({ state: 'reopened' })
  })

  test('ND-12 a new conversation about the same order counts, one about another does not', () => {
    const first = thread([customer(MONDAY, `${order().no} 怎么开发票`, ['invoice_request']), answered])
    const second = (no: string) => thread([customer(MONDAY + DAY, `${no} 发票没收到`, ['invoice_fix'])])
    expect(judge([first, second(order().no)], MONDAY + 5 * DAY, { orders: [order(), other] })).toMatchObject({ state: 'reopened' })
    expect(judge([first, second(other.no)], MONDAY + 5 * DAY, { orders: [order(), other] })).toMatchObject({ state: 'resolved' })
  })

  test('ND-12 in doubt the customer came back: without a number the same thing counts, another thing does not', () => {
    const one: Case = { conversationId: randomUUID(), startedAt: 0, closedAt: 1, automatic: true, topics: ['invoice_request'], orders: [] }
    expect(isComeback(one, { ...one, conversationId: randomUUID(), topics: ['invoice_request'] })).toBe(true)
    expect(isComeback(one, { ...one, conversationId: randomUUID(), topics: [] })).toBe(true)
    expect(isComeback(one, { ...one, conversationId: randomUUID(), topics: ['usage_help'] })).toBe(false)
    expect(isComeback(one, { ...one, topics: ['usage_help'] })).toBe(true)
  })
})

describe('what was promised', () => {
  const later = MONDAY + 10 * DAY
  const threads = [thread([asked, agent(MONDAY + 60_000, '今天退款')], [MONDAY + HOUR])]

  test('ND-13 money that was promised and has not come keeps it pending, past 72 hours and past its time', () => {
    expect(judge(threads, later, { followUps: [promise({})] })).toMatchObject({ state: 'pending', until: null })
  })

  test('ND-13 it is watched until the money came, where that is later than 72 hours (a comeback between the two would be lost)', () => {
    const paid = MONDAY + 6 * DAY
    const kept = [promise({ state: 'done', changedAt: paid })]
    expect(judge(threads, later, { followUps: kept })).toMatchObject({ state: 'resolved', until: paid })
    const back = [...threads, thread([customer(MONDAY + 5 * DAY, '钱呢', ['invoice_request'])])]
    expect(judge(back, later, { followUps: kept })).toMatchObject({ state: 'reopened' })
  })

  test('ND-13 a promise that was none, or was made in a later case, holds nothing up; one of another kind until its time', () => {
    expect(judge(threads, later, { followUps: [promise({ state: 'dropped' }), promise({ promisedAt: MONDAY + 2 * DAY })] })).toMatchObject({ state: 'resolved' })
    expect(judge(threads, MONDAY + 4 * DAY, { followUps: [promise({ kind: 'call', dueAt: MONDAY + 6 * DAY })] })).toMatchObject({ state: 'pending', until: MONDAY + 6 * DAY })
  })

  test('ND-13 a refund of the order under way keeps it pending until it is paid', () => {
    const afterSale = { id: 'a1', kind: 'refund', status: 'approved', amount: { amount: 12_900, currency: 'CNY' }, requestedAt: MONDAY - HOUR } as const
    const paid = { reference: 'r1', kind: 'refund', by: 'shop', amount: afterSale.amount, at: MONDAY + 5 * DAY } as const
    expect(judge(threads, later, { orders: [order({ afterSale })] })).toMatchObject({ state: 'pending', until: null })
    expect(judge(threads, later, { orders: [order({ afterSale: { ...afterSale, status: 'paid' }, payouts: [paid] })] })).toMatchObject({ state: 'resolved', until: paid.at })
  })

  test('ND-13 a question for the parcel is over when the parcel is there; a question for something else does not wait for it', () => {
    const where = [thread([customer(MONDAY, '我的快递到哪了', ['where_is_order']), automatic(MONDAY + 60_000, '在杭州。')])]
    const onItsWay = order({ status: 'shipped', deliveredAt: null })
    expect(judge(where, later, { orders: [onItsWay] })).toMatchObject({ state: 'pending', until: null })
    expect(judge(where, later, { orders: [order({ deliveredAt: MONDAY + 4 * DAY })] })).toMatchObject({ state: 'resolved', until: MONDAY + 4 * DAY })
    expect(judge([thread([asked, answered])], later, { orders: [onItsWay] })).toMatchObject({ state: 'resolved' })
  })
})
