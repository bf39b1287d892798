import { passagesOf } from '../knowledge/passages.ts'
import { isStopWord, stem } from '../knowledge/stem.ts'
import { tokens } from '../knowledge/tokens.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { plainQuote } from './plain-quote.ts'
import type { Line } from './types.ts'

/** Longest quotation in code points; a list that was begun may run on to the second figure. */
const LONGEST = { zh: [62, 140], en: [240, 420] } as const
/** An article of no known topic is quoted only when the words alone point to it: BM25 units, and less for goods the customer has. */
const STRONG = 9
const STRONG_OWN_GOODS = { zh: 4, en: 6 } as const
/** English questions share common words with everything; so much of their rare words must be there. */
const COVERED = { zh: 0.3, en: 0.3 } as const
/** Fixed texts are said when triage names their case, never because a word is shared. */
const FIXED: ReadonlySet<string> = new Set(['safety_incident', 'scam_check'])
/** Shared terms (weighed) from which a sentence answers the words. */
const RELEVANT = 3
/** What a sentence off the known topic must share with the words: terms, and in Chinese a little for single characters. */
const LEAST_SHARED = { zh: 1.8, en: 3 } as const
/** Topics whose article is a course of action: told from its beginning, one paragraph after the other. */
const IN_ORDER = new Set(['logistics_stuck', 'delivered_not_received', 'damaged', 'wrong_item', 'missing_item', 'gift_missing', 'price_protection'])

export type Wanted = {
  topic: string | null
  /** The customer's words; the last part of them counts most, since questions come last. */
  words: string
  language: 'zh' | 'en'
  /** Goods it is about; null when unknown. */
  productIds: readonly string[] | null
  /** Only an article of this very topic will do. */
  onTopicOnly?: boolean
  /** Of untagged articles only one that the words themselves ask for. */
  strong?: boolean
  /** It must share words with the question: the topic is one of several, or not sure. */
  strict?: boolean
  /** Was this sentence said before? */
  avoid: (sentence: string) => boolean
}

/** The sentences of the best customer article that answer the words; null when no article fits. Internal articles never. */
export function quote(hits: readonly KnowledgeHit[], wanted: Wanted): Line | null {
  return quoteOnTopic(hits, wanted) ?? quotePlain(hits, wanted)
}

/** What is told of goods answers questions about goods; of prices and policies its words are advertising. */
const OF_GOODS: ReadonlySet<string> = new Set(['product_question', 'usage_help', 'parts_accessory'])

/** Articles to which nobody gave a topic, such as imported ones, are told by their words. */
function quotePlain(hits: readonly KnowledgeHit[], wanted: Wanted): Line | null {
  const plain = hits.filter((hit) => hit.article.audience === 'customer' && hit.language === wanted.language && hit.article.topics.length === 0 && ofProduct(hit, wanted.productIds) && (hit.article.productIds.length === 0 || wanted.topic === null || OF_GOODS.has(wanted.topic)))
  return plain.length > 0 ? plainQuote(plain, { ...wanted, strong: wanted.onTopicOnly === true || wanted.strong }) : null
}

function quoteOnTopic(hits: readonly KnowledgeHit[], wanted: Wanted): Line | null {
  const open = hits.filter((hit) => hit.article.topics.length > 0 && hit.article.audience === 'customer' && hit.language === wanted.language && ofProduct(hit, wanted.productIds))
  const onTopic = open.filter((hit) => wanted.topic !== null && hit.article.topics.includes(wanted.topic))
  const first = onTopic.filter((candidate) => candidate.article.topics[0] === wanted.topic)
  const hit = onTopic.find((candidate) => candidate.article.productIds.length > 0 && wanted.productIds !== null) ?? first[0] ?? onTopic[0] ?? strongest(open, wanted)
  if (!hit) return null
  const weigh = weights(`${TOPIC_WORDS[wanted.topic ?? ''] ?? ''} ${wanted.words}`, TOPIC_WORDS[wanted.topic ?? ''] ?? '')
  const paragraphs = passagesOf(hit.article.body[wanted.language]).map((passage) => passage.text)
  const inOrder = wanted.topic !== null && IN_ORDER.has(wanted.topic)
  const ranked = inOrder ? paragraphs : [...paragraphs].sort((a, b) => weigh(b) - weigh(a))
  const whole = inOrder || wanted.topic === 'usage_help' || wanted.topic === 'return_howto'
  const text = ranked.map((paragraph) => pick(paragraph, wanted, inOrder ? () => 1 : weigh, whole)).find((found) => found !== '')
  if (!text) return null
  // Once an article has been quoted, its rest is quoted only where it answers.
  if (!inOrder && paragraphs.some(wanted.avoid) && weigh(text) < RELEVANT) return null
  // An article that has the topic only among others must answer in its words, as one without it must.
  const meant = first.includes(hit) || (onTopic.includes(hit) && hit.article.productIds.length > 0)
  if (!meant && shared(text, `${TOPIC_WORDS[wanted.topic ?? ''] ?? ''} ${wanted.words}`) < LEAST_SHARED[wanted.language]) return null
  if (wanted.strict && weigh(text) < 1) return null
  return { verbatim: text, sources: [{ kind: 'article', id: hit.article.id, title: hit.article.title[wanted.language] }] }
}

