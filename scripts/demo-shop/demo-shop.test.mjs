// The demo shop holds together: ids, sums, dates, scans, and what the scripted customers say about their orders.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DemoShop } from '../../src-shared/domain/demo-shop.ts'
import { TOPICS } from '../../src-shared/domain/triage.ts'

const DIR = new URL('../../resources/demo-shop/', import.meta.url)
const read = (name) => JSON.parse(readFileSync(new URL(name, DIR), 'utf8'))
const shop = read('shop.json')
const [products, customers, orders, articles, conversations] = ['products', 'customers', 'orders', 'articles', 'conversations'].map((n) => read(`${n}.json`))
const ids = (rows, key = 'id') => rows.map((r) => r[key])
/** What is wrong, as a list: an empty list is a pass and a failure names the records. */
const wrong = (rows, check, name = (r) => r.id ?? r.no) => rows.flatMap((r) => (check(r) ? [] : [name(r)]))

test('every file parses', () => {
  const parsed = DemoShop.safeParse({ shop, products, customers, orders, articles, conversations })
  expect(parsed.error?.issues ?? []).toEqual([])
})

test('there is enough of everything, and ids are unique', () => {
  for (const [rows, least, key] of [[products, 20, 'id'], [customers, 60, 'id'], [orders, 150, 'no'], [articles, 30, 'id'], [conversations, 40, 'id']]) {
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(new Set(ids(rows, key)).size).toBe(rows.length)
  }
  expect(new Set(ids(customers, 'phone')).size).toBe(customers.length)
  const parcels = orders.flatMap((o) => (o.logistics ? [o.logistics.trackingNo] : []))
  expect(new Set(parcels).size).toBe(parcels.length)
  expect(new Set(orders.flatMap((o) => (o.afterSale ? [o.afterSale.id] : []))).size).toBe(orders.filter((o) => o.afterSale).length)
  expect(new Set(ids(products, 'category')).size).toBe(4)
  expect(customers.filter((c) => c.language !== 'zh').length).toBeGreaterThanOrEqual(14)
})

test('no text is empty in either language', () => {
  const empty = []
  const walk = (value, path) => {
    if (value === null || typeof value !== 'object') return
    if ('zh' in value && 'en' in value && (!value.zh.trim() || !value.en.trim())) empty.push(path)
    for (const [k, v] of Object.entries(value)) walk(v, `${path}/${k}`)
  }
  walk({ shop, products, orders, articles }, '')
  expect(empty).toEqual([])
  expect(wrong(conversations, (c) => c.displayName.trim() && c.steps.every((s) => s.text.trim()))).toEqual([])
})

const product = new Map(products.map((p) => [p.id, p]))
const sum = (o) => o.items.reduce((s, i) => s + product.get(i.productId).price.amount * i.quantity, 0)

test('orders belong to a customer, name real variants, and add up', () => {
  expect(wrong(orders, (o) => ids(customers).includes(o.customerId))).toEqual([])
  expect(wrong(customers, (c) => orders.some((o) => o.customerId === c.id))).toEqual([])
  expect(wrong(orders, (o) => o.items.every((i) => product.has(i.productId) && i.variant < product.get(i.productId).variants.length))).toEqual([])
  expect(wrong(orders, (o) => o.discount < sum(o))).toEqual([])
  expect(wrong(orders.filter((o) => o.afterSale), (o) => {
    const { kind, amount } = o.afterSale
    return amount.currency === 'CNY' && (['refund', 'return'].includes(kind) ? amount.amount > 0 && amount.amount <= sum(o) - o.discount : amount.amount === 0)
  })).toEqual([])
})

test('order numbers cannot be taken for bank cards', () => {
  const luhn = (s) => [...s].reverse().reduce((t, c, i) => t + (i % 2 ? (c * 2 > 9 ? c * 2 - 9 : c * 2) : +c), 0) % 10 === 0
  expect(wrong(orders, (o) => !luhn(o.no))).toEqual([])
})

