import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLAIM_MS } from '../../src-gateway/commerce/outside/begin.ts'
import { createOutside, type Outside } from '../../src-gateway/commerce/outside/outside.ts'
import type { ShopLine } from '../../src-gateway/commerce/shop-kind.ts'
import { createShops } from '../../src-gateway/commerce/shops/shops.ts'
import { keepNews } from '../../src-gateway/commerce/shops/news.ts'
import { shopify } from '../../src-gateway/commerce/shopify/shop.ts'
import { WAREHOUSE_KINDS } from '../../src-gateway/commerce/warehouse/kinds.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { testHost } from '../support/shop-host.ts'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { WAREHOUSE_KEYS, WarehouseServer, type WarehouseSystem } from '../support/warehouse-server.ts'

const SHOP = 'shop'
const NO = '#1001'
const CANCEL: CommerceAction = { kind: 'cancel', orderNo: NO, reason: 'too late' }
const MOVE: CommerceAction = { kind: 'change-address', orderNo: NO, address: { name: 'Bo', phone: '+441', region: '浙江省 杭州市 西湖区', detail: '文三路 9 号' } }
const STOP: CommerceAction = { kind: 'intercept', orderNo: NO, reason: '' }
class Killed extends Error {}

let now = 0
let dir: string
let store: Store
let platform: ShopifyServer
let line: ShopLine
let conversationId: string
let warehouse: WarehouseServer
let pauses: number[]
const log = pino({ level: 'silent' })
const clock = { now: () => now, after: () => () => undefined }

beforeEach(async () => {
  now = Date.parse('2026-05-02T00:00:00Z')
  dir = await mkdtemp(join(tmpdir(), 'warehouse-'))
  store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null })
  platform = new ShopifyServer()
  line = shopify.create({ shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: '', base: await platform.open() }, testHost(() => now, SHOP)) as ShopLine
  conversationId = v7()
  await store.write(async (tx) => { for await (const news of line.changes(now - 7 * 86_400_000, now)) await keepNews(tx, now, SHOP, news) })
  await store.write((tx) => tx.append(now, { type: 'conversation', conversation: { id: conversationId, shopId: 'demo', channel: 'web', displayName: 'Ann', customerId: `${SHOP}:77`, verification: 'channel', status: 'open', assignee: null, createdAt: now, updatedAt: now } }))
})
afterEach(async () => {
  await store.close()
  await platform.close()
  await warehouse.close()
  await rm(dir, { recursive: true })
})

let base = ''
async function sends(system: WarehouseSystem, status: string): Promise<void> {
  warehouse = new WarehouseServer(system, NO, status)
  base = await warehouse.open()
}
function outsideOver(over: Store = store, keys: Record<string, string> = {}, shop: ShopLine = line): Outside {
  const kind = WAREHOUSE_KINDS.find(({ form }) => form.kind === warehouse.system)
  if (!kind) throw new Error('no such system')
  const host = testHost(() => now)
  pauses = host.pauses
  const settings = kind.settings.parse({ ...WAREHOUSE_KEYS[warehouse.system], base, ...keys })
  return createOutside({ store: over, clock, log, line: () => shop, warehouse: async () => kind.create(settings, host) })
}
async function wish(action: CommerceAction, over: Partial<SeatParams<'perform'>> = {}): Promise<SeatParams<'perform'>> {
  const order = await store.read((tx) => tx.order(NO))
  if (!order) throw new Error('no order')
  return { id: v7(), conversationId, caseId: null, runId: null, action, by: { kind: 'agent', name: 'Amy' }, expects: { status: order.status, revision: order.revision ?? 0 }, ...over }
}
const outcomeOf = async (action: CommerceAction, outside = outsideOver()): Promise<Effect['outcome']> => (await outside.perform('seat-1', await wish(action), SHOP)).effect.outcome
const effects = async (): Promise<Effect[]> => (await store.read((tx) => tx.eventsAfter(0, 1000))).flatMap(({ change }) => (change.type === 'effect' ? [change.effect] : []))
const notes = async (): Promise<string[]> => (await store.read((tx) => tx.eventsAfter(0, 1000))).flatMap(({ change }) => (change.type === 'note' ? [change.note.text] : []))
const writes = (): number => platform.seen.filter(({ body }) => body.includes('"mutation')).length

/** A store whose process dies at its nth write: before anything of it is on disk, or right after. */
function dyingStore(at: number, when: 'before' | 'after'): Store {
  let count = 0
  let dead = false
  return {
    ...store, read: (work) => dead ? Promise.reject(new Killed()) : store.read(work), onAppended: (listener) => store.onAppended(listener), close: () => Promise.resolve(),
    write: async (work) => {
      if (dead) throw new Killed()
      dead = ++count === at
      if (dead && when === 'before') throw new Killed()
      const result = await store.write(work)
      if (dead) throw new Killed()
      return result
    },
  }
}

