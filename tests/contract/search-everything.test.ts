import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FoundGroup } from '../../src-shared/contract/found.ts'
import { fillFinder } from '../../src-engine/flows/fill-finder.ts'
import { searchEverything } from '../../src-engine/flows/search-everything.ts'
import { setDisposition, setStatus } from '../../src-engine/flows/set-status.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

const ALL: FoundGroup[] = ['people', 'orders', 'messages', 'articles']
let gateway: MemoryGateway
let desk: Desk

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const find = (query: string, groups: FoundGroup[] = ALL, limit = 8) => searchEverything(desk.engine, { query, groups, limit })
/** 陈静, verified, with one order on its way; the channel shows another name. */
function verified(displayName = '小静同学', id = 'c001'): string {
  const conversation = gateway.open(displayName, { customerId: id, verification: 'order-and-phone' })
  gateway.publish({ type: 'customer', customer: { ...customer, id }, orders: [{ ...orderOnItsWay(gateway.now), customerId: id }] })
  return conversation
}

test('Z-1 a conversation is found by the name shown, by the customer\'s own, and by the sounds of both', async () => {
  const id = verified()
  gateway.open('王芳')
  await desk.idle()
  for (const query of ['小静', 'xiaojing', '陈静', 'chenj', 'CJ']) expect(find(query).people.map((p) => p.conversationId), query).toEqual([id])
  expect(find('陈静').people[0]).toMatchObject({ displayName: '小静同学', customerName: '陈静', customerSpans: [{ start: 0, end: 2 }], nameSpans: [], phoneTail: null })
})

test('Z-2 among equally good names the newest comes first, the better name before a newer one, and no more than asked for', async () => {
  const [old, , exact] = [gateway.open('Anna Berg'), gateway.open('Hanna'), gateway.open('Anna')]
  const newest = gateway.open('Anna Sommer')
  for (const id of [exact, old, newest]) gateway.customerWrites(id, 'hi')
  await desk.idle()
  expect(find('anna', ALL, 3).people.map((p) => p.conversationId)).toEqual([exact, newest, old])
})

test('Z-3 an order is found by its number, its last four digits and its parcel\'s, and leads to the customer\'s newest conversation', async () => {
  verified('旧的会话')
  const newest = verified('新的会话')
  gateway.customerWrites(newest, '在吗')
  await desk.idle()
  for (const query of ['2188340610072265', '2265', '072265', '2188 3406', '1726', '73100299881726']) {
    expect(find(query).orders, query).toMatchObject([{ no: '2188340610072265', conversationId: newest, displayName: '新的会话', status: 'shipped' }])
  }
  expect(find('2265').orders[0]).toMatchObject({ noSpans: [{ start: 12, end: 16 }], trackingSpans: [] })
  expect(find('265').orders).toEqual([])
  expect(find('0610').orders).toEqual([])
})

test('Z-3 the phone finds verified customers only, and says no more of it than its last four digits', async () => {
  const id = verified()
  gateway.open('没核实的人')
  await desk.idle()
  expect(find('0001').people).toMatchObject([{ conversationId: id, phoneTail: '0001' }])
  expect(JSON.stringify(find('13800000001'))).not.toContain('13800000001')
})

test('Z-4 messages keep their marks, articles are found by title before text, and groups that were not asked for stay empty', async () => {
  const id = gateway.open('陈女士')
  gateway.customerWrites(id, '请问怎么开发票呀')
  const article = { version: 1, audience: 'customer' as const, topics: [], productIds: [] }
  gateway.publish({ type: 'article', article: { ...article, id: 'a1', title: { zh: '换货须知', en: 'Exchanges' }, body: { zh: '换货时请把发票一起寄回。', en: 'Send the invoice back too.' } } })
  gateway.publish({ type: 'article', article: { ...article, id: 'a2', title: { zh: '怎么开发票', en: 'Invoices' }, body: { zh: '确认收货后开具。', en: 'After delivery.' } } })
  await desk.idle()
  const found = find('发票')
  expect(found.messages).toMatchObject([{ conversationId: id, spans: [{ start: 5, end: 7 }] }])
  expect(found.articles.map((a) => a.id)).toEqual(['a2', 'a1'])
  expect(found.articles[0]?.titleSpans).toEqual({ zh: [{ start: 3, end: 5 }], en: [] })
  expect(find('发票', ['people'])).toEqual({ people: [], orders: [], messages: [], articles: [], ended: [] })
})

