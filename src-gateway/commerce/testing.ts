import type { HoldScope } from '../../src-shared/domain/autonomy.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { ACTION_KINDS, type CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Caps } from '../../src-shared/domain/policy-limits.ts'
import type { ActionPolicy, Policy } from '../../src-shared/domain/policy.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { holdLease } from '../leases.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { demoShop } from './demo-shop/demo-shop.ts'
import { performEffect } from './perform-effect.ts'

export const NOW = 1_700_000_000_000
export const SEAT = 'seat-1'
const DAY = 86_400_000
export const yuan = (amount: number) => ({ amount, currency: 'CNY' as const })

/** Two pieces at 100.00 and one at 50.00. */
export function testOrder(over: Partial<Order> = {}): Order {
  return {
    no: 'o1', customerId: 'c1', status: 'delivered', total: yuan(25_000),
    items: [
      { productId: 'p1', title: { zh: '耳机', en: 'Earbuds' }, variant: { zh: '白', en: 'White' }, quantity: 2, price: yuan(10_000) },
      { productId: 'p2', title: { zh: '线', en: 'Cable' }, variant: { zh: '一米', en: '1 m' }, quantity: 1, price: yuan(5_000) },
    ],
    placedAt: NOW - 6 * DAY, paidAt: NOW - 6 * DAY, promisedShipBy: null, shippedAt: NOW - 5 * DAY, deliveredAt: NOW - DAY,
    address: { name: '陈', phone: '13800004321', region: '浙江省 杭州市', detail: '文三路 1 号' },
    logistics: { carrier: { zh: '中通', en: 'ZTO' }, trackingNo: 'Z1', status: 'delivered', etaAt: null, events: [] }, afterSale: null, memo: '', ...over,
  }
}

const product = (id: string, price: number, variants: [string, string][], variantStock: number[]): Product =>
  ({ id, title: { zh: id, en: id }, category: 'x', price: yuan(price), specs: [], variants: variants.map(([zh, en]) => ({ zh, en })), warrantyMonths: 12, variantStock })

/** A policy in which every action has this level and these caps. */
function letting(level: ActionPolicy['level'], caps?: Caps): Policy {
  const row: ActionPolicy = { level, undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1, ...(caps ? { caps } : {}) }
  return { id: 'default', version: 1, intents: {}, actions: Object.fromEntries(ACTION_KINDS.map((kind) => [kind, row])), alwaysPerson: { topics: [], marks: [], acts: [] } }
}

/** What a test says otherwise; `expects` is how the order stands unless given. */
export type Given = Partial<SeatParams<'perform'>> & { at?: number; seat?: string }

/** The demo shop with one customer's verified conversation, over a store of its own. */
export async function openTestShop(orders: readonly Order[] = [testOrder()]) {
  const dir = await mkdtemp(join(tmpdir(), 'gateway-shop-'))
  const store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null })
  const conversationId = v7()
  const conversation = (over: Partial<Conversation> = {}): Conversation => ({
    id: conversationId, shopId: 'demo', channel: 'web', displayName: 'Chen', customerId: 'c1', verification: 'channel', status: 'open', assignee: null, createdAt: NOW, updatedAt: NOW, ...over,
  })
  await store.write(async (tx) => {
    for (const id of ['c1', 'c2']) await tx.putCustomer({ id, name: id, language: 'zh', level: 'regular', phone: `1390000000${id.slice(1)}`, since: 0, note: '' })
    for (const order of orders) await tx.putOrder(order)
    await tx.append(NOW, { type: 'product', product: product('p1', 10_000, [['白', 'White'], ['黑', 'Black']], [3, 0]) })
    await tx.append(NOW, { type: 'product', product: product('p2', 4_000, [['一米', '1 m'], ['两米', '2 m']], [5, 5]) })
    await tx.append(NOW, { type: 'conversation', conversation: conversation() })
    await tx.append(NOW, { type: 'policy', policy: letting('act') })
  })
  const shop = {
    store, conversationId,
    /** @param over `conversationId` and `by` are a person's in the verified conversation unless given. `expects`: as the order stands */
    async perform(action: CommerceAction, over: Given = {}): Promise<Effect> {
      const { at = NOW, seat = SEAT, ...given } = over
      return store.write(async (tx) => {
        const order = action.orderNo === null ? null : await tx.order(action.orderNo)
        const expects = order && { status: order.status, revision: order.revision ?? 0 }
        const request = { id: v7(), conversationId, caseId: null, runId: null, by: { kind: 'agent' as const, name: '小林' }, expects, ...given, action }
        return (await performEffect(tx, at, seat, demoShop(tx, at), request)).effect
      })
    },
    /** As autopilot, which holds the lease. */
    async auto(action: CommerceAction, over: Given = {}): Promise<Effect> {
      const at = over.at ?? NOW
      await store.write(async (tx) => {
        const row = await tx.conversation(conversationId)
        if (row) await holdLease(tx, at, row, SEAT)
      })
      return shop.perform(action, { by: { kind: 'autopilot', name: '小店' }, ...over })
    },
    policy: (caps?: Caps, level: ActionPolicy['level'] = 'act') => store.write((tx) => tx.append(NOW, { type: 'policy', policy: letting(level, caps) })),
    converse: (over: Partial<Conversation>) => store.write((tx) => tx.append(NOW, { type: 'conversation', conversation: conversation(over) })),
    hold: (scope: HoldScope, name: string) => store.write((tx) => tx.append(NOW, { type: 'autopilot-hold', hold: { scope, name, ceiling: 'off', why: 'person', by: { seatId: 'seat', name: '' }, at: NOW } })),
    pause: () => store.write((tx) => tx.append(NOW, { type: 'autopilot', paused: true, by: 'seat' })),
    put: (order: Order) => store.write((tx) => tx.putOrder(order)),
    order: async (no = 'o1'): Promise<Order> => {
      const found = await store.read((tx) => tx.order(no))
      if (!found) throw new Error(`no order ${no}`)
      return found
    },
    stock: async (id: string) => {
      const state = await store.read((tx) => tx.state('product', id))
      return state?.type === 'product' ? state.product.variantStock : undefined
    },
    async close() {
      await store.close()
      await rm(dir, { recursive: true })
    },
  }
  return shop
}
export type TestShop = Awaited<ReturnType<typeof openTestShop>>

/** `done`, or why not. */
export const outcomeOf = ({ outcome }: Effect): string => (outcome.state === 'done' ? 'done' : `${outcome.reason} ${outcome.detail}`.trim())
