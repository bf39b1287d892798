import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLAIM_MS } from '../../src-gateway/commerce/outside/begin.ts'
import { createOutside, type Outside } from '../../src-gateway/commerce/outside/outside.ts'
import { keepNews } from '../../src-gateway/commerce/shops/news.ts'
import type { ShopLine } from '../../src-gateway/commerce/shop-kind.ts'
import { taobao } from '../../src-gateway/commerce/top/shop.ts'
import { shopify } from '../../src-gateway/commerce/shopify/shop.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { testHost } from '../support/shop-host.ts'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { TAOBAO, TaobaoServer } from '../support/shop-taobao.ts'

const SHOP = 'shop'
const REFUND: CommerceAction = { kind: 'refund', orderNo: '#1001', mode: 'partial', amount: { amount: 1_990, currency: 'EUR' }, reason: 'late' }
class Killed extends Error {}

let now = Date.parse('2026-05-02T00:00:00Z')
let dir: string
let store: Store
let server: ShopifyServer
let line: ShopLine
let conversationId: string
const log = pino({ level: 'silent' })
const clock = { now: () => now, after: () => () => undefined }

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shop-effects-'))
  store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null })
  server = new ShopifyServer()
  line = shopify.create({ shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: '', base: await server.open() }, testHost(() => now, SHOP)) as ShopLine
  conversationId = v7()
  await store.write(async (tx) => { for await (const news of line.changes(now - 7 * 86_400_000, now)) await keepNews(tx, now, SHOP, news) })
  await store.write((tx) => tx.append(now, { type: 'conversation', conversation: { id: conversationId, shopId: 'demo', channel: 'web', displayName: 'Ann', customerId: `${SHOP}:77`, verification: 'channel', status: 'open', assignee: null, createdAt: now, updatedAt: now } }))
})
afterEach(async () => {
  await store.close()
  await server.close()
  await rm(dir, { recursive: true })
})

const outsideOver = (over: Store, shop: ShopLine = line): Outside => createOutside({ store: over, clock, log, line: () => shop })
async function wish(action: CommerceAction = REFUND): Promise<SeatParams<'perform'>> {
  const order = await store.read((tx) => tx.order(action.orderNo ?? ''))
  if (!order) throw new Error('no order')
  return { id: v7(), conversationId, caseId: null, runId: null, action, by: { kind: 'agent', name: 'Amy' }, expects: { status: order.status, revision: order.revision ?? 0 } }
}
const effects = async (): Promise<Effect[]> => (await store.read((tx) => tx.eventsAfter(0, 1000))).flatMap(({ change }) => (change.type === 'effect' ? [change.effect] : []))
const spent = async (): Promise<number> => (await store.read((tx) => tx.spent('order:#1001', 0))).amount
const refunds = (): number => server.order.refunds.length

/** A store whose process dies at its nth write: before anything of it is on disk, or right after. */
function dyingStore(at: number, when: 'before' | 'after'): Store {
  let writes = 0
  let dead = false
  return {
    ...store, read: (work) => dead ? Promise.reject(new Killed()) : store.read(work), onAppended: (listener) => store.onAppended(listener), close: () => Promise.resolve(),
    write: async (work) => {
      if (dead) throw new Killed()
      dead = ++writes === at
      if (dead && when === 'before') throw new Killed()
      const result = await store.write(work)
      if (dead) throw new Killed()
      return result
    },
  }
}

