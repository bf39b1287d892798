import { passagesOf } from '../knowledge/passages.ts'
import { tokens } from '../knowledge/tokens.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import type { Line } from './types.ts'

/** Longest quotation in code points. */
const LONGEST = { zh: 90, en: 240 } as const
/** A hit of another topic must share this much with the words (BM25 units) to be quoted. */
const STRONG = 7

type Wanted = { topic: string | null; words: string; language: 'zh' | 'en'; productIds: readonly string[] | null; avoid: (sentence: string) => boolean }

/** The sentences of the best customer article that answer the words; null when no article fits. Internal articles never. */
export function quote(hits: readonly KnowledgeHit[], wanted: Wanted): Line | null {
  const open = hits.filter((hit) => hit.article.audience === 'customer' && hit.language === wanted.language && ofProduct(hit, wanted.productIds))
  const hit = open.find((candidate) => wanted.topic !== null && candidate.article.topics.includes(wanted.topic)) ?? open.find((candidate) => candidate.score >= STRONG)
  if (!hit) return null
  const others = passagesOf(hit.article.body[wanted.language]).map((passage) => passage.text).filter((text) => text !== hit.passage)
  const text = pick(hit.passage, wanted, 0) || others.map((other) => pick(other, wanted, 1)).find((found) => found !== '')
  if (!text) return null
  return { verbatim: text, sources: [{ kind: 'article', id: hit.article.id, title: hit.article.title[wanted.language] }] }
}

/** An article about other goods than those meant is no answer. */
function ofProduct(hit: KnowledgeHit, productIds: readonly string[] | null): boolean {
  return hit.article.productIds.length === 0 || productIds === null || hit.article.productIds.some((id) => productIds.includes(id))
}

/** The best run of whole sentences that fits. Numbered steps stay whole. */
function pick(passage: string, wanted: Wanted, least: number): string {
  const room = LONGEST[wanted.language]
  const sentences = passage.split(wanted.language === 'zh' ? /(?<=[。!?\n])/u : /(?<=[.!?]\s|\n)/u).filter((sentence) => sentence.trim() !== '')
  const words = new Set(tokens(wanted.words))
  const scores = sentences.map((sentence) => (wanted.avoid(sentence) ? -1 : tokens(sentence).filter((token) => words.has(token)).length))
  let at = scores.indexOf(Math.max(...scores))
  if (at < 0 || (scores[at] ?? -1) < least) return ''
  let text = ''
  for (; at < sentences.length; at += 1) {
    const sentence = sentences[at] ?? ''
    if ((scores[at] ?? 0) < 0) break
    if (text !== '' && [...(text + sentence).trim()].length > room) break
    text += sentence
  }
  return text.trim()
}
