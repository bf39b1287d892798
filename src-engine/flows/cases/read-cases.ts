import type { CaseChatLine, CaseRow, CaseView } from '../../../src-shared/contract/cases.ts'
import { isOver, waitsForShop, type AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import { paidFor, stillAsked } from '../../../src-shared/domain/cases/paid.ts'
import type { Engine } from '../context.ts'
import { knownCase } from './act-on-case.ts'
import { decideCase } from './decide-case.ts'
import { linkedConversation } from './linked-conversation.ts'

/** Settled cases that the queue still shows. */
const OVER = 50
const CHAT_LINES = 12
const UNKNOWN = { zh: '订单未同步', en: 'Order not synced yet' }

const sectionOf = (one: AfterSaleCase): CaseRow['section'] => (isOver(one) ? 'over' : waitsForShop(one.state) ? 'ours' : 'theirs')

function toRow({ store }: Engine, one: AfterSaleCase, wish: CaseWish | null): CaseRow {
  const order = store.shop.order(one.orderNo)
  const [first] = one.items
  return {
    id: one.id, no: one.no, kind: one.kind, platform: one.platform, state: one.state,
    product: order?.items[first?.index ?? 0]?.title ?? UNKNOWN, pieces: one.items.reduce((sum, { quantity }) => sum + quantity, 0),
    customer: store.shop.customer(one.customerId)?.name ?? one.customerId, asked: one.asked, due: one.due, section: sectionOf(one),
    wish, paidAlready: paidFor(one, order).length > 0 && !isOver(one), updatedAt: one.history.at(-1)?.at ?? one.openedAt,
  }
}

const dueAt = ({ due }: CaseRow): number => due?.at ?? Number.POSITIVE_INFINITY
const SECTIONS: readonly CaseRow['section'][] = ['ours', 'theirs', 'over']

/** The queue of cases: ours, theirs, over; the first two by the platform's deadline. */
export function listCases(engine: Engine): CaseRow[] {
  const { afterSales } = engine.store
  const waiting = afterSales.waiting()
  const rows = [...afterSales.open(), ...afterSales.over(OVER)].map((one) => toRow(engine, one, waiting.get(one.id) ?? null))
  const rank = ({ section }: CaseRow): number => SECTIONS.indexOf(section)
  return rows.sort((a, b) => rank(a) - rank(b) || (a.section === 'over' ? b.updatedAt - a.updatedAt : dueAt(a) - dueAt(b)) || a.no.localeCompare(b.no))
}

function chatOf({ store }: Engine, conversationId: string | null): CaseChatLine[] {
  if (conversationId === null) return []
  return store.messages.page(conversationId, null, CHAT_LINES).filter(({ message }) => message.recalledAt === undefined && message.text !== '')
    .map(({ message: { id, author, text, at } }) => ({ id, by: author.kind, name: author.name, text, at }))
}

function articlesOf(engine: Engine, one: AfterSaleCase): CaseView['articles'] {
  const hits = engine.knowledge().search(`${one.words} ${one.reason.words.zh} ${one.reason.words.en}`, { language: /\p{Script=Han}/u.test(one.words) ? 'zh' : 'en', audience: 'any', topics: [], at: engine.clock.now(), k: 6 })
  return [...new Map(hits.map(({ article }) => [article.id, article])).values()].slice(0, 3).map(({ id, title, body, audience }) => ({ id, title, body, audience }))
}

/** Everything about one case. @throws AppError `not-found` */
export function readCase(engine: Engine, id: string): CaseView {
  const { store } = engine
  const one = knownCase(engine, id)
  const order = store.shop.order(one.orderNo)
  const last = store.afterSales.lastWish(id)
  const waits = last !== null && (last.state === 'undo' || last.state === 'sending')
  const conversationId = linkedConversation(engine, one)
  return {
    row: toRow(engine, one, waits ? last : null), case: one, order, customer: store.shop.customer(one.customerId),
    paid: paidFor(one, order), stillAsked: stillAsked(one, order), conversationId, chat: chatOf(engine, conversationId), articles: articlesOf(engine, one),
    recommendation: decideCase(engine, one, 'if-held')?.decision ?? null,
    refused: last?.refusal && !isOver(one) ? last : null,
  }
}