describe('SC-1 an effect at a shop behind HTTP', () => {
  for (let at = 1; at <= 5; at++) {
    for (const when of ['before', 'after'] as const) {
      test(`SC-1 killed ${when} its write ${at}, it is done once, counted once and told once (a refund that is paid twice, or is forgotten)`, async () => {
        const request = await wish()
        await outsideOver(dyingStore(at, when)).perform('seat-1', request, SHOP).catch(() => null)
        now += CLAIM_MS + 1
        const next = outsideOver(store)
        await next.resume()
        const { effect } = await next.perform('seat-1', request, SHOP)
        expect(effect.outcome).toEqual({ state: 'done', reference: '1' })
        expect([refunds(), await spent(), (await effects()).length]).toEqual([1, 1_990, 1])
        expect(await store.read((tx) => tx.shops.intents())).toEqual([])
        expect((await store.read((tx) => tx.order('#1001')))?.payouts).toHaveLength(1)
      })
    }
  }

  for (const trouble of ['lost', 'cut', 'broken'] as const) {
    test(`SC-1 with its answer ${trouble}, the seat hears that nobody knows, and asked again it is done once (a retry that pays again)`, async () => {
      const request = await wish()
      server.troubles.push(trouble)
      await expect(outsideOver(store).perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unreachable', retryable: true })
      expect((await effects()).length).toBe(0)
      const { effect } = await outsideOver(store).perform('seat-1', request, SHOP).catch(() => {
        now += CLAIM_MS + 1
        return outsideOver(store).perform('seat-1', request, SHOP)
      })
      expect(effect.outcome.state).toBe('done')
      expect([refunds(), await spent(), (await effects()).length]).toEqual([1, 1_990, 1])
    })
  }

  test('SC-2 what the shop refuses is a refusal, its money is not counted, and the same id stays refused (a cap that is used up by what never left)', async () => {
    const request = await wish({ ...REFUND, amount: { amount: 11_990, currency: 'EUR' } } as CommerceAction)
    server.order.transactions = []
    const { effect } = await outsideOver(store).perform('seat-1', request, SHOP)
    expect(effect.outcome).toEqual({ state: 'refused', reason: 'amount', detail: 'more-than-paid' })
    expect([refunds(), await spent()]).toEqual([0, 0])
    expect((await outsideOver(store).perform('seat-1', request, SHOP)).effect).toEqual(effect)
  })

  test('SC-2 the order is read at the shop before it is asked: what moved on there since is stale here, and the desks get it as it is (a refund over one that a colleague gave in the shop itself)', async () => {
    const request = await wish()
    server.order.updatedAt = '2026-05-01T09:00:00Z'
    const { effect } = await outsideOver(store).perform('seat-1', request, SHOP)
    expect(effect.outcome).toMatchObject({ state: 'refused', reason: 'stale' })
    expect([refunds(), (await store.read((tx) => tx.order('#1001')))?.revision]).toEqual([0, Date.parse('2026-05-01T09:00:00Z') / 1000])
    expect((await outsideOver(store).perform('seat-1', await wish(), SHOP)).effect.outcome.state).toBe('done')
  })

  test('SC-2 while one is under way for an order no other moves its money or goods, under another id or from another desk (two desks that refund side by side)', async () => {
    server.troubles.push('cut')
    await outsideOver(store).perform('seat-1', await wish(), SHOP).catch(() => null)
    const { effect } = await outsideOver(store).perform('seat-2', await wish(), SHOP)
    expect(effect.outcome).toEqual({ state: 'refused', reason: 'already', detail: 'under-way:refund' })
    await expect(outsideOver(store).perform('seat-1', { ...await wish(), id: (await store.read((tx) => tx.shops.intents()))[0]?.id ?? '', action: { ...REFUND, reason: 'other' } as CommerceAction }, SHOP)).rejects.toMatchObject({ code: 'id-taken' })
    expect(refunds()).toBe(0)
  })

  test('SC-2 asked twice at the same moment it is one call to the shop (a double click)', async () => {
    const request = await wish()
    const outside = outsideOver(store)
    const both = await Promise.all([outside.perform('seat-1', request, SHOP), outside.perform('seat-1', request, SHOP)])
    expect(both[0].effect).toEqual(both[1].effect)
    expect(refunds()).toBe(1)
  })

  test('SC-3 what the shop cannot show goes to a person with a note in the conversation, is not done again, and ends by what they found (a second parcel on a guess)', async () => {
    const request = await wish({ kind: 'change-address', orderNo: '#1001', address: { name: 'Ann Lee', phone: '1', region: 'Bath', detail: '2 Oak St' } })
    server.troubles.push('cut')
    const blind: ShopLine = { ...line, repeatable: () => false, lookUp: async () => 'unknown' }
    await outsideOver(store, blind).perform('seat-1', request, SHOP).catch(() => null)
    now += CLAIM_MS + 1
    const outside = outsideOver(store, blind)
    await outside.resume()
    await expect(outside.perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unsure', retryable: true })
    const asked = server.seen.length
    await outside.resume()
    await expect(outside.perform('seat-1', request, SHOP)).rejects.toMatchObject({ code: 'shop-unsure' })
    expect(server.seen.length).toBe(asked)
    const notes = (await store.read((tx) => tx.eventsAfter(0, 1000))).filter(({ change }) => change.type === 'note')
    expect(notes).toHaveLength(1)
    await outside.decide(request.id, { state: 'not-done' })
    expect((await outside.perform('seat-1', request, SHOP)).effect.outcome).toEqual({ state: 'refused', reason: 'shop', detail: 'person:not-done' })
    await expect(outside.decide(request.id, { state: 'not-done' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('SC-10 a step in a case at a platform that knows no keys', () => {
  const TRADE = '2188000000000000001'
  let platform: TaobaoServer
  let there: ShopLine
  beforeEach(async () => {
    platform = new TaobaoServer()
    there = taobao.create(taobao.settings.parse({ ...TAOBAO, base: await platform.open() }), testHost(() => now, 'tb'))
    await store.write(async (tx) => { for await (const news of there.changes(now - 2 * 86_400_000, now)) await keepNews(tx, now, 'tb', news) })
  })
  afterEach(() => platform.close())
  const theCase = async (): Promise<AfterSaleCase> => {
    const found = (await store.read((tx) => tx.states(null, 1000))).flatMap(({ change }) => (change.type === 'case' ? [change.case] : []))[0]
    if (!found) throw new Error('no case')
    return found
  }
  async function step(over: Partial<SeatParams<'case.act'>> = {}): Promise<SeatParams<'case.act'>> {
    const [one, order] = [await theCase(), await store.read((tx) => tx.order(TRADE))]
    return { id: v7(), caseId: one.id, revision: one.revision, act: { kind: 'approve', amount: null }, runId: null, by: { kind: 'agent', name: 'Amy' }, expects: { status: order?.status ?? 'paid', revision: order?.revision ?? 0 }, ...over }
  }

  for (let at = 1; at <= 5; at++) {
    for (const when of ['before', 'after'] as const) {
      test(`SC-10 killed ${when} its write ${at}, the refund is agreed to once, and case, order and effect come together (a refund that is agreed to twice, or a case that says it was not)`, async () => {
        const request = await step()
        await outsideOver(dyingStore(at, when), there).actOnCase('seat-1', request, 'tb').catch(() => null)
        now += CLAIM_MS + 1
        const next = outsideOver(store, there)
        await next.resume()
        const answer = await next.actOnCase('seat-1', request, 'tb')
        expect([answer.outcome, answer.case.state, platform.agreed]).toEqual([{ state: 'done' }, 'granted', 1])
        expect(answer.case.history.at(-1)).toMatchObject({ id: request.id, step: 'approved', by: { name: 'Amy' } })
        expect([(await effects()).map(({ id, outcome }) => [id, outcome.state]), (await store.read((tx) => tx.spent(`order:${TRADE}`, 0))).amount]).toEqual([[[request.id, 'done']], 3_000])
        expect((await store.read((tx) => tx.order(TRADE)))?.status).toBe('refunded')
      })
    }
  }

  test('SC-10 a lost answer is looked up by the case itself; what the platform refuses stays refused under its id, and the case stands as the platform has it (a case that a desk closed alone)', async () => {
    const request = await step()
    platform.troubles.push('lost')
    await expect(outsideOver(store, there).actOnCase('seat-1', request, 'tb')).rejects.toMatchObject({ code: 'shop-unreachable' })
    now += CLAIM_MS + 1
    expect((await outsideOver(store, there).actOnCase('seat-1', request, 'tb')).outcome).toEqual({ state: 'done' })
    expect(platform.agreed).toBe(1)
  })

  test('SC-10 a step on a case that the customer took back meanwhile is refused, asked again too, and the case then says so', async () => {
    const request = await step({ act: { kind: 'inspected', ok: true, note: '' } })
    expect((await outsideOver(store, there).actOnCase('seat-1', request, 'tb')).outcome).toEqual({ state: 'refused', reason: 'state', detail: 'case:to-decide' })
    const approve = await step()
    platform.refund.version = '1'
    platform.refund.status = 'CLOSED'
    const first = await outsideOver(store, there).actOnCase('seat-1', approve, 'tb')
    expect([first.outcome.state, platform.agreed]).toEqual(['refused', 0])
    expect((await outsideOver(store, there).actOnCase('seat-1', approve, 'tb')).outcome).toEqual(first.outcome)
  })
})
