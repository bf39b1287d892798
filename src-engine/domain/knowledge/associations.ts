import type { Article } from '../../../src-shared/domain/article.ts'
import { isStopWord, stem } from './stem.ts'
import { tokens } from './tokens.ts'

/** Why two articles belong together. `strength`: the larger, the surer. */
export type Edge = { strength: number } & (
  | { kind: 'link' }
  | { kind: 'cited'; times: number }
  | { kind: 'product'; productIds: string[] }
  | { kind: 'words'; words: { zh: string[]; en: string[] } }
)
export interface Related { article: Article; reasons: Edge[] }

/** Pairs of articles and how often both were quoted in one conversation, the ids in alphabetical order. */
export type CitedTogether = readonly { a: string; b: string; times: number }[]

const LINK = 4
/** The more often, the surer, but never surer than a link. */
const MOST_CITED = 4
const PRODUCT = 2
/** A word of both counts by its rarity; so much of it makes a reason, and no more than this. */
const LEAST_WORDS = 2
const MOST_WORDS = 4
/** A word that more of the articles have is too common to join two. */
const COMMON_SHARE = 0.08
const COMMON_LEAST = 3
const SHOWN_WORDS = 3
/** Titles shorter than this, in characters, are found everywhere. */
const LEAST_TITLE = 4

interface Prepared { article: Article; text: { zh: string; en: string }; terms: Map<string, 'zh' | 'en'>; shown: Map<string, string> }

/**
 * The articles that belong together, each pair with its reasons. An edge is nothing but the sum of its reasons, so that all of it can
 * be shown.
 */
export function createAssociations(articles: readonly Article[], cited: CitedTogether): (id: string, most: number) => Related[] {
  const all = articles.map(prepare)
  const places = new Map(all.map((one, at) => [one.article.id, at]))
  const having = new Map<string, number[]>()
  all.forEach(({ terms }, at) => { for (const term of terms.keys()) having.set(term, [...(having.get(term) ?? []), at]) })
  const common = Math.max(COMMON_LEAST, COMMON_SHARE * all.length)
  const rarity = (term: string): number => {
    const n = having.get(term)?.length ?? 0
    return n < 2 || n > common ? 0 : Math.log(all.length / n) / Math.log(Math.max(3, all.length))
  }
  return (id, most) => {
    const own = all[places.get(id) ?? -1]
    if (!own) return []
    const times = new Map(cited.flatMap(({ a, b, times: n }) => (a === id ? [[b, n] as const] : b === id ? [[a, n] as const] : [])))
    return all.filter((other) => other !== own)
      .map((other): Related => ({ article: other.article, reasons: reasonsOf(own, other, rarity, times.get(other.article.id) ?? 0) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((x, y) => sum(y.reasons) - sum(x.reasons) || (x.article.id < y.article.id ? -1 : 1))
      .slice(0, most)
  }
}

const sum = (reasons: readonly Edge[]): number => reasons.reduce((all, { strength }) => all + strength, 0)

function reasonsOf(own: Prepared, other: Prepared, rarity: (term: string) => number, times: number): Edge[] {
  const productIds = own.article.productIds.filter((id) => other.article.productIds.includes(id))
  const found: Edge[] = [
    ...(names(own, other) || names(other, own) ? [{ kind: 'link' as const, strength: LINK }] : []),
    ...(times > 0 ? [{ kind: 'cited' as const, times, strength: Math.min(MOST_CITED, Math.log2(1 + times)) }] : []),
    ...(productIds.length > 0 ? [{ kind: 'product' as const, productIds, strength: PRODUCT }] : []),
    ...sharedWords(own, other, rarity),
  ]
  return found.sort((a, b) => b.strength - a.strength)
}

/** Does one article name the other, by its id in brackets or by its whole title? */
function names(one: Prepared, other: Prepared): boolean {
  return (['zh', 'en'] as const).some((language) => {
    const [text, title] = [one.text[language], other.article.title[language].toLowerCase()]
    return text.includes(`[${other.article.id}]`) || text.includes(`(${other.article.id})`) || ([...title].length >= LEAST_TITLE && text.includes(title))
  })
}

function sharedWords(own: Prepared, other: Prepared, rarity: (term: string) => number): Edge[] {
  const shared = [...own.terms].filter(([term]) => other.terms.has(term)).map(([term, language]) => ({ term, language, rare: rarity(term) })).filter(({ rare }) => rare > 0)
  const strength = Math.min(MOST_WORDS, shared.reduce((all, { rare }) => all + rare, 0) / 2)
  if (strength < LEAST_WORDS) return []
  const best = shared.sort((a, b) => b.rare - a.rare || (a.term < b.term ? -1 : 1))
  const words = { zh: joined(best.filter(({ language }) => language === 'zh').map(({ term }) => term), own.text.zh, other.text.zh), en: best.filter(({ language }) => language === 'en').slice(0, SHOWN_WORDS).map(({ term }) => own.shown.get(term) ?? term) }
  return [{ kind: 'words', words, strength }]
}

/** Pairs of characters that follow each other in both texts, as the words that they are parts of; the longest first. */
function joined(pairs: readonly string[], one: string, other: string): string[] {
  const known = new Set(pairs)
  const found = new Set<string>()
  for (let at = 0; at < one.length - 1; at++) {
    let end = at + 1
    while (end < one.length && known.has(one.slice(end - 1, end + 1)) && other.includes(one.slice(at, end + 1))) end++
    if (end - at < 2) continue
    found.add(one.slice(at, end))
    at = end - 2
  }
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, SHOWN_WORDS)
}

function prepare(article: Article): Prepared {
  const text = { zh: `${article.title.zh}\n${article.body.zh}`.toLowerCase(), en: `${article.title.en}\n${article.body.en}`.toLowerCase() }
  const [terms, shown] = [new Map<string, 'zh' | 'en'>(), new Map<string, string>()]
  for (const language of ['zh', 'en'] as const) {
    for (const token of tokens(text[language])) {
      // Figures and single characters join what has nothing to do with each other.
      if (isStopWord(token) || /^[\d.]+$/u.test(token) || [...token].length < 2) continue
      const isLatin = /^[a-z]/u.test(token)
      if (isLatin !== (language === 'en') || (isLatin && token.length < 4)) continue
      const term = stem(token)
      terms.set(term, language)
      if (!shown.has(term)) shown.set(term, token)
    }
  }
  return { article, text, terms, shown }
}
