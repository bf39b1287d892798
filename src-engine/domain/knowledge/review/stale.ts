import type { StaleArticle, StaleReason } from '../../../../src-shared/contract/knowledge.ts'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { tokens } from '../tokens.ts'

/** A reply that followed a draft; `article`: one that the draft quoted. */
export interface Answered { article: string; draft: string; reply: string }

/** So many answered drafts with quotes must there be before an article that none quoted is called never cited. */
export const ENOUGH_DRAFTS = 50
/** An article is overruled when at least so many answered drafts quoted it and most of them were written anew. */
const ENOUGH_CITED = 3
const OVERRULED = 0.5
/** Of the draft's words, so many must stand in the reply; below, it was written anew. */
const KEPT = 0.5

function isKept({ draft, reply }: Answered): boolean {
  if (draft === reply) return true
  const said = new Set(tokens(reply))
  const words = [...new Set(tokens(draft))]
  return words.length > 0 && words.filter((word) => said.has(word)).length / words.length >= KEPT
}

/** Articles that hold no more, that no draft ever quoted, or whose drafts agents mostly wrote anew. `at`: milliseconds. */
export function findStale(articles: readonly Article[], answered: readonly Answered[], at: number): StaleArticle[] {
  const uses = new Map<string, { cited: number; sent: number }>()
  for (const one of answered) {
    const use = uses.get(one.article) ?? { cited: 0, sent: 0 }
    uses.set(one.article, { cited: use.cited + 1, sent: use.sent + (isKept(one) ? 1 : 0) })
  }
  const isTelling = answered.length >= ENOUGH_DRAFTS
  return articles.flatMap((article) => {
    const { cited, sent } = uses.get(article.id) ?? { cited: 0, sent: 0 }
    const reasons: StaleReason[] = []
    if (article.validTo !== undefined && at >= article.validTo) reasons.push('expired')
    if (isTelling && cited === 0 && article.audience === 'customer') reasons.push('never-cited')
    if (cited >= ENOUGH_CITED && (cited - sent) / cited > OVERRULED) reasons.push('overruled')
    return reasons.length > 0 ? [{ id: article.id, title: article.title, reasons, cited, sent }] : []
  }).sort((a, b) => b.reasons.length - a.reasons.length || b.cited - a.cited)
}