test('dates run placed, paid, shipped, delivered, after-sale; all in the past', () => {
  expect(wrong(orders, (o) => {
    const way = [o.placedDaysAgo, o.paidDaysAgo, o.shippedDaysAgo, o.deliveredDaysAgo].filter((d) => d !== null)
    return way.every((d, i) => d > 0 && (i === 0 || d <= way[i - 1]))
  })).toEqual([])
  expect(wrong(orders, (o) => (o.paidDaysAgo === null) === (o.promisedShipByDaysAgo === null) && (o.paidDaysAgo === null || o.promisedShipByDaysAgo < o.paidDaysAgo))).toEqual([])
  expect(wrong(orders, (o) => !o.afterSale || (o.afterSale.requestedDaysAgo > 0 && o.afterSale.requestedDaysAgo < (o.deliveredDaysAgo ?? o.placedDaysAgo)))).toEqual([])
  expect(wrong(customers, (c) => orders.every((o) => o.customerId !== c.id || o.placedDaysAgo <= c.sinceDaysAgo))).toEqual([])
})

test('the state of an order fits its dates, its parcel and its case', () => {
  const fits = {
    unpaid: (o) => o.paidDaysAgo === null && !o.logistics && !o.afterSale,
    paid: (o) => o.paidDaysAgo !== null && !o.logistics && !o.afterSale,
    shipped: (o) => o.logistics && o.logistics.status !== 'delivered' && o.deliveredDaysAgo === null,
    delivered: (o) => o.logistics?.status === 'delivered' && o.deliveredDaysAgo !== null && !['paid'].includes(o.afterSale?.status),
    completed: (o) => o.logistics?.status === 'delivered' && o.deliveredDaysAgo > 7,
    cancelled: (o) => !o.logistics && (o.paidDaysAgo === null ? !o.afterSale : o.afterSale?.status === 'paid'),
    refunding: (o) => ['requested', 'approved', 'goods-on-way', 'inspecting'].includes(o.afterSale?.status) && ['refund', 'return'].includes(o.afterSale.kind),
    refunded: (o) => o.afterSale?.status === 'paid',
  }
  expect(wrong(orders, (o) => fits[o.status](o))).toEqual([])
  expect(wrong(orders, (o) => (o.shippedDaysAgo === null) === (o.logistics === null))).toEqual([])
  expect(Object.keys(fits).filter((s) => !orders.some((o) => o.status === s))).toEqual([])
})

test('scans: three to eight, oldest first, after payment, and the last one agrees with the state', () => {
  const shipped = orders.filter((o) => o.logistics)
  const name = (o) => `${o.no} ${o.logistics.status}`
  expect(wrong(shipped, ({ logistics: { events: e } }) => e.length >= 3 && e.length <= 8, name)).toEqual([])
  expect(wrong(shipped, (o) => o.logistics.events.every((e, i, all) => e.daysAgo > 0 && e.daysAgo <= (i ? all[i - 1].daysAgo : o.paidDaysAgo)), name)).toEqual([])
  expect(wrong(shipped, (o) => o.logistics.events.some((e) => e.daysAgo === o.shippedDaysAgo), name)).toEqual([])
  expect(wrong(shipped, (o) => o.deliveredDaysAgo === null || o.logistics.events.at(-1).daysAgo === o.deliveredDaysAgo, name)).toEqual([])
  expect(wrong(shipped, (o) => o.logistics.status !== 'stuck' || o.logistics.events.at(-1).daysAgo > 2.5, name)).toEqual([])
  expect(wrong(shipped, (o) => o.logistics.status !== 'in-transit' || o.logistics.events.at(-1).daysAgo < 1.5, name)).toEqual([])
  expect(wrong(shipped, (o) => o.logistics.etaDaysAgo === null || o.logistics.etaDaysAgo < 0, name)).toEqual([])
  expect(shipped.filter((o) => o.logistics.status === 'stuck').length).toBeGreaterThanOrEqual(5)
  expect(orders.filter((o) => o.status === 'paid' && o.promisedShipByDaysAgo > 0).length).toBeGreaterThanOrEqual(5)
})

/** rules.md: blocked everywhere, blocked on Chinese platforms, bare promises, empty times, absolute claims. */
const FORBIDDEN = [
  '最终解释权', '签收即视为', '概不退换', '赠品不售后', '拆封不退', '特价商品不退', '开票加税点', '丢件与我们无关', '加黑名单', '曝光您', '报警抓', '爱买不买',
  '加微信', '加V', '扫码加', 'QQ号', '私下转账', '支付宝转我', '收款码', '退款走微信', '别走平台', '打我电话', '好评返现', '撤销售后才', '先确认收货', '我先点发货',
  '爱退不退', '不可能', '没办法', '规定就是', '去找快递公司', '你去投诉', '一定', '肯定', '保证', '马上', '尽快', '过两天', '稍后', '绝对', '永不', '史上最', '全网最', '国家级', '最高级', '最佳', '第一品牌', '100%', '100 %',
]
const FORBIDDEN_EN = ['no refunds', 'all sales final', 'contact the carrier, not us', '5 stars', 'friends and family', 'whatsapp', 'guarantee', "that's our policy", 'calm down', 'as soon as possible', 'asap', 'the best', '100%']

