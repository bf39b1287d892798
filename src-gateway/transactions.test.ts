import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DemoConversation } from '../src-shared/domain/demo-shop.ts'
import { LEASE_MS } from '../src-shared/wire/seat.ts'
import { receiveCustomerMessage } from './append.ts'
import { freshProgress } from './channels/demo/cast.ts'
import { moveProgress, playStep } from './channels/demo/play-step.ts'
import { askLease, sweepLeases } from './leases.ts'
import { sendReply } from './reply.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import type { Store } from './store/store.ts'

let dir: string
let store: Store
const conversationId = v7()
const NOW = 1_700_000_000_000

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gateway-tx-'))
  store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null })
  await store.write(async (tx) => {
    await tx.append(NOW, { type: 'conversation', conversation: { id: conversationId, shopId: 's', channel: 'web', displayName: '', customerId: null, verification: 'none', status: 'open', assignee: null, createdAt: NOW, updatedAt: NOW } })
    await receiveCustomerMessage(tx, NOW, { id: v7(), conversationId, author: { kind: 'customer', id: 'v', name: '' }, text: 'hello', attachments: [] })
  })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const ask = (seatId: string, at: number, want = true) => store.write((tx) => askLease(tx, at, seatId, conversationId, want))
const reply = (seatId: string, at: number, kind: 'agent' | 'autopilot') => store.write((tx) => sendReply(tx, at, seatId, { id: v7(), conversationId, text: 'x', attachments: [], author: { kind, name: '' }, basedOnSeq: 9 }))
const assignee = async () => (await store.read((tx) => tx.conversation(conversationId)))?.conversation.assignee

test('G-6 a lease that ran out holds nobody off, swept or not: a desk that died and keeps its chats until a timer runs', async () => {
  expect(await ask('a', NOW)).toEqual({ granted: true, holder: 'a', expiresAt: NOW + LEASE_MS })
  expect(await ask('b', NOW + LEASE_MS - 1)).toMatchObject({ granted: false, holder: 'a' })
  expect(await reply('a', NOW + LEASE_MS, 'autopilot')).toMatchObject({ reason: 'lease' })
  expect(await ask('b', NOW + LEASE_MS)).toMatchObject({ granted: true, holder: 'b' })
  expect(await assignee()).toBe('b')
})

test('G-62 a lease given by a clock that was wrong by a year holds nobody off: every chat of the day locked by a seat that went', async () => {
  await ask('a', NOW + 365 * 86_400_000)
  expect(await ask('b', NOW)).toMatchObject({ granted: true, holder: 'b', expiresAt: NOW + LEASE_MS })
  expect(await assignee()).toBe('b')
})

test('G-6 a person\'s reply takes a free lease and renews the own one, an automatic one takes none: two people who answer at once', async () => {
  expect(await reply('a', NOW, 'autopilot')).toMatchObject({ reason: 'lease' })
  expect(await reply('a', NOW, 'agent')).toMatchObject({ status: 'accepted' })
  expect(await assignee()).toBe('a')
  expect(await reply('b', NOW + 1, 'agent')).toMatchObject({ reason: 'lease' })
  await reply('a', NOW + 1000, 'agent')
  expect(await store.read((tx) => tx.lease(conversationId))).toMatchObject({ seatId: 'a', expiresAt: NOW + 1000 + LEASE_MS })
})

test('G-6 a sweep gives back what ran out, once, and nothing else: a lease taken from a desk that lives', async () => {
  await ask('a', NOW)
  expect(await sweepLeases(store, () => NOW + LEASE_MS - 1)).toBe(0)
  expect(await assignee()).toBe('a')
  expect(await sweepLeases(store, () => NOW + LEASE_MS)).toBe(1)
  const head = await store.read((tx) => tx.head())
  expect([await assignee(), await sweepLeases(store, () => NOW + LEASE_MS), await store.read((tx) => tx.head())]).toEqual([null, 0, head])
})

test('G-17 a player that stands still neither repeats a step nor turns the progress back: two gateways that play the same demo', async () => {
  const script: DemoConversation = { id: 'd01', customerId: null, displayName: 'D', kind: 'routine', angry: false, steps: [{ text: 'a', at: 0 }, { text: 'b', at: 1 }, { text: 'c', at: 2 }] }
  const stage = { logId: 'log', shopId: 's', scene: { demoId: 'd01', script } }
  const clock = (at: number) => ({ at, since: 0, round: 0 })
  const progress = async () => (await store.read((tx) => tx.demoProgress()))[0] ?? freshProgress('d01')
  const stale = await progress()
  await store.write((tx) => playStep(tx, NOW, stage, stale, clock(0), []))
  await store.write(async (tx) => playStep(tx, NOW, stage, (await tx.demoProgress())[0] ?? stale, clock(1), []))
  const before = { progress: await progress(), head: await store.read((tx) => tx.head()) }
  await store.write((tx) => playStep(tx, NOW, stage, stale, clock(5), []))
  await store.write((tx) => moveProgress(tx, stale, { ...stale, nextStep: 1 }))
  expect({ progress: await progress(), head: await store.read((tx) => tx.head()) }).toEqual(before)
  expect(before.progress).toMatchObject({ nextStep: 2, lastPlayed: { seq: 2, at: 1 } })
})
