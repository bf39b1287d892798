// The demo shop holds together: ids, sums, dates and scans.
import { expect, test } from 'vitest'
import { DemoShop } from '../../src-shared/domain/demo-shop.ts'
import { ids, readPart, wrong } from './read-shop.mjs'
import { makeShop } from './waves.mjs'

const [shop, products, customers, orders, articles, conversations] = ['shop', 'products', 'customers', 'orders', 'articles', 'conversations'].map(readPart)

test('J-1 every file parses: a shop that does not open', () => {
  const parsed = DemoShop.safeParse({ shop, products, customers, orders, articles, conversations })
  expect(parsed.error?.issues ?? []).toEqual([])
})

test('J-1 there is as much of everything as was promised, and ids are unique: a thin shop, or two things under one name', () => {
  for (const [rows, least, key] of [[products, 40, 'id'], [customers, 200, 'id'], [orders, 600, 'no'], [articles, 60, 'id'], [conversations, 150, 'id']]) {
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(new Set(ids(rows, key)).size).toBe(rows.length)
  }
  expect(new Set(ids(customers, 'phone')).size).toBe(customers.length)
  const parcels = orders.flatMap((o) => (o.logistics ? [o.logistics.trackingNo] : []))
  expect(new Set(parcels).size).toBe(parcels.length)
  expect(new Set(orders.flatMap((o) => (o.afterSale ? [o.afterSale.id] : []))).size).toBe(orders.filter((o) => o.afterSale).length)
  expect(new Set(ids(products, 'category')).size).toBe(4)
  expect(wrong([...new Set(ids(products, 'category'))], (category) => products.filter((p) => p.category === category).length >= 6)).toEqual([])
  expect(customers.filter((c) => c.language !== 'zh').length).toBeGreaterThanOrEqual(30)
})

test('J-1 no text is empty in either language: a title that nobody can read', () => {
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

test('J-2 orders belong to a customer, name real variants, and add up: a total that no sum gives', () => {
  expect(wrong(orders, (o) => ids(customers).includes(o.customerId))).toEqual([])
  expect(wrong(customers, (c) => orders.some((o) => o.customerId === c.id))).toEqual([])
  expect(wrong(orders, (o) => o.items.every((i) => product.has(i.productId) && i.variant < product.get(i.productId).variants.length))).toEqual([])
  expect(wrong(orders, (o) => o.discount < sum(o))).toEqual([])
  expect(wrong(orders.filter((o) => o.afterSale), (o) => {
    const { kind, amount } = o.afterSale
    return amount.currency === 'CNY' && (['refund', 'return'].includes(kind) ? amount.amount > 0 && amount.amount <= sum(o) - o.discount : amount.amount === 0)
  })).toEqual([])
})

test('J-2 order numbers cannot be taken for bank cards: a number that triage masks', () => {
  const luhn = (s) => [...s].reverse().reduce((t, c, i) => t + (i % 2 ? (c * 2 > 9 ? c * 2 - 9 : c * 2) : +c), 0) % 10 === 0
  expect(wrong(orders, (o) => !luhn(o.no))).toEqual([])
})

test('J-2 dates run placed, paid, shipped, delivered, after-sale; all in the past: a parcel older than its order', () => {
  expect(wrong(orders, (o) => {
    const way = [o.placedDaysAgo, o.paidDaysAgo, o.shippedDaysAgo, o.deliveredDaysAgo].filter((d) => d !== null)
    return way.every((d, i) => d > 0 && (i === 0 || d <= way[i - 1]))
  })).toEqual([])
  expect(wrong(orders, (o) => (o.paidDaysAgo === null) === (o.promisedShipByDaysAgo === null) && (o.paidDaysAgo === null || o.promisedShipByDaysAgo < o.paidDaysAgo))).toEqual([])
  expect(wrong(orders, (o) => !o.afterSale || (o.afterSale.requestedDaysAgo > 0 && o.afterSale.requestedDaysAgo < (o.deliveredDaysAgo ?? o.placedDaysAgo)))).toEqual([])
  expect(wrong(customers, (c) => orders.every((o) => o.customerId !== c.id || o.placedDaysAgo <= c.sinceDaysAgo))).toEqual([])
})

test('J-2 the state of an order fits its dates, its parcel and its case: "delivered" that is still on its way', () => {
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

test('J-2 scans: three to eight, oldest first, after payment, and the last one agrees with the state: a parcel line that contradicts its chip', () => {
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

test('J-2 customers.json and orders.json are what the generator makes: an order mended by hand that the next run undoes', () => {
  expect(makeShop(products)).toEqual({ customers, orders })
})

test('J-2 carriers and goods keep to the shop\'s own rules: a power bank sent overseas, a village that only the post reaches', () => {
  const regionOf = new Map(customers.map((c) => [c.id, orders.find((o) => o.customerId === c.id).address.region]))
  const abroad = (o) => !/[省市]|自治区/.test(regionOf.get(o.customerId))
  const byPost = (o) => /新疆|西藏|内蒙古|青海|甘肃|宁夏/.test(regionOf.get(o.customerId))
  const carrier = (o) => o.logistics?.carrier.zh
  const has = (o, id) => o.items.some((i) => i.productId === id)
  expect(orders.filter(abroad).length).toBeGreaterThanOrEqual(35)
  expect(wrong(orders.filter((o) => o.logistics && abroad(o)), (o) => carrier(o) === '云途')).toEqual([])
  expect(wrong(orders.filter((o) => o.logistics && byPost(o)), (o) => carrier(o) === '邮政EMS')).toEqual([])
  expect(wrong(orders.filter(abroad), (o) => !has(o, 'p02'))).toEqual([])
  expect(wrong(orders.filter((o) => /美国|加拿大|日本/.test(regionOf.get(o.customerId))), (o) => !has(o, 'p11'))).toEqual([])
})
