import { passagesOf } from '../knowledge/passages.ts'
import { isStopWord, stem } from '../knowledge/stem.ts'
import { tokens } from '../knowledge/tokens.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { topicWords } from './topic-words.ts'
import type { Line } from './types.ts'

/**
 * Quoting knowledge that nobody has given topics: a folder of Markdown, an imported manual. What decides is what passage and
 * question share; in doubt nothing is quoted.
 */
export interface PlainWanted { topic: string | null; words: string; language: 'zh' | 'en'; avoid: (sentence: string) => boolean }

/** Longest quotation in code points, two bubbles' worth: whole sentences only. */
const LONGEST = { zh: 110, en: 300 } as const
/** Of the question's own weight so much must stand in section and heading. */
const LEAST_SHARE = 0.34
/** The same where the section is about the topic as well. */
const LEAST_ON_TOPIC = 0.12

const terms = (text: string): Set<string> => new Set(tokens(text).filter((term) => !isStopWord(term) && !EMPTY.has(term)).map(stem))
/** Words in any question or sentence of a shop. */
const EMPTY: ReadonlySet<string> = new Set(['订单', '我们', '您的', '时间', '多久', '多少', '需要', '如果', '可以', '能不', '不能', '怎样', '如何', '还没', '现在', 'order', 'item', 'product', 'get', 'does', 'long', 'much', 'still', 'want', 'need', 'just', 'know', 'tell', 'like', 'got', 'there', 'any', 'one', 'hi', 'hello', 'please', 'thanks', 'am', 'been', 'me', 'not', 'no', 'yes', 'am'])

/** The sentences that answer, out of the best section; null when none does. */
export function plainQuote(hits: readonly KnowledgeHit[], wanted: PlainWanted): Line | null {
  const own = terms(wanted.words)
  const topical = terms(topicWords(wanted.topic === null ? [] : [wanted.topic], wanted.language))
  const rarity = weighedBy(hits)
  const scored = hits.map((hit) => {
    const heading = terms(hit.article.title[hit.language])
    const all = new Set([...heading, ...terms(hit.article.body[hit.language])])
    const share = portion(own, all, rarity)
    const onTopic = portion(topical, heading, rarity) * 0.6 + portion(topical, all, rarity) * 0.4
    return { hit, share, onTopic, score: share + 0.8 * onTopic + 0.3 * portion(own, heading, rarity) }
  })
  const [best] = scored.filter(({ share, onTopic }) => share >= LEAST_SHARE || (onTopic >= 0.3 && (share >= LEAST_ON_TOPIC || wanted.topic !== null))).sort((a, b) => b.score - a.score)
  if (!best) return null
  const text = sentencesFor(best.hit, own, topical, wanted, rarity)
  return text === '' ? null : { verbatim: text, sources: [{ kind: 'article', id: best.hit.article.id, title: best.hit.article.title[best.hit.language] }] }
}

type Rarity = (term: string) => number

/** A term that stands in most of the sections found tells little. */
function weighedBy(hits: readonly KnowledgeHit[]): Rarity {
  const counts = new Map<string, number>()
  for (const hit of hits) for (const term of terms(`${hit.article.title[hit.language]} ${hit.article.body[hit.language]}`)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + (hits.length + 1) / ((counts.get(term) ?? 0) + 0.5))
}

function portion(wanted: ReadonlySet<string>, found: ReadonlySet<string>, rarity: Rarity): number {
  let [all, shared] = [0, 0]
  for (const term of wanted) {
    all += rarity(term)
    if (found.has(term)) shared += rarity(term)
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
  // The sentence before belongs to it where it introduces it, or the whole fits anyhow.
  const fits = (from: number): boolean => all.slice(from).join('').length <= LONGEST[wanted.language]
  if (fits(0)) at = 0
  let text = ''
  for (const sentence of all.slice(at)) {
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
