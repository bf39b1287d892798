import { describe, expect, test } from 'vitest'
import { orderOnItsWay } from '../../../tests/support/shop.ts'
import type { Incident, IncidentScope } from '../../../src-shared/domain/incident.ts'
import { isIncidentOpen, matchIncident, namesIn, orderNosIn, RECENT_MS } from '../../../src-shared/domain/incident-match.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { tells } from '../../../src-shared/domain/told.ts'

const NOW = 1_790_000_000_000
const DAY = 86_400_000
const NOTHING: IncidentScope = { orderNos: [], productIds: [], carriers: [], regions: [], placedFrom: null, placedTo: null, topics: [] }
const order = (over: Partial<Order> = {}): Order => ({ ...orderOnItsWay(NOW), ...over })
const touches = (scope: Partial<IncidentScope>, orders: readonly Order[] = [order()], topics: string[] = [], aboutOrder: string | null = null): string | null | undefined => {
  const match = matchIncident({ scope: { ...NOTHING, ...scope }, openedAt: NOW }, { orders, topics, aboutOrder })
  return match === null ? undefined : match.orderNo
}

describe('IN-1 whom an incident touches', () => {
  test('each field by itself, in Chinese and English, and parts of names (a list that misses half of the parcels)', () => {
    const { no } = order()
    expect([{ carriers: ['中通'] }, { carriers: ['ztO'] }, { regions: ['浙江'] }, { regions: ['杭州'] }, { productIds: ['p01'] }, { orderNos: [no] }, { placedFrom: NOW - 3 * DAY }].map((scope) => touches(scope))).toEqual(Array(7).fill(no))
    expect([{ carriers: ['顺丰'] }, { regions: ['广东'] }, { productIds: ['p02'] }, { orderNos: ['1'] }, { orderNos: [no.slice(0, -1)] }, { placedTo: NOW - 3 * DAY }].map((scope) => touches(scope))).toEqual(Array(6).fill(undefined))
  })
  test('every field that says something has to fit the same order (a delay told to whoever has any parcel)', () => {
    const other = order({ no: '2', address: { ...order().address, region: '广东省广州市' }, logistics: null })
    expect(touches({ carriers: ['中通'], regions: ['广东'] }, [order(), other])).toBeUndefined()
    expect(touches({ carriers: ['中通', '顺丰'], regions: ['广东', '浙江'] }, [other, order()])).toBe(order().no)
  })
  test('a scope that says nothing touches nobody, and an unverified customer only by topic', () => {
    expect(touches({})).toBeUndefined()
    expect(touches({ carriers: ['中通'] }, [])).toBeUndefined()
    expect(touches({ topics: ['where_is_order'] }, [], ['where_is_order'])).toBeNull()
    expect(touches({ topics: ['where_is_order'], carriers: ['中通'] }, [order()], ['invoice'])).toBeUndefined()
  })
  test('old, cancelled and refunded orders are not meant unless their dates or numbers say so', () => {
    const old = order({ placedAt: NOW - RECENT_MS - 1 })
    expect([touches({ carriers: ['中通'] }, [old]), touches({ carriers: ['中通'] }, [order({ status: 'cancelled' })])]).toEqual([undefined, undefined])
    expect([touches({ carriers: ['中通'], placedFrom: NOW - 90 * DAY }, [old]), touches({ orderNos: [old.no] }, [old])]).toEqual([old.no, old.no])
  })
  test('of several affected orders the one that is spoken of, else the newest', () => {
    const [first, second] = [order({ no: '1', placedAt: NOW - 2 * DAY }), order({ no: '2', placedAt: NOW - DAY })]
    expect([touches({ carriers: ['中通'] }, [first, second]), touches({ carriers: ['中通'] }, [first, second], [], '1')]).toEqual(['2', '1'])
  })
  test('it holds until its end, or until it was ended, also for a desk whose clock is behind the gateway’s (a line that never came up)', () => {
    const incident: Pick<Incident, 'endsAt' | 'endedAt'> = { endsAt: NOW + DAY, endedAt: null }
    expect([NOW - 1, NOW, NOW + DAY - 1, NOW + DAY].map((at) => isIncidentOpen(incident, at))).toEqual([true, true, true, false])
    expect(isIncidentOpen({ ...incident, endedAt: NOW + 5 }, NOW + 5)).toBe(false)
  })
  test('pasted lists: one a line, or parted by whatever stands between', () => {
    expect(orderNosIn(' 11\n22，33;44\t11\r\n')).toEqual(['11', '22', '33', '44'])
    expect(namesIn('SF Express\n中通、圆通')).toEqual(['SF Express', '中通', '圆通'])
  })
})

describe('IN-2 whether a customer was told', () => {
  const zh = '您好，京东华东仓这两天暴雨，发货会晚两天，预计6月20日前发出。'
  const en = 'Heavy rain has closed our East warehouse, so your parcel leaves two days late, by 20 June.'
  test('the words as they stand, shortened or with a greeting are told, in both languages', () => {
    for (const [reply, wording] of [[zh, zh], [`陈女士，${zh}给您添麻烦了`, zh], ['京东华东仓暴雨，发货会晚两天，预计6月20日前发出', zh], [en, en], ['Hi Anna! Heavy rain has closed our East warehouse, so your parcel leaves two days late. Sorry!', en]]) expect(tells(reply ?? '', wording ?? '')).toBe(true)
  })
  test('another answer about the same matter is not (a customer who counts as told and knows nothing)', () => {
    for (const [reply, wording] of [['您好，您的包裹在杭州转运中心，预计后天到。', zh], ['好的', zh], ['Your parcel is on its way and arrives on Friday.', en], ['', en], [zh, '']]) expect(tells(reply ?? '', wording ?? '')).toBe(false)
  })
})