describe('WM-2 the warehouse is asked first', () => {
  for (const [system, status] of [['jushuitan', 'WaitConfirm'], ['kuaimai', 'WAIT_EXPRESS_PRINT']] as const) {
    test(`WM-2 ${system}: a yes lets the platform follow, and both have it once (an order that is cancelled at one of the two)`, async () => {
      await sends(system, status)
      expect(await outcomeOf(CANCEL)).toMatchObject({ state: 'done' })
      expect([warehouse.done.cancel, platform.order.cancelledAt !== null, writes(), (await effects()).length]).toEqual([1, true, 1, 1])
    })
  }

  test('WM-2 wangdiantong has no call: while nobody has touched the order the platform is enough, afterwards it is refused', async () => {
    await sends('wangdiantong', '55')
    expect(await outcomeOf(CANCEL)).toEqual({ state: 'refused', reason: 'state', detail: 'warehouse:picked:none' })
    Object.assign(warehouse.rows[0] ?? {}, { flags: 1 })
    expect(await outcomeOf(CANCEL)).toMatchObject({ detail: 'warehouse:packed:none' })
    expect(writes()).toBe(0)
    Object.assign(warehouse.rows[0] ?? {}, { status: '30', flags: 0 })
    expect(await outcomeOf(CANCEL)).toMatchObject({ state: 'done' })
  })

  test('WM-3 a no is refused with its reason and what can be done instead, the platform is never asked, and that can then be done (a parcel that leaves for a cancelled order)', async () => {
    await sends('kuaimai', 'WAIT_SEND_GOODS')
    expect(await outcomeOf(CANCEL)).toEqual({ state: 'refused', reason: 'state', detail: 'warehouse:packed:intercept' })
    expect([writes(), warehouse.done.cancel]).toEqual([0, 0])
    expect(await outcomeOf(STOP)).toEqual({ state: 'done', reference: '5000000000000000123' })
    expect([writes(), warehouse.done.intercept]).toEqual([0, 1])
  })

  test('WM-3 packed between the look and the call: the system’s own no is told as what it is by then', async () => {
    await sends('kuaimai', 'WAIT_PACKAGE')
    warehouse.onWrite = () => Object.assign(warehouse.rows[0] ?? {}, { status: 'WAIT_WEIGHT' })
    expect(await outcomeOf(CANCEL)).toMatchObject({ state: 'refused', detail: 'warehouse:packed:intercept' })
    expect([writes(), await notes()]).toEqual([0, []])
  })

  test('WM-2 an address goes to the warehouse in its own parts and then to the platform; rows that other orders share are left alone', async () => {
    await sends('kuaimai', 'WAIT_AUDIT')
    expect(await outcomeOf(MOVE)).toMatchObject({ state: 'done' })
    expect([warehouse.rows[0], platform.order.shippingAddress['address1']]).toMatchObject([{ name: 'Bo', detail: '文三路 9 号' }, '文三路 9 号'])
    Object.assign(warehouse.rows[0] ?? {}, { no: `${NO},#1002` })
    expect(await outcomeOf(MOVE)).toMatchObject({ detail: 'warehouse:merged:none' })
    expect(warehouse.done.address).toBe(1)
  })

  test('WM-2 what the platform would refuse anyway stops nothing in the warehouse (a customer who never asked for it)', async () => {
    await sends('kuaimai', 'WAIT_AUDIT')
    const strict: ShopLine = { ...line, refuses: async () => ({ state: 'refused', reason: 'unsupported', detail: 'customer-asks-first' }) }
    expect(await outcomeOf(CANCEL, outsideOver(store, {}, strict))).toMatchObject({ detail: 'customer-asks-first' })
    expect(warehouse.seen).toEqual([])
  })

  test('WM-5 the warehouse said yes and the platform no: the refusal says so, and the conversation has a note (an order that silently stays)', async () => {
    await sends('kuaimai', 'WAIT_AUDIT')
    const no: ShopLine = { ...line, perform: async () => ({ state: 'refused', reason: 'shop', detail: 'LOCKED' }) }
    expect(await outcomeOf(CANCEL, outsideOver(store, {}, no))).toEqual({ state: 'refused', reason: 'shop', detail: 'warehouse:half:LOCKED' })
    expect(await notes()).toEqual([expect.stringContaining('仓库已经照办')])
  })
})

