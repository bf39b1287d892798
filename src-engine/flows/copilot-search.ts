import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CopilotFound, FoundPassage, NeighbourPassage, OrderHit } from '../../src-shared/contract/copilot.ts'
import type { FoundArticle } from '../../src-shared/contract/found.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import { numberAsked, numberSpans } from '../../src-shared/domain/match.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { fittingPassages } from '../domain/copilot/fitting-passages.ts'
import { isQuestion } from '../domain/copilot/read-question.ts'
import { marksOf, termsOf } from '../domain/copilot/terms.ts'
import { applies } from '../domain/knowledge/applies.ts'
import { fittingPassage } from '../domain/knowledge/fitting-passage.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { presentMatter, readRecords, recordOf, replyPlace, topicsIn } from './copilot-place.ts'
import { findPhrases } from './find-phrases.ts'
import { pastCases } from './past-cases.ts'
import { neighboursOf } from './related-articles.ts'
import { searchEverything, toFound } from './search-everything.ts'
import { deskLanguage, storedSettings } from './settings.ts'
import { toldHere } from './told-here.ts'

/** @param at when it is to be shown, in milliseconds */
export const foundArticle = (article: Article, query: string, at: number): FoundArticle =>
  ({ ...toFound(article, query, at), titleSpans: { zh: marksOf(article.title.zh, query), en: marksOf(article.title.en, query) } })

/** Passages that answer the words; the same passage in the customer's language is what goes into a reply. */
function passages(engine: Engine, record: ConversationRecord, { query, topics, productIds, replyLanguage, limit }: { query: string; topics: string[]; productIds: string[]; replyLanguage: 'zh' | 'en'; limit: number }): FoundPassage[] {
  const screen = deskLanguage(engine)
  const circumstances = toldHere(engine, record)
  const search = (language: 'zh' | 'en') => engine.knowledge().search(query, { ...circumstances, language, audience: 'any', topics, productIds, k: limit })
  const found = fittingPassages(search(screen), query)
  const told = screen === replyLanguage ? found : fittingPassages(search(replyLanguage), query)
  return found.map(({ article, text }) => {
    const theirs = told.find((one) => one.article.id === article.id)?.text ?? article.body[replyLanguage]
    return { article: foundArticle(article, query, engine.clock.now()), text, spans: marksOf(text, query), insert: article.audience === 'internal' ? null : theirs }
  })
}

/** So many neighbours stand behind the first article, and so many are looked at for those that apply and are none of the others found. */
const NEIGHBOURS = 2
const LOOKED_AT = 8

/** What belongs to the first article and applies to this conversation, the surest first. */
function neighbours(engine: Engine, record: ConversationRecord, found: readonly FoundPassage[], query: string, replyLanguage: 'zh' | 'en'): NeighbourPassage[] {
  const [first] = found
  if (!first) return []
  const shown = new Set(found.map(({ article }) => article.id))
  const screen = deskLanguage(engine)
  const told = toldHere(engine, record)
  return neighboursOf(engine, first.article.id, LOOKED_AT).filter(({ article }) => !shown.has(article.id) && applies(article, told)).flatMap(({ article, reasons }): NeighbourPassage[] => {
    const text = fittingPassage(article, screen, query)?.text ?? fittingPassage(article, screen === 'zh' ? 'en' : 'zh', query)?.text
    const theirs = fittingPassage(article, replyLanguage, query)?.text ?? null
    return text === undefined ? [] : [{ article: foundArticle(article, query, engine.clock.now()), text, spans: marksOf(text, query), insert: article.audience === 'internal' ? null : theirs, reasons }]
  }).slice(0, NEIGHBOURS)
}

function toHit(order: Order, query: string, number: string | null, place: Pick<OrderHit, 'conversationId' | 'displayName' | 'own'>): OrderHit {
  const title = order.items[0]?.title ?? { zh: '', en: '' }
  return {
    no: order.no, noSpans: number ? numberSpans(order.no, number) : [], title, titleSpans: { zh: marksOf(title.zh, query), en: marksOf(title.en, query) },
    status: order.status, total: order.total, placedAt: order.placedAt, ...place,
  }
}

/** This customer's orders by their goods, then whosesoever by the number. */
function orders(engine: Engine, record: ConversationRecord, own: readonly Order[], query: string, limit: number): OrderHit[] {
  const { id, displayName } = record.conversation
  const number = numberAsked(query)
  const mine = own.map((order) => toHit(order, query, number, { conversationId: id, displayName, own: true }))
    .filter((hit) => hit.noSpans.length > 0 || hit.titleSpans.zh.length > 0 || hit.titleSpans.en.length > 0)
  const others = searchEverything(engine, { query, groups: ['orders'], limit }).orders.flatMap((found) => {
    const order = engine.store.shop.order(found.no)
    return order && !own.some((one) => one.no === found.no) ? [toHit(order, query, number, { conversationId: found.conversationId, displayName: found.displayName, own: false })] : []
  })
  return [...mine, ...others].slice(0, limit)
}

/** Articles, past cases, phrases and orders for the words in the box. @throws AppError `not-found` */
export function searchCopilot(engine: Engine, { conversationId, query, limit }: CallParams<'copilot.search'>): CallResult<'copilot.search'> {
  const record = recordOf(engine, conversationId)
  const words = query.trim()
  const nothing: CopilotFound = { question: false, articles: [], beside: [], cases: [], phrases: [], orders: [] }
  if (words === '') return nothing
  const { orders: own } = readRecords(engine, record)
  const reply = replyPlace(engine, record)
  const productIds = own.flatMap((order) => order.items.map((item) => item.productId))
  const found: CopilotFound = { ...nothing, question: isQuestion(words), orders: orders(engine, record, own, words, limit) }
  found.phrases = findPhrases(engine, conversationId, words, limit, storedSettings(engine).agentName).hits.map((hit) => ({ ...hit, spans: marksOf(hit.text, words) }))
  // A single letter or a bare number has no matter of its own.
  if (termsOf(words).every((term) => /^\d+$/.test(term) || [...term].length < 2)) return found
  const topics = topicsIn(engine, words)
  const articles = passages(engine, record, { query: words, topics, productIds, replyLanguage: reply.language, limit })
  return {
    ...found, articles, beside: neighbours(engine, record, articles, words, reply.language),
    cases: pastCases(engine, { words, topics, productIds: presentMatter(engine, record, productIds).productIds, from: record, values: reply.values }, limit),
  }
}
