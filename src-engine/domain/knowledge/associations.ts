import type { Article } from '../../../src-shared/domain/article.ts'
import { nameIn, namesOf } from './links/names.ts'
import { prepared, weightOfWords, wordsOfBoth, type Prepared } from './shared-words.ts'

/** Why two articles belong together. `strength`: the larger, the surer. */
export type Edge = { strength: number } & (
  | { kind: 'link' }
  | { kind: 'cited'; times: number }
  | { kind: 'product'; productIds: string[] }
  | { kind: 'topic'; topics: string[] }
  | { kind: 'words'; words: { zh: string[]; en: string[] } }
)
export interface Related { article: Article; reasons: Edge[] }

/** Pairs of articles and how often both were quoted in one conversation, the ids in alphabetical order. */
export type CitedTogether = readonly { a: string; b: string; times: number }[]

const LINK = 4
/** The more often, the surer, but never surer than a link. */
const MOST_CITED = 4
const PRODUCT = 2
/** A topic that both answer counts by its rarity, twice that of a word; alone it must be rare enough. */
const TOPIC = 2
const LEAST_TOPIC = 1.2
const MOST_TOPICS = 4
/** What is so much weaker than the strongest is not told beside it, unless somebody said so: by a link, a quotation, a product. */
const WEAK = 0.45
/** A word that more of the articles have is too common to join two. */
const COMMON_SHARE = 0.08
const COMMON_LEAST = 3
/** A topic that more of them answer says nothing. */
const COMMON_TOPIC = 0.1

/** What each article's own text points to, by id. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>
/** The articles that belong to one, the surest first. */
export type Associations = (id: string, most: number, cited: CitedTogether) => Related[]

/**
 * The articles that belong together, each pair with its reasons. An edge is nothing but the sum of its reasons, so that all of it can
 * be shown. What the texts say is read once an article; how often two were quoted together is told each time.
 */
export function createAssociations(articles: readonly Article[], links: Links = new Map()): Associations {
  const all = articles.map(prepared)
  const said = namesOf(articles)
  const isNamed = (one: Prepared, other: Prepared): boolean => links.get(one.article.id)?.has(other.article.id) === true || nameIn(one.text, said.get(other.article.id))
  const places = new Map(all.map((one, at) => [one.article.id, at]))
  const having = timesOf(all.map(({ terms }) => [...terms.zh.keys(), ...terms.en.keys()]))
  const answering = timesOf(articles.map(({ topics }) => topics))
  const rarity: Rarity = {
    term: (term) => rareness(having.get(term), all.length, COMMON_SHARE),
    topic: (topic) => rareness(answering.get(topic), all.length, COMMON_TOPIC),
  }
  const read = new Map<string, Related[]>()
  const byTexts = (own: Prepared): Related[] => {
    const known = read.get(own.article.id) ?? all.filter((other) => other !== own).map((other) => ({ article: other.article, reasons: reasonsOf(own, other, rarity, isNamed(own, other) || isNamed(other, own)) }))
    read.set(own.article.id, known)
    return known
  }
  return (id, most, cited) => {
    const own = all[places.get(id) ?? -1]
    if (!own) return []
    const times = new Map(cited.flatMap(({ a, b, times: n }) => (a === id ? [[b, n] as const] : b === id ? [[a, n] as const] : [])))
    const found = byTexts(own).map(({ article, reasons }) => ({ article, reasons: withCited(reasons, times.get(article.id) ?? 0) })).filter(({ reasons }) => reasons.length > 0)
    const strongest = Math.max(...found.map(({ reasons }) => sum(reasons)))
    return found.filter(({ reasons }) => sum(reasons) >= WEAK * strongest || reasons.some(({ kind }) => SAID.has(kind)))
      .sort((x, y) => sum(y.reasons) - sum(x.reasons) || (x.article.id < y.article.id ? -1 : 1))
      .slice(0, most).map(({ article, reasons }) => ({ article, reasons: reasons.map((edge) => (edge.kind === 'words' ? { ...edge, words: wordsOfBoth({ own, other: prepared(article), rarity: rarity.term }) } : edge)) }))
  }
}

/** Reasons that somebody gave by hand. */
const SAID: ReadonlySet<Edge['kind']> = new Set(['link', 'cited', 'product'])

/** How rare a word and a topic are among the articles, 0 to 1; 0: it joins nothing. */
interface Rarity { term: (term: string) => number; topic: (topic: string) => number }

function timesOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const list of lists) for (const one of new Set(list)) times.set(one, (times.get(one) ?? 0) + 1)
  return times
}

const rareness = (times = 0, of: number, share: number): number => (times < 2 || times > Math.max(COMMON_LEAST, share * of) ? 0 : Math.log(of / times) / Math.log(Math.max(3, of)))

const sum = (reasons: readonly Edge[]): number => reasons.reduce((all, { strength }) => all + strength, 0)

const surestFirst = (reasons: Edge[]): Edge[] => reasons.sort((a, b) => b.strength - a.strength)

const withCited = (reasons: Edge[], times: number): Edge[] =>
  (times === 0 ? reasons : surestFirst([...reasons, { kind: 'cited', times, strength: Math.min(MOST_CITED, Math.log2(1 + times)) }]))

/** Which words they are is read of those that are told alone. */
const NOT_READ: { zh: string[]; en: string[] } = { zh: [], en: [] }

function reasonsOf(own: Prepared, other: Prepared, rarity: Rarity, isLinked: boolean): Edge[] {
  const productIds = own.article.productIds.filter((id) => other.article.productIds.includes(id))
  const topic = sharedTopics(own.article, other.article, rarity)
  const weight = weightOfWords({ own, other, rarity: rarity.term }, { isOfTopic: topic !== null, isLinked })
  const reasons: Edge[] = [
    ...(isLinked ? [{ kind: 'link' as const, strength: LINK }] : []),
    ...(productIds.length > 0 ? [{ kind: 'product' as const, productIds, strength: PRODUCT }] : []),
    ...(topic ? [topic] : []),
    ...(weight > 0 ? [{ kind: 'words' as const, words: NOT_READ, strength: weight }] : []),
  ]
  return topic !== null && reasons.length === 1 && topic.strength < LEAST_TOPIC ? [] : surestFirst(reasons)
}

/** Topics of triage that both answer and few others do, the rarest first. */
function sharedTopics(own: Article, other: Article, { topic: rarity }: Rarity): Edge | null {
  const shared = own.topics.filter((topic) => other.topics.includes(topic)).map((topic) => ({ topic, rare: rarity(topic) })).filter(({ rare }) => rare > 0)
  const topics = shared.sort((a, b) => b.rare - a.rare || (a.topic < b.topic ? -1 : 1)).map(({ topic }) => topic)
  return topics.length === 0 ? null : { kind: 'topic', topics, strength: Math.min(MOST_TOPICS, TOPIC * shared.reduce((all, { rare }) => all + rare, 0)) }
}
