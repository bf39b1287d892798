import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Association } from '../../src-shared/contract/related.ts'
import { createAssociations, type Edge } from '../domain/knowledge/associations.ts'
import type { Engine } from './context.ts'
import { toFound } from './search-everything.ts'

/** Articles that belong to this one, each with the reasons why, by what stands in them and by what was quoted together in sent replies. */
export function relatedArticles(engine: Engine, { id, limit }: CallParams<'article.related'>): CallResult<'article.related'> {
  const names = new Map(engine.store.shop.products().map((product) => [product.id, product.title]))
  const reason = (edge: Edge): Association | null => {
    if (edge.kind === 'link') return { kind: 'link' }
    if (edge.kind === 'cited') return { kind: 'cited', times: edge.times }
    return edge.kind === 'words' ? { kind: 'words', words: edge.words } : { kind: 'product', names: edge.productIds.flatMap((productId) => names.get(productId) ?? []) }
  }
  const related = createAssociations(engine.store.shop.articles(), engine.store.drafts.citedTogether())(id, limit)
  return { related: related.map(({ article, reasons }) => ({ article: toFound(article, ''), reasons: reasons.flatMap((edge) => reason(edge) ?? []) })) }
}
