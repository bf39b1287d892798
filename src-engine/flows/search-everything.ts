import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { FoundArticle, FoundEnd, FoundOrder, FoundPerson } from '../../src-shared/contract/found.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import { fold, match, numberAsked, numberSpans, readingsOf, type Match } from '../../src-shared/domain/match.ts'
import { holdsAt } from '../domain/knowledge/applies.ts'
import { toPinyin } from '../domain/search/pinyin.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { searchMessages } from './search.ts'
import { deskLanguage } from './settings.ts'

/** Most names that are looked at before ranking; newest first, so that a common surname still gives who wrote last. */
const CANDIDATES = 100

interface Ranked<T> {
  found: T
  score: number
  at: number
}

/** Best first; of equally good ones the newest. */
function best<T>(ranked: readonly Ranked<T>[], limit: number): T[] {
  return [...ranked].sort((a, b) => b.score - a.score || b.at - a.at).slice(0, limit).map(({ found }) => found)
}

const byPinyin = (text: string, query: string): Match | null => match(text, readingsOf(text, toPinyin), query)

/** The longest word finds the candidates; ranking then asks for all of them. */
const longestWord = (query: string): string => fold(query).trim().split(/\s+/).reduce((a, b) => ([...b].length > [...a].length ? b : a), '')

function person(engine: Engine, record: ConversationRecord, query: string, phoneOf: ReadonlySet<string>): Ranked<FoundPerson> | null {
  const { conversation, lastAt } = record
  const customer = conversation.customerId ? engine.store.shop.customer(conversation.customerId) : null
  const shown = byPinyin(conversation.displayName, query)
  const other = customer && customer.name !== conversation.displayName ? customer.name : null
  const real = other === null ? null : byPinyin(other, query)
  const phone = customer && phoneOf.has(customer.id) ? customer.phone.slice(-4) : null
  const score = Math.max(shown?.score ?? 0, real?.score ?? 0, phone ? 100 : 0)
  if (score === 0) return null
  const found: FoundPerson = {
    conversationId: conversation.id, displayName: conversation.displayName, nameSpans: shown?.spans ?? [],
    customerName: other, customerSpans: real?.spans ?? [], phoneTail: phone, lastAt, resolved: conversation.status === 'resolved',
  }
  return { found, score, at: lastAt }
}

/** Conversations by the name shown, the customer's name, or the end of a verified customer's phone. */
function people(engine: Engine, query: string, limit: number): FoundPerson[] {
  const { store } = engine
  const word = longestWord(query)
  const number = numberAsked(query)
  const phones = number ? store.finder.byNumber(number, ['phone'], CANDIDATES) : []
  const phoneOf = new Set(phones.map((p) => p.ref))
  const ids = new Set([...phones.flatMap((p) => store.conversations.ofCustomer(p.ref)), ...(word === '' ? [] : store.finder.byName(word, CANDIDATES))])
  const ranked = [...ids].flatMap((id) => {
    const record = store.conversations.get(id)
    return (record && person(engine, record, query, phoneOf)) ?? []
  })
  return best(ranked, limit)
}

/** Orders of verified customers by their number or their parcel's, from the beginning or by the last four digits on; newest first. */
function orders(engine: Engine, query: string, limit: number): FoundOrder[] {
  const { store } = engine
  const number = numberAsked(query)
  if (!number) return []
  const numbers = new Set(store.finder.byNumber(number, ['order', 'tracking'], CANDIDATES).map((found) => found.ref))
  const ranked = [...numbers].flatMap((no): Ranked<FoundOrder> | [] => {
    const order = store.shop.order(no)
    const conversationId = order ? store.conversations.ofCustomer(order.customerId)[0] : undefined
    const conversation = conversationId ? store.conversations.get(conversationId)?.conversation : undefined
    if (!order || !conversation) return []
    const trackingNo = order.logistics?.trackingNo ?? null
    const found: FoundOrder = {
      no, noSpans: numberSpans(no, number), trackingNo, trackingSpans: trackingNo ? numberSpans(trackingNo, number) : [],
      status: order.status, title: order.items[0]?.title ?? { zh: '', en: '' }, placedAt: order.placedAt, conversationId: conversation.id, displayName: conversation.displayName,
    }
    return { found, score: 0, at: order.placedAt }
  })
  return best(ranked, limit)
}

const literally = (text: string, query: string): Match | null => match(text, [], query)

/** @param at when it is to be shown, in milliseconds */
export function toFound(article: Article, query: string, at: number): FoundArticle {
  const { id, title, body, audience } = article
  return { id, title, body, audience, holds: holdsAt(article, at), titleSpans: { zh: literally(title.zh, query)?.spans ?? [], en: literally(title.en, query)?.spans ?? [] } }
}

/** Articles whose title holds the words, then those whose text answers them; also those that do not hold now, which must be found to be mended. */
function articles(engine: Engine, query: string, limit: number): FoundArticle[] {
  const titled = best(engine.store.shop.articles().flatMap((article): Ranked<Article> | [] => {
    const score = Math.max(literally(article.title.zh, query)?.score ?? 0, literally(article.title.en, query)?.score ?? 0)
    return score > 0 ? { found: article, score, at: 0 } : []
  }), limit)
  const known = new Set(titled.map((article) => article.id))
  const answering = titled.length >= limit ? [] : engine.knowledge().search(query, { language: deskLanguage(engine), k: limit }).filter((hit) => !known.has(hit.article.id))
  return [...titled, ...answering.map((hit) => hit.article)].slice(0, limit).map((article) => toFound(article, query, engine.clock.now()))
}

function ended({ store }: Engine, ends: readonly Disposition[], limit: number): FoundEnd[] {
  return store.resolutions.endedIn(ends, limit).flatMap(({ conversationId, disposition, at }) => {
    const record = store.conversations.get(conversationId)
    return record && disposition ? [{ conversationId, displayName: record.conversation.displayName, disposition, at }] : []
  })
}

/** All that the desk knows, by one query: grouped, each group bounded and best first. Groups that were not asked for are empty. */
export function searchEverything(engine: Engine, { query, groups, limit, ends = [] }: CallParams<'search.everything'>): CallResult<'search.everything'> {
  const asked = new Set(groups)
  const empty = query.trim() === ''
  return {
    people: !empty && asked.has('people') ? people(engine, query, limit) : [],
    orders: !empty && asked.has('orders') ? orders(engine, query, limit) : [],
    messages: !empty && asked.has('messages') ? searchMessages(engine, query, limit) : [],
    articles: !empty && asked.has('articles') ? articles(engine, query, limit) : [],
    ended: ends.length > 0 ? ended(engine, ends, limit) : [],
  }
}
