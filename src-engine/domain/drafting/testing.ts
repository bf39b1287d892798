import type { Article } from '../../../src-shared/domain/article.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Logistics, Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { Act, Mark, Topic, Verdict } from '../../../src-shared/domain/triage.ts'
import { createKnowledge } from '../knowledge/index.ts'
import type { Templates } from './templates.ts'
import type { DraftInput, Turn } from './types.ts'

/** Builders for the tests of this folder. */
export const NOW = Date.parse('2026-11-23T10:00:00+08:00')
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const LI: Customer = { id: 'c1', name: '李雷', language: 'zh', level: 'regular', phone: '13800000810', since: 0, note: '' }

export const EARBUDS: Product = {
  id: 'p1', title: { zh: '云雀耳机', en: 'Lark earbuds' }, category: 'electronics', price: { amount: 19_900, currency: 'CNY' }, warrantyMonths: 12,
  specs: [{ name: { zh: '防水等级', en: 'Water resistance' }, value: { zh: 'IPX4', en: 'IPX4' } }], variants: [{ zh: '白', en: 'White' }, { zh: '黑', en: 'Black' }],
}
export const LAMP: Product = { ...EARBUDS, id: 'p2', title: { zh: '晨读台灯', en: 'Dawnread lamp' }, specs: [] }

export const PARCEL: Logistics = {
  carrier: { zh: '中通', en: 'ZTO' }, trackingNo: '73100299881726', status: 'in-transit', etaAt: NOW + DAY,
  events: [{ at: NOW - 7 * HOUR, text: { zh: '快件到达 杭州转运中心', en: 'Arrived at Hangzhou hub' } }],
}

export function order(more: Partial<Order> & { product?: Product } = {}): Order {
  const { product = EARBUDS, ...rest } = more
  return {
    no: '2188340610072265', customerId: 'c1', status: 'shipped', total: { amount: 19_900, currency: 'CNY' },
    items: [{ productId: product.id, title: product.title, variant: { zh: '白', en: 'White' }, quantity: 1, price: product.price }],
    placedAt: NOW - 3 * DAY, paidAt: NOW - 3 * DAY, promisedShipBy: NOW - DAY, shippedAt: NOW - 2 * DAY, deliveredAt: null,
    address: { name: '李雷', phone: '13800000810', region: '浙江省 杭州市', detail: '文三路 99 号 302' },
    logistics: PARCEL, afterSale: null, memo: '内部备注:老客户', ...rest,
  }
}

export const PAID = order({ no: '2188340610070001', product: LAMP, status: 'paid', placedAt: NOW - HOUR, promisedShipBy: NOW + DAY, shippedAt: null, logistics: null })

export const ARTICLES: Article[] = [
  {
    id: 'stuck', version: 1, audience: 'customer', topics: ['logistics_stuck'], productIds: [], title: { zh: '物流不更新', en: 'No scan' },
    body: { zh: '超过 72 小时没有新扫描，我们会提交查件工单。\n\n查件满 3 天无结果，可以选补发或退款。', en: 'After 72 hours without a scan we open a trace.\n\nAfter 3 days you may choose a resend or a refund.' },
  },
  {
    id: 'caps', version: 1, audience: 'internal', topics: ['compensation_demand', 'logistics_stuck'], productIds: [], title: { zh: '内部补偿', en: 'Internal caps' },
    body: { zh: '客服单次补偿上限 20 元，物流超时可以补。', en: 'An agent may give up to 20 yuan.' },
  },
]
const knowledge = createKnowledge(ARTICLES)

type Change = {
  text?: string; history?: Turn[]; topics?: Topic[]; acts?: Act[]; marks?: Mark[]; level?: 0 | 1 | 2 | 3; language?: string; confidence?: number
  orders?: Order[]; verified?: boolean; openTopic?: string | null
}

export function verdict(change: Change): Verdict {
  const scored = <T extends string>(labels: readonly T[] = []): Array<{ label: T; confidence: number }> => labels.map((label) => ({ label, confidence: 0.9 }))
  return {
    language: { code: change.language ?? 'zh', confidence: change.confidence ?? 0.95 }, topics: scored(change.topics), acts: scored(change.acts), marks: scored(change.marks),
    emotion: { label: 'calm', level: change.level ?? 0, scores: {} }, dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0,
    entities: [], evidence: [],
  }
}

export const customerSays = (text: string, at = NOW): Turn => ({ role: 'customer', text, at })
export const weSay = (text: string, at = NOW): Turn => ({ role: 'agent', text, at })

export function input(templates: Templates, change: Change = {}): DraftInput {
  const history = change.history ?? [customerSays(change.text ?? '到哪了')]
  const verified = change.verified ?? true
  const words = history.filter((turn) => turn.role === 'customer').map((turn) => turn.text).at(-1) ?? ''
  return {
    conversation: { verification: verified ? 'channel' : 'none', channel: 'web', displayName: '李雷' }, history, verdict: verdict(change),
    openTopic: change.openTopic ?? null, customer: verified ? LI : null, orders: change.orders ?? [order()], products: [EARBUDS, LAMP],
    hits: knowledge.search(words, { language: change.language === 'en' ? 'en' : 'zh', audience: 'any', topics: change.topics ?? [], k: 5 }),
    templates, deskLanguage: 'zh', shopName: { zh: '豆栗', en: 'Doulee' }, now: NOW,
  }
}
