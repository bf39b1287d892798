import type { Article } from '../../../src-shared/domain/article.ts'
import { isStopWord, stem } from './stem.ts'
import { characters } from './terms.ts'
import { tokens } from './tokens.ts'

const LANGUAGES = ['zh', 'en'] as const
type Language = (typeof LANGUAGES)[number]

/** An article as its words are compared. `terms`: each with whether it stands in the title. */
export interface Prepared { article: Article; text: Record<Language, string>; title: Record<Language, string>; terms: Record<Language, Map<string, boolean>>; shown: Map<string, string> }

/** So much rare matter in common makes a reason, less where triage puts both to one topic; and no more than this counts. */
const LEAST_WORDS = 2
const LEAST_OF_TOPIC = 1.5
const MOST_WORDS = 4
/** A word of no title, of one, of both. */
const BY_TITLES = [1, 2, 3] as const
const ALIKE = [1, 1, 1] as const
/** What words of one language alone count where no other can agree; Chinese ones are counted in overlapping pairs. */
const ALONE: Record<Language, number> = { zh: 1 / 2, en: 2 / 3 }
const SHOWN_WORDS = 3

/** What is compared. `rarity`: of a term, 0 (too common) to 1. */
interface Compared { own: Prepared; other: Prepared; rarity: (term: string) => number }

/**
 * How much two articles have in common by rare words, a title's counting more; 0: too little for a reason. Where both have both
 * languages, the poorer counts: what two translations share in one language alone is a turn of speech. Of linked ones a title counts as the rest: the link has said it.
 */
export function weightOfWords({ own, other, rarity }: Compared, { isOfTopic, isLinked }: { isOfTopic: boolean; isLinked: boolean }): number {
  const both = LANGUAGES.filter((language) => own.text[language] !== '' && other.text[language] !== '')
  if (both.length === 0) return 0
  const weights = both.map((language) => {
    let weight = 0
    for (const [term, inTitle] of own.terms[language]) weight += weightOf(inTitle, other.terms[language].get(term), isLinked ? ALIKE : BY_TITLES, () => rarity(term))
    return both.length > 1 ? weight : weight * ALONE[language]
  })
  const strength = Math.min(MOST_WORDS, ...weights)
  return strength < (isOfTopic ? LEAST_OF_TOPIC : LEAST_WORDS) ? 0 : strength
}

const weightOf = (inTitle: boolean, there: boolean | undefined, byTitles: readonly [number, number, number], rare: () => number): number =>
  (there === undefined ? 0 : rare() * byTitles[inTitle && there ? 2 : inTitle || there ? 1 : 0])

/** The words that weigh most, as they are read. */
export function wordsOfBoth({ own, other, rarity }: Compared): Record<Language, string[]> {
  const best = (language: Language): string[] => [...own.terms[language]]
    .map(([term, inTitle]) => ({ term, weight: weightOf(inTitle, other.terms[language].get(term), BY_TITLES, () => rarity(term)) })).filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).map(({ term }) => term)
  return { zh: joined(best('zh'), own, other), en: best('en').slice(0, SHOWN_WORDS).map((term) => own.shown.get(term) ?? term) }
}

/** Longest words shown as a reason, in characters. */
const LONGEST_SHOWN = 10

/** Pairs of characters that follow each other in both texts, as the words that they are parts of; those of a title first, then the longest. */
function joined(pairs: readonly string[], own: Prepared, there: Prepared): string[] {
  const [one, other] = [own.text.zh, there.text.zh]
  const known = new Set(pairs)
  const found = new Set<string>()
  const titled = (words: string): number => Number(own.title.zh.includes(words)) + Number(there.title.zh.includes(words))
  for (let at = 0; at < one.length - 1; at++) {
    let end = at + 1
    while (end < one.length && known.has(one.slice(end - 1, end + 1)) && other.includes(one.slice(at, end + 1))) end++
    if (end - at < 2) continue
    found.add(whole(one, other, at, end))
    at = end - 2
  }
  return [...found].filter((words) => characters(words).length > 1 && ![...found].some((longer) => longer !== words && longer.includes(words))).sort((a, b) => titled(b) - titled(a) || b.length - a.length || (a < b ? -1 : 1)).slice(0, SHOWN_WORDS)
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

export function prepared(article: Article): Prepared {
  const known = kept.get(article) ?? prepare(article)
  kept.set(article, known)
  return known
}

function prepare(article: Article): Prepared {
  const shown = new Map<string, string>()
  const title = { zh: article.title.zh.toLowerCase(), en: article.title.en.toLowerCase() }
  const text = { zh: `${title.zh}\n${article.body.zh.toLowerCase()}`.trim(), en: `${title.en}\n${article.body.en.toLowerCase()}`.trim() }
  const termsOf = (language: Language): Map<string, boolean> => {
    const titled = new Set(telling(title[language], language).map(stem))
    return new Map(telling(text[language], language).map((token) => {
      const term = stem(token)
      if (!shown.has(term)) shown.set(term, token)
      return [term, titled.has(term)]
    }))
  }
  return { article, text, title, terms: { zh: termsOf('zh'), en: termsOf('en') }, shown }
}

/** Figures and single characters join what has nothing to do with each other. */
const telling = (text: string, language: Language): string[] => tokens(text).filter((token) => {
  const isLatin = /^[a-z]/u.test(token)
  return !isStopWord(token) && !/^[\d.]+$/u.test(token) && [...token].length > 1 && isLatin === (language === 'en') && !(isLatin && token.length < 4)
})