test('articles: known topics, real products, right length, nothing a shop may not say', () => {
  expect(wrong(articles, (a) => a.topics.length > 0 && a.topics.every((t) => TOPICS.includes(t)))).toEqual([])
  expect(wrong(articles, (a) => a.productIds.every((p) => product.has(p)))).toEqual([])
  expect(wrong(articles, (a) => [...a.body.zh].length >= 80 && [...a.body.zh].length <= 300)).toEqual([])
  const customer = articles.filter((a) => a.audience === 'customer')
  expect(customer.length).toBeGreaterThanOrEqual(26)
  expect(articles.length - customer.length).toBeGreaterThanOrEqual(4)
  expect(customer.flatMap((a) => [
    ...FORBIDDEN.filter((w) => `${a.title.zh}\n${a.body.zh}`.includes(w)), ...FORBIDDEN_EN.filter((w) => `${a.title.en}\n${a.body.en}`.toLowerCase().includes(w)),
  ].map((w) => `${a.id}: ${w}`))).toEqual([])
  // what is promised about the goods is what the goods say
  const warranty = articles.find((a) => a.id === 'warranty-repair').body.zh
  expect(warranty).toContain('充电器 18 个月')
  expect([product.get('p04').warrantyMonths, product.get('p11').warrantyMonths, product.get('p18').warrantyMonths, product.get('p14').warrantyMonths]).toEqual([18, 24, 24, 36])
})

test('conversations: steps say when exactly once, begin in the half-hour, and refer to what exists', () => {
  expect(wrong(conversations, (c) => c.customerId === null || ids(customers).includes(c.customerId))).toEqual([])
  expect(wrong(conversations, (c) => c.steps.every((s) => [s.at, s.afterReply, s.ifNoReply].filter((x) => x !== undefined).length === 1))).toEqual([])
  expect(wrong(conversations, (c) => c.steps[0].at !== undefined)).toEqual([])
  expect(wrong(conversations, (c) => c.steps.length >= 2 && c.steps.length <= 7)).toEqual([])
  expect(wrong(conversations, (c) => { const at = c.steps.flatMap((s) => s.at ?? []); return at.every((t, i) => i === 0 || t > at[i - 1]) })).toEqual([])
  expect(conversations.filter((c) => c.steps[0].at < 38_700 + 300).length).toBeGreaterThanOrEqual(12)
  const pictures = conversations.flatMap((c) => c.steps.flatMap((s) => s.picture ?? []))
  expect(pictures.length).toBeGreaterThanOrEqual(2)
  for (const p of pictures) expect(readFileSync(new URL(`pictures/${p}`, DIR)).length).toBeLessThan(40_000)
  const numbers = conversations.flatMap((c) => c.steps.flatMap((s) => s.text.match(/\d{16}/g) ?? []))
  expect(numbers.filter((n) => !ids(orders, 'no').includes(n))).toEqual([])
})

test('conversations: the mix that was promised', () => {
  const count = (check) => conversations.filter(check).length
  const kinds = Object.fromEntries([...new Set(ids(conversations, 'kind'))].map((k) => [k, count((c) => c.kind === k)]))
  expect(kinds).toEqual({ routine: 12, confused: 4, multilingual: 6, angry: 4, 'turning-angry': 4, threat: 4, spam: 1, injection: 2, 'several-orders': 3 })
  expect(count((c) => c.customerId === null)).toBeGreaterThanOrEqual(5)
  // a customer who asks where the parcel is really has one on its way
  for (const id of ['d01', 'd03', 'd05', 'd18', 'd24', 'd33']) {
    const { customerId } = conversations.find((c) => c.id === id)
    expect(orders.some((o) => o.customerId === customerId && o.logistics?.status === 'in-transit'), id).toBe(true)
  }
  expect(wrong(conversations.filter((c) => c.kind === 'several-orders'), (c) => orders.filter((o) => o.customerId === c.customerId).length >= 3)).toEqual([])
  // whoever counts as angry says so even when answered in time
  expect(wrong(conversations.filter((c) => c.angry), (c) => c.steps.some((s) => s.ifNoReply === undefined && /[!!]|投诉|骗|扯|12315|unacceptable/i.test(s.text)))).toEqual([])
})
