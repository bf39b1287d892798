import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import type { Association } from '../../src-shared/domain/association.ts'
import { createAssociations, type Associations, type CitedTogether, type Edge } from '../domain/knowledge/associations.ts'
import { resolveLinks } from '../domain/knowledge/links/resolve.ts'
import type { Store } from '../store/index.ts'
import type { Engine } from './context.ts'
import { toFound } from './search-everything.ts'

/** What was quoted together is counted anew after so long, in milliseconds: nobody who types or waits for a draft shall wait for it. */
const COUNTED_FOR = 5 * 60_000

/** A neighbour of an article; `reasons`: why, the strongest first. */
export interface Neighbour { article: Article; reasons: Association[]; /** One names the other, or they were quoted together more than once. */ sure: boolean }

/** What the texts say, read once for one list of articles. */
const read = new WeakMap<readonly Article[], Associations>()
const counted = new WeakMap<Store, { at: number; pairs: CitedTogether }>()

function associationsOf({ knowledge, store }: Engine): Associations {
  const articles = knowledge().articles()
  const known = read.get(articles) ?? createAssociations(articles, resolveLinks(store.ownArticles.fromFiles().map(({ title, ...one }) => ({ ...one, title: title.zh || title.en }))))
  read.set(articles, known)
  return known
}

function citedTogether({ store, clock }: Engine, anew: boolean): CitedTogether {
  const known = counted.get(store)
  if (known && !anew && Math.abs(clock.now() - known.at) < COUNTED_FOR) return known.pairs
  const pairs = store.drafts.citedTogether()
  counted.set(store, { at: clock.now(), pairs })
  return pairs
}

/** Articles that belong to this one, the surest first. @param anew counts what was quoted together up to this moment */
export function neighboursOf(engine: Engine, id: string, most: number, anew = false): Neighbour[] {
  const related = associationsOf(engine)(id, most, citedTogether(engine, anew))
  if (related.length === 0) return []
  const names = new Map(engine.store.shop.products().map((product) => [product.id, product.title]))
  const reason = (edge: Edge): Association => {
    if (edge.kind === 'link') return { kind: 'link' }
    if (edge.kind === 'cited') return { kind: 'cited', times: edge.times }
    if (edge.kind === 'topic') return { kind: 'topic', topics: edge.topics }
    return edge.kind === 'words' ? { kind: 'words', words: edge.words } : { kind: 'product', names: edge.productIds.flatMap((productId) => names.get(productId) ?? []) }
  }
  return related.map(({ article, reasons }) => ({ article, reasons: reasons.map(reason), sure: reasons.some((edge) => edge.kind === 'link' || (edge.kind === 'cited' && edge.times > 1)) }))
}

/** Articles that belong to this one, each with the reasons why, by what stands in them and by what was quoted together in sent replies. */
export function relatedArticles(engine: Engine, { id, limit }: CallParams<'article.related'>): CallResult<'article.related'> {
  return { related: neighboursOf(engine, id, limit, true).map(({ article, reasons }) => ({ article: toFound(article, '', engine.clock.now()), reasons })) }
}
