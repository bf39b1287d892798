import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { WAREHOUSE_KEYS, WarehouseServer } from '../support/warehouse-server.ts'
import { openSite, type Seat, type Site } from './gateway-harness.ts'

const id = v7()
let site: Site
let platform: ShopifyServer
let warehouse: WarehouseServer
let seat: Seat
let values: Record<string, string>
beforeEach(async () => {
  site = await openSite()
  platform = new ShopifyServer()
  warehouse = new WarehouseServer('kuaimai', '#1001', 'WAIT_AUDIT')
  values = { ...WAREHOUSE_KEYS.kuaimai, base: await warehouse.open() }
  seat = await site.seat()
  await seat.call('live', {})
  await seat.call('shops.put', { id, kind: 'shopify', name: 'Kettles', enabled: true, values: { shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: '', base: await platform.open() } })
})
afterEach(async () => {
  await site.remove()
  await platform.close()
  await warehouse.close()
})
const trouble = async (over: Record<string, string> = {}) => (await seat.call('warehouse.test', { shopId: id, kind: 'kuaimai', values: { ...values, ...over } })).trouble?.en ?? null

test('WM-7 the keys of a shop’s warehouse are tried in words, kept without showing a secret, sent to no other address, and go with the shop (a secret on a screen)', async () => {
  expect(await trouble()).toBeNull()
  expect(await trouble({ secret: 'wrong' })).toContain('signature does not fit')
  expect(await trouble({ accessToken: 'wrong' })).toContain('does not accept')
  expect(await trouble({ appKey: '' })).toContain('App Key')
  expect(await trouble({ base: 'http://127.0.0.1:9' })).toContain('cannot be reached')
  expect(await seat.ask('warehouse.put', { shopId: id, kind: 'kuaimai', enabled: true, values: {} })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await seat.ask('warehouse.put', { shopId: v7(), kind: 'kuaimai', enabled: true, values })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await seat.call('warehouse.put', { shopId: id, kind: 'kuaimai', enabled: true, values })
  const listed = await seat.call('shops.list', {})
  expect(listed.warehouseKinds.map(({ kind }) => kind)).toEqual(['jushuitan', 'wangdiantong', 'kuaimai'])
  expect(listed.warehouses).toEqual([{ shopId: id, kind: 'kuaimai', enabled: true, values: { appKey: 'km-key', base: values['base'] }, secrets: ['accessToken', 'secret'] }])
  expect(JSON.stringify(listed)).not.toMatch(/km-secret|km-session/u)
  const { secret: _secret, accessToken: _token, ...rest } = values
  expect((await seat.call('warehouse.test', { shopId: id, kind: 'kuaimai', values: rest })).trouble).toBeNull()
  const before = warehouse.seen.length
  expect((await seat.call('warehouse.test', { shopId: id, kind: 'kuaimai', values: { ...rest, base: 'http://127.0.0.1:9' } })).trouble?.en).toContain('not filled in')
  expect(warehouse.seen.length).toBe(before)
  await seat.call('shops.remove', { id })
  expect((await seat.call('shops.list', {})).warehouses).toEqual([])
})