test('Z-5 a desk that was updated finds what it stored before, and finds nobody twice or by a name or number that is gone', async () => {
  const id = verified('旧名字')
  await desk.idle()
  desk.store.finder.forgetGone()
  expect(find('2265').orders).toEqual([])
  desk.store.settings.write('finder-filled', false)
  fillFinder(desk.store)
  expect(find('2265').orders).toHaveLength(1)

  const conversation = desk.store.conversations.get(id)?.conversation
  if (!conversation) throw new Error('the conversation is there')
  gateway.publish({ type: 'conversation', conversation: { ...conversation, displayName: '新名字' } })
  gateway.publish({ type: 'customer', customer: { ...customer, phone: '13900000002' }, orders: [] })
  await desk.idle()
  expect([find('旧名字').people, find('2265').orders, find('0001').people]).toEqual([[], [], []])
  expect(find('新名字').people).toHaveLength(1)

  desk.store.forgetLog()
  expect(find('新名字').people).toEqual([])
})

test.each(['%', '_', '\\', '"', "' OR 1=1", '*', '  ', '\u0000', '𠮷', '(((', 'NEAR/2', '-'.repeat(200)])('Z-5 any input is an answer: %j (else the palette shows an error while somebody types)', async (query) => {
  gateway.open('陈女士')
  await desk.idle()
  expect(find(query).people).toEqual([])
})

test('Z-17 who is resolved is found by how it ended, newest first: not who came back, nor by an end that was changed', async () => {
  const [first, second, back, other] = [gateway.open('A'), gateway.open('B'), gateway.open('C'), gateway.open('D')]
  await desk.idle()
  for (const id of [first, second, back, other]) {
    gateway.now += 1_000
    setStatus(desk.engine, id, 'resolved', '小林')
    setDisposition(desk.engine, id, 'refund')
    await desk.idle()
  }
  setDisposition(desk.engine, other, 'spam')
  await desk.idle()
  gateway.customerWrites(back, '还没到账')
  await desk.idle()
  const ended = (ends: Disposition[] | undefined, limit = 8) => searchEverything(desk.engine, { query: '退款', groups: ALL, limit, ends }).ended.map((e) => [e.conversationId, e.disposition])
  expect(ended(['refund'])).toEqual([[second, 'refund'], [first, 'refund']])
  expect(ended(['refund', 'spam'], 2)).toEqual([[other, 'spam'], [second, 'refund']])
  expect([ended([]), ended(undefined)]).toEqual([[], []])
})

test('KN-13 articles that do not hold now are found to be mended, and say so (a person would quote what they were led to)', async () => {
  const article = { version: 1, audience: 'customer' as const, topics: [], productIds: [], body: { zh: '每件收费 35 元。', en: '' } }
  gateway.publish({ type: 'article', article: { ...article, id: 'old', title: { zh: '包装旧规', en: '' }, validTo: 1 } })
  gateway.publish({ type: 'article', article: { ...article, id: 'new', title: { zh: '包装新规', en: '' }, validFrom: gateway.now + 1 } })
  gateway.publish({ type: 'article', article: { ...article, id: 'now', title: { zh: '包装规定', en: '' } } })
  await desk.idle()
  expect(Object.fromEntries(find('包装').articles.map(({ id, holds }) => [id, holds]))).toEqual({ old: 'no-more', new: 'later', now: 'now' })
})
