import { z } from 'zod'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { DraftInput, Turn } from '../../domain/drafting/types.ts'
import type { TriageInput } from '../../domain/triage/index.ts'
import { goodsAlike, goodsBought } from '../../domain/drafting/goods-asked.ts'
import { topicWords } from '../../domain/drafting/topic-words.ts'
import { unanswered } from '../../domain/drafting/matter.ts'
import { shiftsOf } from '../../domain/policy/shifts.ts'
import type { DraftShop } from './shop.ts'
import { whoIs, type Who } from './who.ts'

const Said = z.object({ role: z.enum(['customer', 'agent']), text: z.string(), at: z.iso.datetime({ offset: true }).nullish() })
const Ref = z.union([z.string(), z.number(), z.record(z.string(), z.unknown())]).nullish()
export const DraftLine = z.object({ id: z.string(), history: z.array(Said).min(1), customer: Ref, order: Ref, now: z.iso.datetime({ offset: true }).nullish(), channel: z.string().nullish() })
export type DraftLine = z.infer<typeof DraftLine>

/** Turns of a history that are read, the newest; passages that a draft may use. */
const MOST_TURNS = 120
const PASSAGES = 8
/** Stands in where neither line nor records have a time, so that the same input gives the same output: 2026-01-01T00:00:00Z. */
const NO_TIME = Date.UTC(2026, 0, 1)

/**
 * A line with its shop as the drafter wants it: the turns up to the customer's last, each understood, and whose orders may be
 * spoken of. @throws Error when no customer has written
 */
export function inputOf(line: DraftLine, shop: DraftShop, triage: (input: TriageInput) => Verdict): { input: DraftInput; who: Who } {
  const last = line.history.findLastIndex(({ role }) => role === 'customer')
  if (last < 0) throw new Error('history: no turn of a customer to answer')
  const said = line.history.slice(Math.max(0, last + 1 - MOST_TURNS), last + 1)
  const who = whoIs(line, said.filter(({ role }) => role === 'customer').map(({ text }) => text), shop.records)
  const now = Date.parse(line.now ?? said.findLast(({ at }) => at)?.at ?? '') || latest(who)
  const { history, verdict, openTopic } = understood(said, now, who, triage)
  const question = unanswered(history).map(({ text }) => text).join('\n')
  const language = verdict.language.code === 'zh' ? 'zh' : 'en'
  const topics = verdict.topics.length > 0 ? verdict.topics.map(({ label }) => label as string) : openTopic ? [openTopic] : []
  const bought = goodsBought(shop.catalogue, who.orders)
  const products = [...new Set([...bought, ...shop.goods(question), ...bought.flatMap((product) => goodsAlike(product, shop.catalogue))])]
  return {
    who,
    input: {
      conversation: { verification: who.customer ? 'channel' : 'none', channel: 'web', displayName: who.customer?.name ?? '' }, history, verdict, openTopic, shownOrder: who.shownOrder,
      customer: who.customer, orders: who.orders, products, templates: shop.templates, deskLanguage: language, shopName: shop.records.name, now, timeZone: shop.records.timeZone, 
      // Without a time of day nothing can be promised by the hour.
      ...(line.now || said.some(({ at }) => at) ? { hours: shiftsOf(shop.records.hours, shop.records.timeZone) } : {}),
      hits: shop.knowledge.search(`${question} ${topicWords(topics, language)}`, { language, audience: 'customer', topics, productIds: products.map(({ id }) => id), k: PASSAGES }),
    },
  }
}

/** Each of the customer's turns with what triage says of it, knowing those before, and the topic that is open at the end. */
function understood(said: DraftLine['history'], now: number, who: Who, triage: (input: TriageInput) => Verdict): { history: Turn[]; verdict: Verdict; openTopic: string | null } {
  const history: Turn[] = []
  let openTopic: string | null = null
  let verdict: Verdict | null = null
  const orderStatuses = who.orders.map(({ status }) => status)
  for (const { role, text, at } of said) {
    const time = Date.parse(at ?? '') || now
    if (role === 'agent') {
      history.push({ role, text, at: time })
      continue
    }
    verdict = triage({ text, at: time, attachments: 0, history: history.slice(-20).map((turn) => ({ ...turn, ...(turn.verdict ? { verdict: turn.verdict } : {}) })) as TriageInput['history'], orderStatuses })
    openTopic = verdict.topics[0]?.label ?? openTopic
    history.push({ role, text, at: time, verdict })
  }
  if (!verdict) throw new Error('history: no turn of a customer to answer')
  return { history, verdict, openTopic }
}

/** The newest thing that happened to the customer's orders. */
function latest({ orders }: Who): number {
  return Math.max(0, ...orders.flatMap((order) => [order.placedAt, order.paidAt ?? 0, order.shippedAt ?? 0, order.deliveredAt ?? 0, ...(order.logistics?.events.map(({ at }) => at) ?? [])])) || NO_TIME
}
