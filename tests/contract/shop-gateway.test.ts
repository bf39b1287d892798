import { createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { eventually, openSite, type Seat, type Site } from './gateway-harness.ts'

let site: Site
let server: ShopifyServer
let seat: Seat
let values: Record<string, string>
const id = v7()
beforeEach(async () => {
  site = await openSite()
  server = new ShopifyServer()
  // The gateway's own clock stands in 2023.
  Object.assign(server.order, { createdAt: '2023-11-12T08:00:00Z', processedAt: '2023-11-12T08:01:00Z', updatedAt: '2023-11-12T08:01:00Z' })
  values = { shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: 'hook-secret', base: await server.open() }
  seat = await site.seat()
  await seat.call('live', {})
})
afterEach(async () => {
  await site.remove()
  await server.close()
})

const put = (over: Record<string, string> = {}) => seat.call('shops.put', { id, kind: 'shopify', name: 'Kettles', enabled: true, values: { ...values, ...over } })
const order = () => seat.events.flatMap(({ change }) => (change.type === 'customer' ? change.orders : [])).findLast(({ no }) => no === '#1001')
const push = (body: string, secret: string) => fetch(`${site.ready.openUrl}/shop-hooks/${id}`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-shopify-topic': 'orders/updated', 'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64') } })

test('SC-11 a shop that is set up is read at once and after a restart, its orders come to the desks, and no answer shows a secret (a token on a screen)', async () => {
  expect(await seat.call('shops.test', { id: null, kind: 'shopify', values })).toEqual({ trouble: null })
  await put()
  await eventually(() => expect(order()?.status).toBe('paid'))
  const { shops, kinds } = await seat.call('shops.list', {})
  expect(shops).toMatchObject([{ id, name: 'Kettles', enabled: true, trouble: null, secrets: ['accessToken', 'apiSecret'], values: { shop: 'x.myshopify.com' } }])
  expect(JSON.stringify(shops)).not.toMatch(/shpat_test|hook-secret/u)
  expect(kinds.map(({ kind }) => kind)).toEqual(['taobao', 'jd', 'pdd', 'doudian', 'shopify', 'rest'])
  // Secrets that are left out stay.
  const { accessToken: _token, apiSecret: _secret, ...rest } = values
  expect(await seat.call('shops.test', { id, kind: 'shopify', values: rest })).toEqual({ trouble: null })
  const before = server.seen.length
  await site.restart()
  seat = await site.seat()
  await eventually(() => expect(server.seen.length).toBeGreaterThan(before))
  await seat.call('shops.remove', { id })
  expect((await seat.call('shops.list', {})).shops).toEqual([])
})

test('SC-11 a wrong key is said in words, a shop that cannot be read shows its trouble and harms no other call, and what is no setting is refused', async () => {
  expect((await seat.call('shops.test', { id: null, kind: 'shopify', values: { ...values, accessToken: 'x' } })).trouble?.en).toContain('does not accept')
  expect((await seat.call('shops.test', { id: null, kind: 'shopify', values: { ...values, shop: 'nonsense' } })).trouble?.en).toContain('Shop domain')
  expect(await seat.ask('shops.put', { id, kind: 'shopify', name: 'K', enabled: true, values: { shop: 'nonsense' } })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await seat.ask('shops.put', { id, kind: 'nowhere', name: 'K', enabled: true, values: {} })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  await put({ accessToken: 'x' })
  await eventually(async () => expect((await seat.call('shops.list', {})).shops[0]?.trouble?.en).toContain('does not accept'))
})

test('SC-11 a signed push brings the order as it is now; a forged one is refused and reads nothing (anybody who makes the gateway read)', async () => {
  await put()
  await eventually(() => expect(order()?.memo).toBe(''))
  server.order.note = 'from the shop'
  server.order.updatedAt = '2023-11-13T08:00:00Z'
  const before = server.seen.length
  expect((await push('{"name":"#1001"}', 'forged')).status).toBe(401)
  expect(server.seen.length).toBe(before)
  expect((await push('{"name":"#1001"}', 'hook-secret')).status).toBe(200)
  await eventually(() => expect(order()?.memo).toBe('from the shop'))
  expect((await fetch(`${site.ready.openUrl}/shop-hooks/nobody`, { method: 'POST', body: '{}' })).status).toBe(404)
})

test('SC-11 what cannot be understood lies with the letters, the rest is read, and tried again it goes away when it can be read (one odd order that stops a shop)', async () => {
  const odd = structuredClone(server.order) as Record<string, unknown> & { totalPriceSet: { shopMoney: { currencyCode: string } } }
  Object.assign(odd, { name: '#1002', id: 'gid://shopify/Order/5002' })
  odd.totalPriceSet.shopMoney.currencyCode = 'XYZ'
  server.others.push(odd)
  await put()
  await eventually(() => expect(order()?.status).toBe('paid'))
  const [letter] = (await seat.call('shops.list', {})).letters
  expect(letter).toMatchObject({ shop: 'Kettles', externalId: '#1002' })
  odd.totalPriceSet.shopMoney.currencyCode = 'EUR'
  expect(await seat.call('shops.letter', { id: letter?.id ?? '', act: 'again' })).toEqual({ gone: true })
  expect((await seat.call('shops.list', {})).letters).toEqual([])
  await eventually(() => expect(seat.events.some(({ change }) => change.type === 'customer' && change.orders.some(({ no }) => no === '#1002'))).toBe(true))
})
