import type { Article } from '../../../src-shared/domain/article.ts'
import { nameIn, namesOf } from './links/names.ts'
import { isStopWord, stem } from './stem.ts'
import { characters } from './terms.ts'
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

interface Prepared { article: Article; text: { zh: string; en: string }; terms: Map<string, 'zh' | 'en'>; shown: Map<string, string> }

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
  const having = new Map<string, number[]>()
  all.forEach(({ terms }, at) => { for (const term of terms.keys()) having.set(term, [...(having.get(term) ?? []), at]) })
  const common = Math.max(COMMON_LEAST, COMMON_SHARE * all.length)
  const rarity = (term: string): number => {
    const n = having.get(term)?.length ?? 0
    return n < 2 || n > common ? 0 : Math.log(all.length / n) / Math.log(Math.max(3, all.length))
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
    return byTexts(own).map(({ article, reasons }) => ({ article, reasons: withCited(reasons, times.get(article.id) ?? 0) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((x, y) => sum(y.reasons) - sum(x.reasons) || (x.article.id < y.article.id ? -1 : 1))
      .slice(0, most)
  }
}

const sum = (reasons: readonly Edge[]): number => reasons.reduce((all, { strength }) => all + strength, 0)

const surestFirst = (reasons: Edge[]): Edge[] => reasons.sort((a, b) => b.strength - a.strength)

const withCited = (reasons: Edge[], times: number): Edge[] =>
  (times === 0 ? reasons : surestFirst([...reasons, { kind: 'cited', times, strength: Math.min(MOST_CITED, Math.log2(1 + times)) }]))

function reasonsOf(own: Prepared, other: Prepared, rarity: (term: string) => number, isLinked: boolean): Edge[] {
  const productIds = own.article.productIds.filter((id) => other.article.productIds.includes(id))
  return surestFirst([
    ...(isLinked ? [{ kind: 'link' as const, strength: LINK }] : []),
    ...(productIds.length > 0 ? [{ kind: 'product' as const, productIds, strength: PRODUCT }] : []),
    ...sharedWords(own, other, rarity),
  ])
}

function sharedWords(own: Prepared, other: Prepared, rarity: (term: string) => number): Edge[] {
  const shared = [...own.terms].filter(([term]) => other.terms.has(term)).map(([term, language]) => ({ term, language, rare: rarity(term) })).filter(({ rare }) => rare > 0)
  const strength = Math.min(MOST_WORDS, shared.reduce((all, { rare }) => all + rare, 0) / 2)
  if (strength < LEAST_WORDS) return []
  const best = shared.sort((a, b) => b.rare - a.rare || (a.term < b.term ? -1 : 1))
  const words = { zh: joined(best.filter(({ language }) => language === 'zh').map(({ term }) => term), own.text.zh, other.text.zh), en: best.filter(({ language }) => language === 'en').slice(0, SHOWN_WORDS).map(({ term }) => own.shown.get(term) ?? term) }
  return [{ kind: 'words', words, strength }]
}

/** Longest words shown as a reason, in characters. */
const LONGEST_SHOWN = 10

/** Pairs of characters that follow each other in both texts, as the words that they are parts of; the longest first. */
function joined(pairs: readonly string[], one: string, other: string): string[] {
  const known = new Set(pairs)
  const found = new Set<string>()
  for (let at = 0; at < one.length - 1; at++) {
    let end = at + 1
    while (end < one.length && known.has(one.slice(end - 1, end + 1)) && other.includes(one.slice(at, end + 1))) end++
    if (end - at < 2) continue
    found.add(whole(one, other, at, end))
    at = end - 2
  }
  return [...found].filter((words) => characters(words).length > 1).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, SHOWN_WORDS)
}

/** With what stands around it in both: half a word tells nobody why. */
function whole(one: string, other: string, from: number, to: number): string {
  let [start, end] = [from, to]
  const fits = (a: number, b: number): boolean => a >= 0 && b <= one.length && b - a <= LONGEST_SHOWN && /^\p{Script=Han}+$/u.test(one.slice(a, b)) && other.includes(one.slice(a, b))
  while (fits(start - 1, end)) start -= 1
  while (fits(start, end + 1)) end += 1
  const told = one.slice(start, end)
  return told.replace(/^[的了和与或及是在就也都]+(?=.{2})|(?<=.{2})[的了和与或及是在就也都]+$/gu, '')
}

/** An article that did not change is read once, however often the others change. */
const kept = new WeakMap<Article, Prepared>()

function prepared(article: Article): Prepared {
  const known = kept.get(article) ?? prepare(article)
  kept.set(article, known)
  return known
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
