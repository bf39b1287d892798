import { createHash, createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { doudian } from '../../src-gateway/commerce/doudian/shop.ts'
import { doudianSign, paramJson } from '../../src-gateway/commerce/doudian/client.ts'
import { jingdong } from '../../src-gateway/commerce/jd/shop.ts'
import { pinduoduo } from '../../src-gateway/commerce/pdd/shop.ts'
import type { ShopKind, ShopLine, ShopNews } from '../../src-gateway/commerce/shop-kind.ts'
import { shopify } from '../../src-gateway/commerce/shopify/shop.ts'
import { taobao } from '../../src-gateway/commerce/top/shop.ts'
import { Customer } from '../../src-shared/domain/customer.ts'
import { AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import { Order } from '../../src-shared/domain/order.ts'
import { DOUDIAN, DoudianServer } from '../support/shop-doudian.ts'
import { testHost } from '../support/shop-host.ts'
import { JD, JingdongServer } from '../support/shop-jingdong.ts'
import { PDD, PinduoduoServer } from '../support/shop-pinduoduo.ts'
import type { ShopServer } from '../support/shop-server.ts'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { TAOBAO, TaobaoServer } from '../support/shop-taobao.ts'

const NOW = Date.parse('2026-05-02T00:00:00Z')
const FROM = Date.parse('2026-04-30T00:00:00Z')

interface Case {
  kind: ShopKind
  server: () => ShopServer
  settings: Record<string, unknown>
  /** A setting that is wrong. */
  wrong: Record<string, unknown>
  orderNo: string
  order: Partial<Order>
  /** The case that waits there; null: this order has none. */
  case: Partial<AfterSaleCase> | null
  /** Something that may be done as it stands, and how often the server did it. null: nothing may. */
  write: { action: CommerceAction; count: (server: ShopServer) => number } | null
}
const of = <K>(kind: ShopKind<K>): ShopKind => kind as unknown as ShopKind
const cny = (amount: number) => ({ amount, currency: 'CNY' as const })
const agree = (orderNo: string, amount: number): CommerceAction => ({ kind: 'refund', orderNo, mode: 'partial', amount: cny(amount), reason: '' })

const CASES: Record<string, Case> = {
  taobao: {
    kind: of(taobao), server: () => new TaobaoServer(), settings: TAOBAO, wrong: { appSecret: 'other' }, orderNo: '2188000000000000001',
    order: { customerId: 'shop:AAF1', status: 'refunding', total: cny(12_000), paidAt: Date.parse('2026-04-30T02:01:00Z'), flag: 'grey', memo: '' },
    case: { no: '7188000000000000111', kind: 'refund-only', state: 'to-decide', platform: 'taobao', asked: cny(3_000), due: { at: Date.parse('2026-05-03T04:00:00Z'), then: 'granted' } },
    write: { action: agree('2188000000000000001', 3_000), count: (server) => (server as TaobaoServer).agreed },
  },
  pinduoduo: {
    kind: of(pinduoduo), server: () => new PinduoduoServer(), settings: PDD, wrong: { clientSecret: 'other' }, orderNo: '260501-1234567890',
    order: { customerId: 'shop:addr1', status: 'refunding', total: cny(4_560), promisedShipBy: Date.parse('2026-05-03T02:01:00Z') },
    case: { no: '55001', kind: 'refund-only', state: 'to-decide', platform: 'pdd', asked: cny(1_230), due: { at: Date.parse('2026-05-02T12:00:00Z'), then: 'granted' } },
    write: { action: agree('260501-1234567890', 1_230), count: (server) => (server as PinduoduoServer).agreed },
  },
  doudian: {
    kind: of(doudian), server: () => new DoudianServer(), settings: DOUDIAN, wrong: { appSecret: 'other' }, orderNo: '6936476692437472563',
    order: { customerId: 'shop:open1', status: 'refunding', total: cny(8_800), promisedShipBy: 1_777_800_000_000 },
    case: { no: '6936476692437479999', kind: 'refund-only', state: 'to-decide', platform: 'douyin', asked: cny(2_000), due: { at: 1_777_700_000_000, then: 'granted' } },
    write: { action: agree('6936476692437472563', 2_000), count: (server) => (server as DoudianServer).operated },
  },
  jingdong: {
    kind: of(jingdong), server: () => new JingdongServer(), settings: JD, wrong: { appSecret: 'other' }, orderNo: '290000000001',
    order: { customerId: 'shop:jd_***1', status: 'completed', total: cny(6_600), deliveredAt: Date.parse('2026-04-24T02:00:00Z') },
    case: { no: '8000000001', kind: 'return', state: 'goods-coming', platform: 'jd', asked: cny(6_600), due: null }, write: null,
  },
  shopify: {
    kind: of(shopify), server: () => new ShopifyServer(), settings: { shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: 'hook-secret' }, wrong: { accessToken: 'other' }, orderNo: '#1001',
    order: { customerId: 'shop:77', status: 'paid', total: { amount: 11_990, currency: 'EUR' } }, case: null,
    write: { action: { kind: 'refund', orderNo: '#1001', mode: 'partial', amount: { amount: 1_000, currency: 'EUR' }, reason: '' }, count: (server) => (server as ShopifyServer).order.refunds.length },
  },
}

for (const [name, { kind, server: make, settings, wrong, orderNo, order, case: wanted, write }] of Object.entries(CASES)) {
  describe(name, () => {
    let server: ShopServer
    let base: string
    let line: ShopLine
    let host: ReturnType<typeof testHost>
    beforeEach(async () => {
      server = make()
      const url = await server.open()
      base = name === 'taobao' || name === 'pinduoduo' || name === 'jingdong' ? `${url}/router` : url
      host = testHost(() => NOW)
      line = kind.create(kind.settings.parse({ ...settings, base }), host)
    })
    afterEach(() => server.close())
    const news = async (from = FROM, to = NOW): Promise<ShopNews> => {
      const all: ShopNews = { orders: [], cases: [], broken: [] }
      for await (const { orders, cases, broken } of line.changes(from, to)) Object.assign(all, { orders: [...all.orders, ...orders], cases: [...all.cases, ...cases], broken: [...all.broken, ...broken] })
      return all
    }

    test(`SC-5 ${name}: what changed is read with order, customer and case in our terms, deadlines as the platform has them, and a time without changes is empty (a refund that runs out unseen)`, async () => {
      const { orders, cases, broken } = await news()
      expect(broken).toEqual([])
      for (const one of orders) expect([Order.safeParse(one.order).success, Customer.safeParse(one.customer).success]).toEqual([true, true])
      const found = orders.filter((one) => one.order.no === orderNo).at(-1)
      expect(found?.order).toMatchObject(order)
      expect(found?.customer.id).toBe(order.customerId)
      expect(cases.every((one) => AfterSaleCase.safeParse(one).success)).toBe(true)
      if (wanted) expect(cases.at(-1)).toMatchObject({ ...wanted, orderNo, customerId: order.customerId })
      expect(await news(FROM - 5 * 86_400_000, FROM - 4 * 86_400_000)).toMatchObject({ cases: [] })
    })

    test(`SC-5 ${name}: one order and one case are read by their numbers, and what is not there is nothing`, async () => {
      await news()
      expect(await line.order(orderNo)).toMatchObject(order)
      expect(await line.findCustomer({ orderNo })).toMatchObject({ id: order.customerId })
      if (wanted) expect(await line.case(wanted.no ?? '', orderNo)).toMatchObject(wanted)
      expect([await line.order('999999999999'), await line.order('../x'), await line.findCustomer({ orderNo: '999999999999' })]).toEqual([null, null, null])
    })

    test(`SC-6 ${name}: the set-up is tried and says in words what is wrong, without the secret; right, it says nothing (a form that only says no)`, async () => {
      expect(await kind.test(kind.settings.parse({ ...settings, base }), testHost(() => NOW))).toBeNull()
      const said = await kind.test(kind.settings.parse({ ...settings, ...wrong, base }), testHost(() => NOW))
      expect(said?.zh.length).toBeGreaterThan(10)
      expect(JSON.stringify(said)).not.toMatch(/app-secret|client-secret|shpat/u)
      expect((await kind.test(kind.settings.parse({ ...settings, base: 'http://127.0.0.1:9' }), testHost(() => NOW)))?.en).toContain('cannot be reached')
    })

    test(`SC-7 ${name}: a write shows at the shop, and looked up after a lost answer it is known to be done; what never arrived is known not to be (money that leaves again because an answer was lost)`, async () => {
      await news()
      const now = await line.order(orderNo)
      const expects = now && { status: now.status, revision: now.revision ?? 0 }
      if (write === null) {
        expect(await line.perform({ id: v7(), action: { kind: 'memo', orderNo, text: 'x' }, expects, by: 'Amy' })).toMatchObject({ state: 'refused', reason: 'unsupported' })
        return
      }
      const wish = { id: v7(), action: write.action, expects, by: 'Amy' }
      server.troubles.push('cut')
      await expect(line.perform(wish)).rejects.toMatchObject({ code: 'shop-unreachable' })
      expect([line.repeatable(wish) ? 'not-done' : await line.lookUp(wish, now), write.count(server)]).toEqual(['not-done', 0])
      server.troubles.push('lost')
      await expect(line.perform(wish)).rejects.toMatchObject({ code: 'shop-unreachable' })
      expect([await line.lookUp(wish, now), write.count(server)]).toEqual([expect.objectContaining({ state: 'done' }), 1])
    })

    test(`SC-7 ${name}: what moved on, is another sum or cannot be done there is refused with a code, and nothing is sent (a yes to a sum that nobody asked for)`, async () => {
      await news()
      const now = await line.order(orderNo)
      const expects = now && { status: now.status, revision: now.revision ?? 0 }
      const sent = server.seen.length
      expect(await line.perform({ id: v7(), action: { kind: 'coupon', orderNo, amount: cny(1), reason: '' }, expects, by: 'Amy' })).toEqual({ state: 'refused', reason: 'unsupported', detail: 'coupon' })
      expect(server.seen.length).toBe(sent)
      if (write === null) return
      expect(await line.perform({ id: v7(), action: write.action, expects: { status: 'unpaid' }, by: 'Amy' })).toMatchObject({ state: 'refused', reason: 'stale' })
      expect(await line.perform({ id: v7(), action: { ...write.action, amount: { amount: 99_999_900, currency: 'CNY' } } as CommerceAction, expects, by: 'Amy' })).toMatchObject({ state: 'refused', reason: 'amount' })
      expect(write.count(server)).toBe(0)
    })
  })
}

describe('rules of one platform', () => {
  let closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing) await close()
    closing = []
  })
  const opened = async <S extends ShopServer>(server: S): Promise<{ server: S; base: string }> => {
    closing.push(() => server.close())
    return { server, base: await server.open() }
  }

  test('SC-8 taobao: pages are read from the last to the first, in windows of a day at most (an order that changes while we read and falls between two pages)', async () => {
    const { server, base } = await opened(new TaobaoServer())
    for (let n = 2; n <= 120; n++) server.others.push(String(2_188_000_000_000_000n + BigInt(n)))
    const line = taobao.create({ ...TAOBAO, base }, testHost(() => NOW))
    const seen = new Set<string>()
    for await (const { orders } of line.changes(FROM, NOW)) for (const one of orders) seen.add(one.order.no)
    expect(seen.size).toBe(120)
    const pages = server.seen.map(({ body }) => new URLSearchParams(body)).filter((params) => params.get('method') === 'taobao.trades.sold.increment.get' && params.get('use_has_next') === 'true').map((params) => Number(params.get('page_no')))
    expect(pages).toEqual([3, 2, 1])
  })

  test('SC-8 taobao: queued messages are confirmed only when what they name is kept; a failure in between leaves them queued (a push that is lost with the process)', async () => {
    const { server, base } = await opened(new TaobaoServer())
    server.messages = [{ id: 1, content: '{"tid":2188000000000000001,"oid":1}' }, { id: 2, content: '{"other":true}' }]
    const line = taobao.create({ ...TAOBAO, base }, testHost(() => NOW))
    await expect(line.consume?.(async () => { throw new Error('no disk') })).rejects.toThrow('no disk')
    expect(server.confirmed).toEqual([])
    const kept: string[] = []
    await line.consume?.(async (nos) => void kept.push(...nos))
    expect([kept, server.confirmed]).toEqual([['2188000000000000001'], ['1', '2']])
  })

  test('SC-8 pinduoduo: a token that has run out is renewed once, kept, and the call goes on (a shop that goes silent after a month)', async () => {
    const { server, base } = await opened(new PinduoduoServer())
    server.token = 'another'
    const host = testHost(() => NOW)
    const line = pinduoduo.create({ ...PDD, base }, host)
    expect(await line.order('260501-1234567890')).not.toBeNull()
    expect(JSON.parse(host.values.get('token') ?? '')).toMatchObject({ accessToken: 'token-2', refreshToken: 'refresh-2' })
    const again = server.seen.length
    await line.order('260501-1234567890')
    expect(server.seen.slice(again).every(({ body }) => (JSON.parse(body) as Record<string, string>)['access_token'] === 'token-2')).toBe(true)
  })

  test('SC-8 doudian: the published signing vector comes out, keys are sorted on every level and nothing is escaped; a token is fetched by itself and fetched anew when the platform drops it', async () => {
    expect(doudianSign('secret', { appKey: 'app-key', method: 'product.detail', json: '{"a":1,"b":2}', timestamp: '2025-01-02 03:04:05' })).toBe('4eaefa2d3044c9f9711928edc8cfe5df1b7a8fd2d79d5d62866c79bbc4a09f2a')
    expect(paramJson({ b: [{ d: '<&>', c: 1 }], a: null, gone: undefined })).toBe('{"a":null,"b":[{"c":1,"d":"<&>"}]}')
    const { server, base } = await opened(new DoudianServer())
    const line = doudian.create({ ...DOUDIAN, base }, testHost(() => NOW))
    await line.order('6936476692437472563')
    server.tokens = 5
    expect(await line.order('6936476692437472563')).not.toBeNull()
  })

  test('SC-9 pushes are believed by their signature alone: Shopify over the body as it came, 抖店 by its event-sign; a forged one is answered 401 and names nothing', async () => {
    const hook = (body: string, headers: Record<string, string>) => ({ method: 'POST', path: '', query: {}, headers, body: Buffer.from(body) })
    const shop = shopify.create({ shop: 'x.myshopify.com', accessToken: 't', apiSecret: 'hook-secret' }, testHost())
    const body = '{"name": "#1001"}'
    const signed = createHmac('sha256', 'hook-secret').update(body).digest('base64')
    expect(await shop.hook?.(hook(body, { 'x-shopify-topic': 'orders/updated', 'x-shopify-hmac-sha256': signed }))).toEqual({ answer: { status: 200 }, orders: ['#1001'] })
    expect(await shop.hook?.(hook('{"name":"#1001"}', { 'x-shopify-topic': 'orders/updated', 'x-shopify-hmac-sha256': signed }))).toEqual({ answer: { status: 401 }, orders: [] })
    expect(await shopify.create({ shop: 'x.myshopify.com', accessToken: 't', apiSecret: '' }, testHost()).hook?.(hook(body, { 'x-shopify-hmac-sha256': createHmac('sha256', '').update(body).digest('base64') }))).toEqual({ answer: { status: 401 }, orders: [] })
    const dou = doudian.create(doudian.settings.parse(DOUDIAN), testHost())
    const told = '[{"tag":"100","data":"{\\"p_id\\":6936476692437472563}"}]'
    const sign = createHash('md5').update(`app-key${told}app-secret`).digest('hex')
    expect((await dou.hook?.(hook(told, { 'app-id': 'app-key', 'event-sign': sign })))?.orders).toEqual(['6936476692437472563'])
    expect(await dou.hook?.(hook(told, { 'app-id': 'app-key', 'event-sign': sign.replace(/./u, 'z') }))).toEqual({ answer: { status: 401 }, orders: [] })
  })
})
