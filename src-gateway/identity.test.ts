import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Order } from '../src-shared/domain/order.ts'
import { FAILURES_PER_SHOP, TRIES, TRIES_WINDOW_MS, tryIdentity } from './identity.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import type { Store } from './store/store.ts'

const NOW = 1_700_000_000_000
const OWN = '2188000000000001'
const GIFT = '2188000000000002'
let dir: string
let store: Store

function orderOf(no: string, recipient: string): Order {
  const total = { amount: 100, currency: 'CNY' } as const
  return {
    no, customerId: 'c1', status: 'shipped', items: [], total, placedAt: NOW, paidAt: NOW,
    promisedShipBy: null, shippedAt: null, deliveredAt: null, address: { name: 'N', phone: recipient, region: 'R', detail: 'D' },
    logistics: null, afterSale: null, memo: '',
  }
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gateway-identity-'))
  store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null })
  await store.write(async (tx) => {
    await tx.putCustomer({ id: 'c1', name: 'C', language: 'zh', level: 'regular', phone: '13800001111', since: NOW, note: '' })
    await tx.putOrder(orderOf(OWN, '13800001111'))
    await tx.putOrder(orderOf(GIFT, '13900002222'))
  })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const attempt = (visitor: string, orderNo: string, phoneLast4: string, now = NOW) => store.write((tx) => tryIdentity(tx, now, visitor, { orderNo, phoneLast4 }))

test('G-64 the phone of a gift\'s recipient verifies nobody, the giver\'s own does: a recipient who is shown the giver\'s other orders', async () => {
  expect(await attempt('recipient', GIFT, '2222')).toEqual({ verified: false, triesLeft: TRIES - 1, customerId: null })
  expect(await attempt('giver', GIFT, '1111')).toMatchObject({ verified: true, customerId: 'c1' })
  expect(await attempt('giver', OWN, '1111')).toMatchObject({ verified: true })
})

test('G-61 so many failed tries over all visitors and orders, and nobody is verified for an hour: guesses sprayed with a fresh cookie for each', async () => {
  await store.write(async (tx) => {
    for (let guess = 0; guess < FAILURES_PER_SHOP - 1; guess += 1) await tryIdentity(tx, NOW, `v${Math.floor(guess / TRIES)}`, { orderNo: String(3_000_000_000_000_000 + guess), phoneLast4: '1111' })
  })
  expect(await attempt('before', OWN, '1111')).toMatchObject({ verified: true })
  expect(await attempt('last', OWN, '0000')).toMatchObject({ verified: false, triesLeft: TRIES - 1 })
  expect(await attempt('owner', OWN, '1111')).toEqual({ verified: false, triesLeft: 0, customerId: null })
  expect(await attempt('owner', OWN, '1111', NOW + TRIES_WINDOW_MS)).toEqual({ verified: true, triesLeft: TRIES - 1, customerId: 'c1' })
})

test('G-60 a visitor who is out of tries uses up neither an order nor the shop: one browser that closes the door for all', async () => {
  await store.write(async (tx) => {
    for (let guess = 0; guess < FAILURES_PER_SHOP + 10; guess += 1) await tryIdentity(tx, NOW, 'hostile', { orderNo: OWN, phoneLast4: '0000' })
  })
  expect(await attempt('owner', OWN, '1111')).toMatchObject({ verified: true })
})
