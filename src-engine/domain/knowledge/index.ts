import type { Article } from '../../../src-shared/domain/article.ts'
import { applies, type Circumstances } from './applies.ts'
import type { Vector } from './embedding/vector.ts'
import { PassageIndex, type FoundPassage, type Section, type Unplaced } from './index/passage-index.ts'
import { Senses, type SenseParts } from './index/senses.ts'
import { passagesOf, type Passage } from './passages.ts'

export { tokens } from './tokens.ts'
export type { SenseParts } from './index/senses.ts'

type Language = 'zh' | 'en'

/** One article that answers, with its best passage in the language asked for. Offsets: code points into that body. */
export type KnowledgeHit = {
  article: Article; language: Language; passage: string; start: number; end: number; score: number
  /** The part of the score that the words earned (BM25), without what they mean and without the boosts for topic and product. */
  lexical: number
  /** Share of the question's terms that the passage holds, weighed by their rarity; 0..1. */
  coverage: number
}

export type KnowledgeOptions = Circumstances & {
  language: Language
  /** Topic codes of the question; an article of the first topic gains most. */
  topics?: readonly string[]
  /** Products the question is about; articles of other products step back. */
  productIds?: readonly string[]
  /** What the endpoint says the question means: then articles that exist only in the other language are found as well, and told in that. */
  vector?: Vector | null
  k: number
}
export type Knowledge = {
  search(query: string, options: KnowledgeOptions): KnowledgeHit[]
  /** Adds an article, or puts it in the place of the one of this id; the next search finds it. */
  put(article: Article): void
  remove(id: string): void
  /** All that can be found; the same list until one is put or removed. */
  articles(): readonly Article[]
  /** Some of the passages that have no vector yet, at most `most`. */
  unplaced(most: number): Unplaced[]
  /** Length of the vectors that passages have; null: none has one. */
  vectorLength(): number | null
  /** Vectors of another model are to come. */
  forgetVectors(): void
}

/** In units of the score: as much as the words of a good passage earn. */
const FIRST_TOPIC = 3
const OTHER_TOPIC = 1.5
const SAME_PRODUCT = 2
const OTHER_PRODUCT_FACTOR = 0.25

/**
 * An index over both languages of every article: a question in one finds the article through the other as well.
 * @param parts what helps beyond the letters of the words; without them only words and characters are compared
 */
export function createKnowledge(articles: readonly Article[], parts: SenseParts = {}): Knowledge {
  const index = new PassageIndex(new Senses(parts))
  const known = new Map<string, Article>()
  let listed: readonly Article[] | null = null
  const ofTopic = new Map<string, Set<string>>()
  const remove = (id: string): void => {
    for (const topic of known.get(id)?.topics ?? []) ofTopic.get(topic)?.delete(id)
    known.delete(id)
    listed = null
    index.remove(id)
  }
  const put = (article: Article): void => {
    remove(article.id)
    known.set(article.id, article)
    for (const topic of article.topics) ofTopic.set(topic, (ofTopic.get(topic) ?? new Set()).add(article.id))
    index.put(article.id, (['zh', 'en'] as const).map((language) => ({ language, title: article.title[language], passages: passagesOf(article.body[language]) })), article.topics)
  }
  articles.forEach(put)
  return {
    put, remove,
    articles: () => (listed ??= [...known.values()]),
    unplaced: (most) => index.unplaced(most), vectorLength: () => index.vectorLength(),
    forgetVectors: () => index.forgetVectors(),
    search(query, options) {
      const found = index.search(query, {
        k: options.k, prefer: options.language, vector: options.vector ?? null, seeds: (options.topics ?? []).flatMap((topic) => [...(ofTopic.get(topic) ?? [])]),
        accepts: (id) => isTold(known.get(id), options),
        weigh: (id, score) => weigh(known.get(id), score, options),
      })
      return found.flatMap((hit) => toHit(hit, known.get(hit.id), options) ?? [])
    },
  }
}

/** The language in which an article answers; null: it has none that serves. */
function told({ body }: Article, { language, vector }: KnowledgeOptions): Language | null {
  const other = language === 'zh' ? 'en' : 'zh'
  return [language, ...(vector ? [other] as const : [])].find((one) => body[one].trim() !== '') ?? null
}

/** Does the article apply, and has it a text in a language that serves? */
const isTold = (article: Article | undefined, options: KnowledgeOptions): boolean =>
  article !== undefined && applies(article, options) && told(article, options) !== null

function weigh(article: Article | undefined, score: number, options: KnowledgeOptions): number {
  if (!article) return score
  let sum = score
  const topics = options.topics ?? []
  topics.forEach((topic, index) => {
    if (article.topics.includes(topic)) sum += index === 0 ? FIRST_TOPIC : OTHER_TOPIC
  })
  const asked = options.productIds ?? []
  if (article.productIds.length === 0 || asked.length === 0) return sum
  return article.productIds.some((id) => asked.includes(id)) ? sum + (sum > 0 ? SAME_PRODUCT : 0) : sum * OTHER_PRODUCT_FACTOR
}

/** The passage in the wanted language: itself, or the one that stands in the same place of the other body. */
function toHit({ section, passage: found, score, lexical, coverage }: FoundPassage, article: Article | undefined, options: KnowledgeOptions): KnowledgeHit | null {
  const language = article && told(article, options)
  if (!language) return null
  const passage = section.language === language ? found : counterpart(section, found, passagesOf(article.body[language]))
  return passage ? { article, language, passage: passage.text, start: passage.start, end: passage.end, score, lexical, coverage } : null
}

function counterpart(section: Section, found: Passage, others: readonly Passage[]): Passage | null {
  const paragraphs = others.filter((other) => other.paragraph === found.paragraph)
  const within = section.passages.filter((mine) => mine.paragraph === found.paragraph).indexOf(found)
  return paragraphs[Math.min(Math.max(within, 0), paragraphs.length - 1)] ?? others.at(-1) ?? null
}
