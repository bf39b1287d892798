import { applies, type Circumstances } from '../domain/knowledge/applies.ts'
import { fittingPassage } from '../domain/knowledge/fitting-passage.ts'
import type { KnowledgeHit } from '../domain/knowledge/index.ts'
import type { DraftNeighbour } from '../domain/drafting/types.ts'
import type { Engine } from './context.ts'
import { neighboursOf } from './related-articles.ts'

/** So many neighbours of the best hit are looked at for one that may be told. */
const LOOKED_AT = 8

/** What an answer is made for. */
export interface NeighbourAsked extends Circumstances { question: string; language: 'zh' | 'en'; productIds: readonly string[] }

/**
 * The one article that belongs to the best hit for sure (one names the other, or they were quoted together more than once), holds
 * here as the hits do, and is none of them.
 */
export function draftNeighbour(engine: Engine, hits: readonly KnowledgeHit[], { question, language, productIds, ...told }: NeighbourAsked): DraftNeighbour | null {
  const [best] = hits
  if (!best || best.lexical <= 0) return null
  const known = new Set(hits.map(({ article }) => article.id))
  for (const { article, reasons, sure } of neighboursOf(engine, best.article.id, LOOKED_AT)) {
    const isOfOthers = article.productIds.length > 0 && productIds.length > 0 && !article.productIds.some((id) => productIds.includes(id))
    if (!sure || known.has(article.id) || isOfOthers || !applies(article, told)) continue
    const passage = fittingPassage(article, language, question)
    if (passage) return { article, language, passage: passage.text, of: { id: best.article.id, title: best.article.title[language] }, reasons }
  }
  return null
}
