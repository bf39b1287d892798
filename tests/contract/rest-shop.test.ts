import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rest } from '../../src-gateway/commerce/rest/shop.ts'
import { restShop } from '../../src-gateway/commerce/rest/rest-shop.ts'
import type { CommercePort, Wish } from '../../src-shared/domain/commerce-port.ts'
import { testHost } from '../support/shop-host.ts'
import { REST_API, REST_MAPPING, RestShopServer } from '../support/rest-shop-server.ts'

const NOW = Date.parse('2026-01-06T08:00:00Z')
let server: RestShopServer
let shop: CommercePort
let pauses: number[]
let base: string

beforeEach(async () => {
  server = new RestShopServer()
  pauses = []
  base = await server.open()
  shop = restShop({ api: REST_API, mapping: REST_MAPPING, base, headers: { authorization: 'Bearer s3cret' }, pause: async (ms) => void pauses.push(ms) })
})
afterEach(() => server.close())

const refund = (amount: number, over: Partial<Wish> = {}): Wish => ({ id: v7(), action: { kind: 'refund', orderNo: 'R-1', mode: 'partial', amount: { amount, currency: 'EUR' }, reason: 'late' }, expects: { status: 'paid' }, by: 'Amy', ...over })
const writes = () => server.seen.filter(({ method }) => method !== 'GET')

test('CM-14 a write goes out as the mapping says, with the wish\'s id as its key and the credential, and the shop\'s own number comes back', async () => {
  const wish = refund(1_990)
  expect(await shop.perform(wish)).toEqual({ state: 'done', reference: 'RF-4', pays: null })
  expect(server.order.back).toBe(19.9)
  expect(writes()).toEqual([{ method: 'POST', url: '/v1/orders/R-1/refunds', key: wish.id, token: 'Bearer s3cret' }])
})

test('CM-14 busy, broken, silent: it waits longer each time, as long as the shop asks, and sends the very same again (two refunds for one wish)', async () => {
  const wish = refund(1_000, { expects: null })
  server.troubles.push('busy', 'hangs')
  expect(await shop.perform(wish)).toMatchObject({ state: 'done' })
  expect(pauses).toEqual([7_000, 500])
  expect(writes().map(({ key }) => key)).toEqual([wish.id, wish.id, wish.id])
  expect(server.order.back).toBe(10)
})

test('CM-14 when every try failed it is not known, which is no refusal; asked again under the same id it answers what was done (a refund that is called refused and was paid)', async () => {
  const wish = refund(1_000)
  server.seen.length = 0
  expect(await shop.order('R-1')).not.toBeNull()
  // The first of these is the read before the write.
  server.troubles.push('broken', 'broken', 'broken')
  await expect(shop.perform(wish)).rejects.toMatchObject({ code: 'shop-unreachable', retryable: true })
  const blind = refund(1_000, { expects: null })
  server.troubles.push('lost', 'broken', 'broken')
  await expect(shop.perform(blind)).rejects.toMatchObject({ code: 'shop-unreachable' })
  expect(await shop.perform({ ...blind, expects: { status: 'paid', revision: 3 } })).toMatchObject({ state: 'done', reference: 'RF-4' })
  expect(server.order.back).toBe(10)
})

test('CM-14 the shop\'s errors become refusals by its codes, and none of its sentences are kept (a customer\'s words in the record)', async () => {
  expect(await shop.perform(refund(99_999))).toEqual({ state: 'refused', reason: 'amount', detail: 'TOO_MUCH' })
  server.order.state = 'SENT'
  expect(await shop.perform(refund(100, { expects: { status: 'shipped' } }))).toEqual({ state: 'refused', reason: 'state', detail: 'WRONG_STATE' })
  expect(await shop.perform(refund(100))).toEqual({ state: 'refused', reason: 'stale', detail: 'status:shipped' })
})

test('CM-14 stock and prices are read in our units', async () => {
  expect([await shop.stock('s1', 'red'), await shop.stock('s1', 'blue'), await shop.stock('s1', 'green'), await shop.stock('s9', 'red')]).toEqual([2, 0, null, null])
  expect(await shop.order('R-1')).toMatchObject({ total: { amount: 11_990, currency: 'EUR' }, placedAt: Date.parse('2026-01-05T08:00:00Z'), items: [{ price: { amount: 11_990 } }] })
})

test('CM-14 an order number that would climb out of its path reaches no other operation (a refund by a file name)', async () => {
  for (const no of ['..', '.', 'R-1/../R-2', 'R-1?x=1']) await shop.order(no).catch(() => null)
  expect(server.seen.map(({ url }) => url)).toEqual(['/v1/orders/R-1%2F..%2FR-2', '/v1/orders/R-1%3Fx%3D1'])
})

test('CM-14 a mapping that names an operation which is not there is said at the start (a refund that fails at the customer)', () => {
  const mapping = { ...REST_MAPPING, actions: { memo: { operationId: 'nowhere' } } }
  expect(() => restShop({ api: REST_API, mapping, pause: async () => undefined })).toThrowError('nowhere')
  expect(() => restShop({ api: { ...REST_API, openapi: '2.0' }, mapping: REST_MAPPING, pause: async () => undefined })).toThrowError()
})

const settings = (over: Record<string, string> = {}) => ({ api: JSON.stringify(REST_API), mapping: JSON.stringify(REST_MAPPING), base, header: 'authorization', credential: 'Bearer s3cret', ...over })

test('CM-19 the set-up of an API is tried, and says which part of document or mapping is wrong, or that the credential is (a form that only says no)', async () => {
  const right = settings()
  const tried = (over: Record<string, string>) => rest.test(rest.settings.parse({ ...right, ...over }), testHost(() => NOW))
  expect(await tried({})).toBeNull()
  expect((await tried({ mapping: '{' }))?.en).toContain('must be JSON')
  expect((await tried({ mapping: JSON.stringify({ actions: { refund: {} } }) }))?.en).toContain('actions.refund.operationId')
  expect((await tried({ mapping: JSON.stringify({ ...REST_MAPPING, reads: { changes: { ...REST_MAPPING.reads.changes, operationId: 'nowhere' } } }) }))?.en).toContain('nowhere')
  expect((await tried({ mapping: JSON.stringify({ ...REST_MAPPING, reads: { changes: { ...REST_MAPPING.reads.changes, to: { no: '$/id' } } } }) }))?.en).toContain('reads.changes.to')
  expect((await tried({ base: 'http://127.0.0.1:9' }))?.en).toContain('cannot be reached')
  server.locked = true
  expect((await tried({}))?.en).toContain('credential')
})

test('CM-19 changed orders are read page by page with their customers, under ids of their own shop; what makes no order is set aside with its number', async () => {
  server.others.push({ id: 'R-2', total: 'much' })
  const line = rest.create(rest.settings.parse(settings()), testHost(() => NOW))
  const read = async (from: number) => {
    const all = []
    for await (const { orders, broken } of line.changes(from, NOW)) all.push(...orders.map(({ order, customer }) => [order.no, order.customerId, customer.id, customer.name]), ...broken.map(({ externalId }) => externalId))
    return all
  }
  expect(await read(Date.parse('2026-01-05T00:00:00Z'))).toEqual([['R-1', 'shop:b1', 'shop:b1', 'Ann Lee'], 'R-2'])
  expect(await read(NOW - 1_000)).toEqual([])
  expect(server.seen.filter(({ url }) => url.includes('page=2'))).toHaveLength(1)
  expect([(await line.order('R-1'))?.customerId, (await line.orders('shop:b1')).length, (await line.orders('other:b1')).length]).toEqual(['shop:b1', 1, 0])
})
