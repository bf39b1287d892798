import { readdirSync, readFileSync } from 'node:fs'
import { openResources } from '../../src-engine/adapters/resources.ts'
import { openTriage } from '../../src-engine/open-triage.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { createKnowledge } from '../../src-engine/domain/knowledge/index.ts'
import { draftLocally } from '../../src-engine/domain/drafting/local.ts'
import { parseTemplates } from '../../src-engine/domain/drafting/templates.ts'
import { ARTICLES, DAY, EARBUDS, LAMP, LI, NOW, order, PAID, PARCEL } from '../../src-engine/domain/drafting/testing.ts'
import type { DraftInput, LocalDraft, Turn } from '../../src-engine/domain/drafting/types.ts'
import { remember, type Memory } from '../../src-engine/domain/drafting/dialogue/memory.ts'

/** Long conversations for tests, with the triage and the templates that ship. */
const resources = new URL('../../resources', import.meta.url).pathname
const triage = openTriage(openResources(resources))
const templates = parseTemplates(readdirSync(`${resources}/templates`).map((file): unknown => JSON.parse(readFileSync(`${resources}/templates/${file}`, 'utf8'))))
const knowledge = createKnowledge(ARTICLES)

const MUG = { ...EARBUDS, id: 'p3', title: { zh: '青瓷马克杯', en: 'Celadon mug' }, specs: [], warrantyMonths: 0, variants: [{ zh: '青', en: 'Green' }, { zh: '白', en: 'White' }] }
export const EARBUDS_ORDER = order()
export const LAMP_ORDER = PAID
export const MUG_ORDER = order({ no: '2188340610073333', product: MUG, status: 'delivered', placedAt: NOW - 9 * DAY, deliveredAt: NOW - 2 * DAY, logistics: { ...PARCEL, trackingNo: '73100299880000', status: 'delivered', etaAt: null } })
export const THREE = [EARBUDS_ORDER, LAMP_ORDER, MUG_ORDER]

const MINUTE = 60_000

/** The draft for the last line, and what is remembered then. Lines begin with `C ` (the customer) or `A ` (we). */
export function talk(lines: readonly string[], orders: readonly Order[] = THREE, verified = true): { made: LocalDraft; memory: Memory; turns: Turn[] } {
  const turns: Turn[] = []
  let openTopic: string | null = null
  lines.forEach((line, index) => {
    const at = NOW - (lines.length - index) * MINUTE
    const text = line.slice(2)
    if (line.startsWith('A ')) return void turns.push({ role: 'agent', text, at })
    const verdict = triage({ text, at, attachments: 0, history: turns.slice(-20).map((turn) => ({ role: turn.role, text: turn.text, at: turn.at, ...(turn.verdict ? { verdict: turn.verdict } : {}) })) })
    openTopic = verdict.topics[0]?.label ?? openTopic
    turns.push({ role: 'customer', text, at, verdict })
  })
  const verdict = turns.at(-1)?.verdict
  if (!verdict) throw new Error('a talk ends with the customer')
  const words = turns.slice(turns.findLastIndex((turn) => turn.role !== 'customer') + 1).map((turn) => turn.text).join('\n')
  const input: DraftInput = {
    conversation: { verification: verified ? 'channel' : 'none', channel: 'web', displayName: '李雷' }, history: turns, verdict, openTopic, customer: verified ? LI : null, orders, products: [EARBUDS, LAMP, MUG],
    hits: knowledge.search(words, { language: verdict.language.code === 'en' ? 'en' : 'zh', audience: 'customer', topics: verdict.topics.map(({ label }) => label), k: 5 }),
    templates, deskLanguage: 'zh', shopName: { zh: '豆栗', en: 'Doulee' }, now: NOW,
  }
  return { made: draftLocally(input), memory: remember(turns, orders, 'Asia/Shanghai'), turns }
}
