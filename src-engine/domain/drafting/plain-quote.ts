import { passagesOf } from '../knowledge/passages.ts'
import { HEADING_END } from '../knowledge/sections.ts'
import { isStopWord, stem } from '../knowledge/stem.ts'
import { tokens } from '../knowledge/tokens.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { topicWords } from './topic-words.ts'
import type { Line } from './types.ts'

/**
 * Quoting knowledge that nobody has given topics: a folder of Markdown, an imported manual. What decides is what passage and
 * question share; in doubt nothing is quoted.
 */
export interface PlainWanted { topic: string | null; words: string; language: 'zh' | 'en'; avoid: (sentence: string) => boolean; /** Only a section that the words themselves ask for. */ strong?: boolean | undefined }

/** Longest quotation in code points, two bubbles' worth: whole sentences only. */
const LONGEST = { zh: 110, en: 300 } as const
/** Of the question's own weight so much must stand in section and heading: of a question without a topic, and of one that the section's topic is not. */
const LEAST_SHARE = { zh: 0.3, en: 0.5 } as const
const SHARE_OFF_TOPIC = 0.55
/** From here on the words alone say that this section was asked for. */
const STRONG_SHARE = { zh: 0.4, en: 0.5 } as const
/** A word of a document's title stands over all its sections: it counts for each of them, but less. */
const OF_TITLE = 0.4
/** Of the topic's own words so much makes the section one about it; less does where it shares words with the question as well. */
const ON_TOPIC = 0.34
const TOUCHES_TOPIC = 0.25
const SHARE_ON_TOPIC = 0.25

const terms = (text: string): Set<string> => new Set(tokens(text).filter((term) => !isStopWord(term) && !EMPTY.has(term)).map(stem))
/** Words in any question or sentence of a shop. */
const EMPTY: ReadonlySet<string> = new Set(['订单', '我们', '您的', '时间', '多久', '多少', '需要', '如果', '可以', '能不', '不能', '怎样', '如何', '还没', '现在', 'order', 'item', 'product', 'get', 'does', 'long', 'much', 'still', 'want', 'need', 'just', 'know', 'tell', 'like', 'got', 'there', 'any', 'one', 'hi', 'hello', 'please', 'thanks', 'am', 'been', 'me', 'not', 'no', 'yes', 'am'])

/** The sentences that answer, out of the best section; null when none does. */
export function plainQuote(hits: readonly KnowledgeHit[], wanted: PlainWanted): Line | null {
  const own = terms(wanted.words)
  const topical = terms(topicWords(wanted.topic === null ? [] : [wanted.topic], wanted.language))
  const rarity = weighedBy(hits)
  const scored = hits.map((hit) => {
    const [heading, title] = hit.article.title[hit.language].split(HEADING_END).map(terms)
    const body = terms(hit.article.body[hit.language])
    const share = portion(own, (term) => (heading?.has(term) || body.has(term) ? 1 : title?.has(term) ? OF_TITLE : 0), rarity)
    const inHeading = (term: string): number => (heading?.has(term) ? 1 : title?.has(term) ? OF_TITLE : 0)
    const inBody = (term: string): number => (body.has(term) ? 1 : 0)
    const onTopic = portion(topical, inHeading, rarity) * 0.2 + portion(topical, inBody, rarity) * 0.8
    return { hit, share, onTopic: Math.max(onTopic, 0.5 * portion(topical, inHeading, rarity)), score: share + onTopic + 0.3 * portion(own, inHeading, rarity) + 0.3 * portion(own, inBody, rarity) }
  })
  const least = wanted.strong ? STRONG_SHARE[wanted.language] : topical.size > 0 ? SHARE_OFF_TOPIC : LEAST_SHARE[wanted.language]
  const [best] = scored.filter(({ share, onTopic }) => share >= least || (!wanted.strong && (onTopic >= ON_TOPIC || (onTopic >= TOUCHES_TOPIC && share >= SHARE_ON_TOPIC)))).sort((a, b) => b.score - a.score)
  if (!best) return null
  const text = sentencesFor(best.hit, own, topical, wanted, rarity)
  return text === '' ? null : { verbatim: text, sources: [{ kind: 'article', id: best.hit.article.id, title: best.hit.article.title[best.hit.language] }] }
}

type Rarity = (term: string) => number

/** A term that stands in most of the sections found tells little. */
function weighedBy(hits: readonly KnowledgeHit[]): Rarity {
  const counts = new Map<string, number>()
  for (const hit of hits) for (const term of terms(`${hit.article.title[hit.language]} ${hit.article.body[hit.language]}`)) counts.set(term, (counts.get(term) ?? 0) + 1)
  // A word that no section has tells none from another: it is one of chance, such as a name.
  return (term) => (counts.has(term) ? 1 : 0.5) * Math.log(1 + (hits.length + 1) / ((counts.get(term) ?? 0) + 0.5))
}

/** Share of the terms that is held, each as far as it is, weighed by rarity. */
function portion(wanted: ReadonlySet<string>, held: (term: string) => number, rarity: Rarity): number {
  let [all, shared] = [0, 0]
  for (const term of wanted) {
    all += rarity(term)
    shared += held(term) * rarity(term)
  }
  return all === 0 ? 0 : shared / all
}

/** Whole sentences from the best one on, of its paragraph and those behind it, as far as they fit. */
function sentencesFor(hit: KnowledgeHit, own: ReadonlySet<string>, topical: ReadonlySet<string>, wanted: PlainWanted, rarity: Rarity): string {
  const paragraphs = passagesOf(hit.article.body[wanted.language]).map(({ text }) => sentencesOf(text, wanted.language))
  const all = paragraphs.flat().filter((sentence) => !wanted.avoid(sentence))
  const weight = (sentence: string): number => {
    const found = terms(sentence)
    return [...found].reduce((sum, term) => sum + (own.has(term) ? rarity(term) : topical.has(term) ? 0.5 * rarity(term) : 0), 0) + (/\d/.test(sentence) ? 0.1 : 0)
  }
  const scores = all.map(weight)
  const most = Math.max(0, ...scores)
  let at = most === 0 ? 0 : scores.indexOf(most)
  // A short section is told whole; of a list or table only what answers.
  const isList = paragraphs.length > 1
  if (!isList && [...all.join('')].length <= LONGEST[wanted.language]) at = 0
  let text = ''
  for (const [index, sentence] of all.entries()) {
    if (index < at || (isList && index > at && (scores[index] ?? 0) < most * 0.6)) continue
    const next = text === '' ? sentence : joined(text, sentence, wanted.language)
    if (text !== '' && [...next].length > LONGEST[wanted.language]) break
    text = next
  }
  return [...text].length > LONGEST[wanted.language] * 1.6 ? '' : text
}

const sentencesOf = (text: string, language: 'zh' | 'en'): string[] => text.split(language === 'zh' ? /(?<=[。！？!?])|\n/u : /(?<=(?<!\b(?:e\.g|i\.e|No|approx))[.!?])\s+|\n/u).map((sentence) => sentence.trim()).filter(Boolean)
/** Entries of a list have no full stop of their own. */
function joined(text: string, next: string, language: 'zh' | 'en'): string {
  const ends = /[.。!！?？;；:：,，]$/u.test(text)
  return language === 'zh' ? `${text}${ends ? '' : '；'}${next}` : `${text}${ends ? '' : ';'} ${next}`
}