/** The hit that the words point to by themselves. */
function strongest(open: readonly KnowledgeHit[], wanted: Wanted): KnowledgeHit | undefined {
  if (wanted.onTopicOnly) return undefined
  const good = open.filter((hit) => {
    if (hit.article.topics.some((topic) => FIXED.has(topic))) return false
    // Of a known topic the goods' own article says nothing unless its words do (freight got washing instructions).
    const ownGoods = wanted.topic === null && wanted.productIds !== null && hit.article.productIds.length > 0
    const enough = hit.lexical >= (ownGoods ? STRONG_OWN_GOODS[wanted.language] : STRONG)
    return enough && (ownGoods && wanted.language === 'zh' ? true : hit.coverage >= COVERED[wanted.language])
  })
  return good.sort((a, b) => b.lexical - a.lexical)[0]
}

/** An article about other goods than those meant is no answer; of unknown goods only one that the words themselves point to. */
function ofProduct({ article, lexical }: KnowledgeHit, productIds: readonly string[] | null): boolean {
  if (article.productIds.length === 0) return true
  return productIds === null ? lexical >= STRONG : article.productIds.some((id) => productIds.includes(id))
}

/** What the question is about in the shop's own words, where customers use others. */
const TOPIC_WORDS: Record<string, string> = {
  refund_rejected: '关闭 重新提交 复核 closed submit again review', return_arrived: '仓库签收 验货 验收 check the goods arrival',
  parcel_lost: '丢失 补发 全额退款 lost full refund', refund_only: '仅退款 refund only', ship_when: '最晚发货时间 没发出', out_of_stock: '最晚发货时间 没发出',
}
const terms = (text: string): string[] => tokens(text).filter((token) => !isStopWord(token)).map(stem)

const COMMON = new Set('的了我你您是在不有这那就也都和要还吗呢吧啊呀什么怎个一们到上下点来去说没能可以')

const isTelling = (character: string): boolean => /\p{Script=Han}/u.test(character) && !COMMON.has(character)

function shared(text: string, words: string): number {
  const theirs = new Set(terms(words))
  const characters = new Set([...words].filter(isTelling))
  return new Set(terms(text).filter((term) => theirs.has(term))).size + 0.3 * [...new Set(text)].filter((character) => characters.has(character)).length
}

/** How well a text answers the words: shared terms, threefold for the last part of the words, a little for shared characters. */
function weights(words: string, topicWords: string): (text: string) => number {
  const parts = words.split(/[\s,.?!。\uff0c\uff1f\uff01]+/u).filter((part) => part !== '')
  const last = new Set(terms(`${topicWords} ${parts.slice(-2).join(' ')}`))
  const all = new Set(terms(words))
  const characters = new Set([...words].filter(isTelling))
  return (text) => {
    const found = new Set(terms(text))
    const common = [...found].filter((term) => all.has(term)).reduce((sum, term) => sum + (last.has(term) ? 3 : 1), 0)
    return common + 0.3 * [...new Set(text)].filter((character) => characters.has(character)).length
  }
}

/** Whole sentences round the best one, from the beginning of the paragraph where that fits. */
function pick(paragraph: string, wanted: Wanted, weigh: (text: string) => number, whole: boolean): string {
  const [room, most] = LONGEST[wanted.language]
  const sentences = paragraph.split(wanted.language === 'zh' ? /(?<=[。\uff01\uff1f!?](?!\n)|\n)/u : /(?<=(?<!\d)[.!?](?=\s)(?!\n)|\n)/u).filter((sentence) => sentence.trim() !== '')
  const scores = sentences.map((sentence) => (wanted.avoid(sentence) ? -1 : weigh(sentence)))
  const best = scores.indexOf(Math.max(...scores))
  if (best < 0 || (scores[best] ?? -1) < 0 || (wanted.topic !== null && IN_ORDER.has(wanted.topic) && scores.includes(-1))) return ''
  const lead = sentences.slice(0, best + 1)
  const fromStart = whole && lead.join('').length <= room && scores.slice(0, best).every((score) => score >= 0)
  let text = fromStart ? lead.join('') : (sentences[best] ?? '')
  for (let next = best + 1; next < sentences.length && (scores[next] ?? -1) >= 0; next += 1) {
    const sentence = sentences[next] ?? ''
    const begun = /[:\uff1a]\s*$/u.test(text)
    if ((text + sentence).trimEnd().length > (begun ? most : room) || (!begun && (scores[next] ?? 0) === 0)) break
    text += sentence
  }
  return unnumbered(text.trim())
}

/** A single step of a list stands without its number. */
function unnumbered(text: string): string {
  return text.includes('\n') || !/^\d+\.\s/.test(text) ? text : text.replace(/^\d+\.\s+/, '')
}