describe('WM-4 an answer that was not heard', () => {
  for (let at = 1; at <= 6; at++) {
    for (const when of ['before', 'after'] as const) {
      test(`WM-4 killed ${when} its write ${at}, warehouse and platform cancel once each and it is told once (a second cancellation, or one that is forgotten)`, async () => {
        await sends('jushuitan', 'WaitConfirm')
        const request = await wish(CANCEL)
        await outsideOver(dyingStore(at, when)).perform('seat-1', request, SHOP).catch(() => null)
        now += CLAIM_MS + 1
        const next = outsideOver()
        await next.resume()
        expect((await next.perform('seat-1', request, SHOP)).effect.outcome).toMatchObject({ state: 'done' })
        expect([warehouse.done.cancel, writes(), (await effects()).length, await store.read((tx) => tx.shops.intents())]).toEqual([1, 1, 1, []])
      })
    }
  }

  for (const trouble of ['lost', 'cut', 'broken'] as const) {
    test(`WM-4 with the warehouse’s answer ${trouble}, nobody is told anything, and the next look tells (a stop on a guess)`, async () => {
      await sends('jushuitan', 'Delivering')
      const request = await wish(CANCEL)
      warehouse.troubles.push(trouble)
      await expect(outsideOver().perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unreachable', retryable: true })
      expect([(await effects()).length, writes()]).toEqual([0, 0])
      expect((await outsideOver().perform('seat-1', request, SHOP).catch(() => {
        now += CLAIM_MS + 1
        return outsideOver().perform('seat-1', request, SHOP)
      })).effect.outcome).toMatchObject({ state: 'done' })
      expect([warehouse.done.cancel, writes()]).toEqual([1, 1])
    })
  }

  test('WM-4 an interception cannot be read: a person looks, nothing is done twice, and what they found holds', async () => {
    await sends('kuaimai', 'WAIT_WEIGHT')
    const request = await wish(STOP)
    warehouse.troubles.push('lost')
    await outsideOver().perform('seat-1', request, SHOP).catch(() => null)
    now += CLAIM_MS + 1
    const outside = outsideOver()
    await outside.resume()
    await expect(outside.perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unsure' })
    expect([warehouse.done.intercept, await notes()]).toEqual([1, [expect.stringContaining('the warehouse does not say')]])
    await outside.decide(request.id, { state: 'done', reference: null })
    expect((await outside.perform('seat-1', request, SHOP)).effect.outcome).toMatchObject({ state: 'done' })
    expect([warehouse.done.intercept, writes()]).toEqual([1, 0])
  })
})

describe('WM-6 a warehouse that does not work', () => {
  test('WM-6 down for an hour: a person’s wish waits and is done once when it is back; an automatic one whose time is over is refused (a cancellation that comes hours later by itself)', async () => {
    await sends('kuaimai', 'WAIT_AUDIT')
    const there = base
    base = 'http://127.0.0.1:9'
    const [byPerson, late] = [await wish(CANCEL), await wish(MOVE, { notAfter: now + 120_000 })]
    for (const request of [byPerson, late]) await expect(outsideOver().perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unreachable' })
    for (let minute = 0; minute < 60; minute += 10) {
      now += 10 * 60_000
      await outsideOver().resume()
    }
    expect([(await effects()).map(({ id }) => id), writes()]).toEqual([[late.id], 0])
    expect((await store.read((tx) => tx.shops.intents())).map(({ id }) => id)).toEqual([byPerson.id])
    base = there
    now += CLAIM_MS + 1
    await outsideOver().resume()
    expect(Object.fromEntries((await effects()).map(({ id, outcome }) => [id, outcome.state === 'done' ? 'done' : outcome.detail]))).toEqual({ [byPerson.id]: 'done', [late.id]: 'too-late' })
    expect([warehouse.done.cancel, writes()]).toEqual([1, 1])
  })

  test('WM-6 too many calls: it waits and asks again; a write that was turned away was not taken', async () => {
    await sends('jushuitan', 'WaitConfirm')
    warehouse.busy = 2
    expect(await outcomeOf(CANCEL)).toMatchObject({ state: 'done' })
    expect([pauses, warehouse.done.cancel]).toEqual([[1000, 2000], 1])
  })

  test('WM-6 with wrong keys, or in a state that nobody knows, nothing is done and the refusal says where to look', async () => {
    await sends('kuaimai', 'WAIT_AUDIT')
    expect(await outcomeOf(CANCEL, outsideOver(store, { secret: 'wrong' }))).toEqual({ state: 'refused', reason: 'shop', detail: 'warehouse:unasked:25' })
    Object.assign(warehouse.rows[0] ?? {}, { status: 'SOMETHING_NEW' })
    expect(await outcomeOf(CANCEL)).toMatchObject({ detail: 'warehouse:unasked:unknown-state' })
    expect([warehouse.done.cancel, writes()]).toEqual([0, 0])
  })
})

test('WM-7 once it is set up for a shop every effect there asks it first; switched off, or of another shop, it is not asked', async () => {
  await sends('kuaimai', 'WAIT_SEND_GOODS')
  const shops = createShops({ store, clock, log }, [shopify] as never, async () => undefined)
  await shops.put({ id: SHOP, kind: 'shopify', name: 'Kettles', enabled: true }, { shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: '', base: `http://${platform.seen[0]?.headers['host'] ?? ''}` })
  const values = { ...WAREHOUSE_KEYS.kuaimai, base }
  await shops.warehouses.put({ connectionId: SHOP, kind: 'kuaimai', enabled: true }, values)
  expect((await shops.perform('seat-1', await wish(CANCEL))).effect.outcome).toMatchObject({ detail: 'warehouse:packed:intercept' })
  const asked = warehouse.seen.length
  await shops.warehouses.put({ connectionId: SHOP, kind: 'kuaimai', enabled: false }, values)
  expect((await shops.perform('seat-1', await wish(CANCEL))).effect.outcome).toMatchObject({ state: 'done' })
  expect(warehouse.seen.length).toBe(asked)
  await shops.stop()
})
