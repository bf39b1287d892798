import type { Duplicate } from '../../../../src-shared/contract/knowledge.ts'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { characters, words } from '../terms.ts'
import { tokens } from '../tokens.ts'
import { oppose, statementOf, type Statement } from './opposites.ts'

/** From this share of common word pairs on two articles say much the same. */
const ALIKE = 0.6
/** A word pair that more articles have is a turn of speech and tells nothing. */
const COMMON = 40
/** Fewer word pairs are too few to compare by. */
const FEWEST = 8
/** Letters that a sentence must have beside its figures to be told from others by them. */
const LETTERS = 8
const MOST = 100

const FIGURE = /\d+(?:[.,:]\d+)*/gu
const SENTENCE = /[^。！？!?\n；;]+/gu

/** Articles of the same goods, or of none in particular: what differs between two products is no contradiction. */
const sameGoods = (a: Article, b: Article): boolean => a.productIds.length === 0 || b.productIds.length === 0 || a.productIds.some((id) => b.productIds.includes(id))

/** Pairs of articles that say much the same, and those with a sentence that differs in its figures or its "not" alone; the most alike first. */
export function findDuplicates(articles: readonly Article[]): Duplicate[] {
  const shingles = articles.map(shinglesOf)
  const shared = countPairs(shingles)
  const against = contradictionsOf(articles)
  for (const [key, pairs] of oppositesOf(articles)) against.set(key, [...(against.get(key) ?? []), ...pairs])
  const pairs = new Set([...shared.keys(), ...against.keys()])
  return [...pairs].flatMap((key): Duplicate[] => {
    const [x = 0, y = 0] = key.split(' ').map(Number)
    const [a, b, ofA, ofB] = [articles[x], articles[y], shingles[x], shingles[y]]
    if (!a || !b || !ofA || !ofB || !sameGoods(a, b)) return []
    const fewer = Math.min(ofA.size, ofB.size)
    const share = fewer < FEWEST ? 0 : [...(ofA.size < ofB.size ? ofA : ofB)].filter((one) => ofA.has(one) && ofB.has(one)).length / fewer
    const contradictions = against.get(key) ?? []
    return share >= ALIKE || contradictions.length > 0 ? [{ a: { id: a.id, title: a.title }, b: { id: b.id, title: b.title }, share, contradictions }] : []
  }).sort((p, q) => q.contradictions.length - p.contradictions.length || q.share - p.share).slice(0, MOST)
}

function shinglesOf({ body }: Article): Set<string> {
  const found = new Set<string>()
  for (const language of ['zh', 'en'] as const) {
    const words = tokens(body[language])
    for (let at = 1; at < words.length; at++) found.add(`${words[at - 1]} ${words[at]}`)
  }
  return found
}

/** `a b` with a < b, of all that share a telling word pair. */
function countPairs(shingles: readonly ReadonlySet<string>[]): Map<string, number> {
  const holders = new Map<string, number[]>()
  shingles.forEach((set, index) => set.forEach((one) => holders.set(one, [...(holders.get(one) ?? []), index])))
  const times = new Map<string, number>()
  for (const list of holders.values()) {
    if (list.length > COMMON) continue
    for (const [n, x] of list.entries()) for (const y of list.slice(n + 1)) times.set(`${x} ${y}`, (times.get(`${x} ${y}`) ?? 0) + 1)
  }
  return new Map([...times].filter(([, count]) => count >= FEWEST / 2))
}

function contradictionsOf(articles: readonly Article[]): Map<string, { a: string; b: string }[]> {
  const ways = new Map<string, { index: number; sentence: string; figures: string }[]>()
  articles.forEach(({ body }, index) => {
    for (const text of [body.zh, body.en]) {
      for (const [raw] of text.matchAll(SENTENCE)) {
        const sentence = raw.trim()
        const figures = sentence.match(FIGURE)
        const key = sentence.toLowerCase().replace(FIGURE, '#').replace(/[^\p{L}#]/gu, '')
        if (figures && key.replaceAll('#', '').length >= LETTERS) ways.set(key, [...(ways.get(key) ?? []), { index, sentence, figures: figures.join(' ') }])
      }
    }
  })
  const found = new Map<string, { a: string; b: string }[]>()
  for (const list of ways.values()) {
    if (list.length > COMMON) continue
    for (const [n, a] of list.entries()) {
      for (const b of list.slice(n + 1)) {
        if (a.index === b.index || a.figures === b.figures) continue
        const key = `${a.index} ${b.index}`
        found.set(key, [...(found.get(key) ?? []), { a: a.sentence, b: b.sentence }])
      }
    }
  }
  return found
}

/** "We take it back" is no answer to "we do not take it back" where one is about cups and the other about lenses. */
const SHARED_CHARACTERS = 2

/** Do two articles speak of one matter, by their topics or by their titles? */
function sameMatter(a: Article, b: Article): boolean {
  if (a.topics.some((topic) => b.topics.includes(topic))) return true
  return (['zh', 'en'] as const).some((language) => {
    const [one, other] = [a.title[language], b.title[language]]
    const [inOther, wordsOfOther] = [new Set(characters(other)), new Set(latin(other))]
    return new Set(characters(one).filter((sign) => inOther.has(sign))).size >= SHARED_CHARACTERS || latin(one).some((word) => wordsOfOther.has(word))
  })
}

const latin = (text: string): string[] => words(text).filter((word) => /^\p{Script=Latin}{3,}$/u.test(word))

/** Sentences of two articles of which one says what the other denies. */
function oppositesOf(articles: readonly Article[]): Map<string, { a: string; b: string }[]> {
  const said = new Map<string, { index: number; sentence: string; statement: Statement }[]>()
  articles.forEach(({ body }, index) => {
    for (const text of [body.zh, body.en]) {
      for (const match of text.matchAll(SENTENCE)) {
        const sentence = match[0].trim()
        const statement = statementOf(sentence, /[?？]/u.test(text[match.index + match[0].length] ?? ''))
        if (statement) said.set(statement.key, [...(said.get(statement.key) ?? []), { index, sentence, statement }])
      }
    }
  })
  const found = new Map<string, { a: string; b: string }[]>()
  for (const list of said.values()) {
    if (list.length > COMMON) continue
    for (const [n, a] of list.entries()) {
      for (const b of list.slice(n + 1)) {
        const [one, other] = [articles[a.index], articles[b.index]]
        if (a.index === b.index || !one || !other || !oppose(a.statement, b.statement) || !sameMatter(one, other)) continue
        const key = `${a.index} ${b.index}`
        found.set(key, [...(found.get(key) ?? []), { a: a.sentence, b: b.sentence }])
      }
    }
  }
  return found
}
