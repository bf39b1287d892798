import type { Article } from '../../../src-shared/domain/article.ts'
import { bm25 } from './bm25.ts'
import { passagesOf, type Passage } from './passages.ts'
import { isStopWord, stem } from './stem.ts'
import { tokens } from './tokens.ts'

export { tokens } from './tokens.ts'

type Language = 'zh' | 'en'

/** One article that answers, with its best passage in the language asked for. Offsets: code points into that body. */
export type KnowledgeHit = {
  article: Article; language: Language; passage: string; start: number; end: number; score: number
  /** The part of the score that the words earned (BM25), without the boosts for topic and product. */
  lexical: number
  /** Share of the question's terms that the passage holds, weighed by their rarity; 0..1. */
  coverage: number
}

export type KnowledgeOptions = {
  language: Language
  /** Default `any`. What is quoted to a customer must be asked for with `customer`. */
  audience?: 'customer' | 'internal' | 'any'
  /** Topic codes of the question; an article of the first topic gains most. */
  topics?: readonly string[]
  /** Products the question is about; articles of other products step back. */
  productIds?: readonly string[]
  /** Where the customer's parcels go; articles for the others are left out. null: not known. */
  buyer?: 'mainland' | 'overseas' | null
  k: number
}
export type Knowledge = { search(query: string, options: KnowledgeOptions): KnowledgeHit[] }

/** A title term weighs as much as two in the text. */
const TITLE_WEIGHT = 2
/** In units of BM25 scores: about one rare word found. */
const FIRST_TOPIC = 4
const OTHER_TOPIC = 2
const SAME_PRODUCT = 3
const OTHER_PRODUCT_FACTOR = 0.25

type Entry = { article: Article; language: Language; passage: Passage; document: number }

/** An index over both languages of every article: a question in one finds the article through the other as well. */
export function createKnowledge(articles: readonly Article[]): Knowledge {
  const entries: Entry[] = []
  const documents: string[][] = []
  for (const article of articles) {
    for (const language of ['zh', 'en'] as const) {
      const title = terms(article.title[language])
      for (const passage of passagesOf(article.body[language])) {
        entries.push({ article, language, passage, document: documents.length })
        documents.push([...terms(passage.text), ...Array.from({ length: TITLE_WEIGHT }, () => title).flat()])
      }
    }
  }
  const ranking = bm25(documents)
  return {
    search(query, options) {
      const wanted = terms(query)
      const best = new Map<Article, { entry: Entry; lexical: number }>()
      for (const entry of entries) {
        if (!allowed(entry.article, options.audience ?? 'any') || !concerns(entry.article, options.buyer ?? null)) continue
        const lexical = ranking.score(wanted, entry.document)
        const known = best.get(entry.article)
        const better = !known || lexical > known.lexical || (lexical === known.lexical && known.entry.language !== options.language && entry.language === options.language)
        if (better) best.set(entry.article, { entry, lexical })
      }
      return [...best.values()]
        .map(({ entry, lexical }) => toHit(entry, { score: score(entry.article, lexical, options), lexical, coverage: ranking.coverage(wanted, entry.document) }, entries, options.language))
        .filter((hit): hit is KnowledgeHit => hit !== null && hit.score > 0)
        .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
        .slice(0, options.k)
    },
  }
}

const terms = (text: string): string[] => tokens(text).filter((token) => !isStopWord(token)).map(stem)

function allowed(article: Article, audience: 'customer' | 'internal' | 'any'): boolean {
  return audience === 'any' || article.audience === audience
}

const concerns = (article: Article, buyer: 'mainland' | 'overseas' | null): boolean =>
  buyer === null || article.buyers === undefined || article.buyers === buyer

function score(article: Article, lexical: number, options: KnowledgeOptions): number {
  let sum = lexical
  const topics = options.topics ?? []
  topics.forEach((topic, index) => {
    if (article.topics.includes(topic)) sum += index === 0 ? FIRST_TOPIC : OTHER_TOPIC
  })
  const asked = options.productIds ?? []
  if (article.productIds.length === 0 || asked.length === 0) return sum
  return article.productIds.some((id) => asked.includes(id)) ? sum + (sum > 0 ? SAME_PRODUCT : 0) : sum * OTHER_PRODUCT_FACTOR
}

/** The passage in the wanted language: itself, or the one that stands in the same place of the other body. */
function toHit(entry: Entry, scores: Pick<KnowledgeHit, 'score' | 'lexical' | 'coverage'>, entries: readonly Entry[], language: Language): KnowledgeHit | null {
  const passage = entry.language === language ? entry.passage : counterpart(entry, entries, language)
  if (!passage) return null
  return { article: entry.article, language, passage: passage.text, start: passage.start, end: passage.end, ...scores }
}

function counterpart(entry: Entry, entries: readonly Entry[], language: Language): Passage | null {
  const others = entries.filter((other) => other.article === entry.article && other.language === language).map((other) => other.passage)
  const mine = entries.filter((other) => other.article === entry.article && other.language === entry.language)
  const paragraphs = others.filter((other) => other.paragraph === entry.passage.paragraph)
  const within = mine.filter((other) => other.passage.paragraph === entry.passage.paragraph).indexOf(entry)
  return paragraphs[Math.min(Math.max(within, 0), paragraphs.length - 1)] ?? others.at(-1) ?? null
}
