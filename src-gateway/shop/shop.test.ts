import { join, resolve } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { Customer } from '../../src-shared/domain/customer.ts'
import { Order } from '../../src-shared/domain/order.ts'
import { acts, beyondCeilings } from '../../src-shared/domain/policy-ceilings.ts'
import { ACTS, MARKS, TOPICS } from '../../src-shared/domain/triage.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { customerAt, orderAt } from './absolute-times.ts'
import { openShop } from './first-open.ts'
import { loadDefaultPolicy, loadDemoCases, loadDemoShop } from './load-shop.ts'

const resources = resolve('resources')
const NOW = 1_700_000_000_000
const DAY = 86_400_000

test('G-22 the shipped shop loads whole, at times around now, with every order\'s customer and product: a demo that starts with a broken order', async () => {
  const shop = await loadDemoShop(resources)
  const products = new Map(shop.products.map((product) => [product.id, product]))
  const customers = new Set(shop.customers.map((customer) => Customer.parse(customerAt(NOW, customer)).id))
  for (const order of shop.orders) {
    const absolute = Order.parse(orderAt(NOW, order, products))
    expect([absolute.no, customers.has(absolute.customerId), absolute.total.amount >= 0]).toEqual([absolute.no, true, true])
    expect(absolute.placedAt).toBe(Math.round(NOW - order.placedDaysAgo * DAY))
    if (order.promisedShipByDaysAgo !== null && order.promisedShipByDaysAgo < 0) expect(absolute.promisedShipBy).toBeGreaterThan(NOW)
  }
  for (const conversation of shop.conversations) expect([conversation.id, conversation.customerId === null || customers.has(conversation.customerId)]).toEqual([conversation.id, true])
})

test('G-22 the default policy names topics, marks and acts that exist, and lets autopilot answer where-is-my-order alone: a limit that a spelling mistake switches off', async () => {
  const policy = await loadDefaultPolicy(resources)
  const { intents, alwaysPerson } = policy
  expect(beyondCeilings(policy)).toEqual([])
  expect(Object.values(policy.actions ?? {}).filter(({ level }) => acts(level))).toEqual([])
  expect(Object.entries(intents).filter(([, { level }]) => acts(level))).toEqual([['where_is_order', { level: 'undo', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates: ['paid', 'shipped', 'delivered'] }]])
  expect(alwaysPerson.topics.filter((topic) => !(TOPICS as readonly string[]).includes(topic))).toEqual([])
  expect(alwaysPerson.marks.filter((mark) => !(MARKS as readonly string[]).includes(mark))).toEqual([])
  expect(alwaysPerson.acts.filter((act) => !(ACTS as readonly string[]).includes(act))).toEqual([])
  expect(alwaysPerson.topics).toEqual(expect.arrayContaining(['safety_incident', 'scam_check', 'refund_only', 'chargeback']))
  expect(alwaysPerson.topics).not.toContain('where_is_order')
})

test('G-22 the shop is set up once; later days find the same times: orders that grow younger with each start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-shop-'))
  const sqliteBinding = process.env.DESKMATE_SQLITE_BINDING ?? null
  const store = openSqliteStore({ dataDir, key: 'ab'.repeat(32), sqliteBinding })
  const shop = await loadDemoShop(resources)
  const load = async () => ({ shop, policy: await loadDefaultPolicy(resources) })
  expect(await openShop(store, () => NOW, load)).toBe(shop.shop.id)
  const no = shop.orders[0]?.no ?? ''
  const before = await store.read(async (tx) => ({ order: await tx.order(no), head: await tx.head(), logId: await tx.meta('logId') }))
  expect(await openShop(store, () => NOW + 10 * DAY, () => Promise.reject(new Error('loaded again')))).toBe(shop.shop.id)
  expect(await store.read(async (tx) => ({ order: await tx.order(no), head: await tx.head(), logId: await tx.meta('logId') }))).toEqual(before)
  await store.close()
  await rm(dataDir, { recursive: true })
})

test('G-22 a missing or broken resource is named: a gateway that fails without saying which file', async () => {
  await expect(loadDemoShop(join(resources, 'nowhere'))).rejects.toMatchObject({ code: 'resources', say: { en: expect.stringContaining('.json') } })
})

test('WB-11 the demo\'s cases begin after what they are about: no parcel is sent back, found broken or fought about before it came', async () => {
  const { orders } = await loadDemoShop(resources)
  const daysAgo = (minutes: number): number => minutes / (24 * 60)
  const early = (await loadDemoCases(resources)).flatMap(({ no, orderNo, openedMinutesAgo, history }) => {
    const order = orders.find((one) => one.no === orderNo)
    const begin = order?.deliveredDaysAgo ?? order?.placedDaysAgo ?? 0
    const times = [openedMinutesAgo, ...history.map(({ minutesAgo }) => minutesAgo)]
    return daysAgo(openedMinutesAgo) <= begin && times.every((at, n) => n === 0 || at <= (times[n - 1] ?? 0)) ? [] : [no]
  })
  expect(early).toEqual([])
})
