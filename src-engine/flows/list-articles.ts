import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ArticleOrigin } from '../../src-shared/contract/knowledge.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import { holdsAt } from '../domain/knowledge/applies.ts'
import type { OwnArticle } from '../store/own-articles.ts'
import type { Engine } from './context.ts'
import { deskLanguage } from './settings.ts'

/** Beginning of a text that the list shows, in UTF-16 code units. */
const START = 160

function originOf(own: OwnArticle | undefined | null): ArticleOrigin {
  if (!own) return 'gateway'
  if (own.base !== null) return 'override'
  return own.source === null ? 'own' : 'file'
}

function inOrder(engine: Engine, articles: readonly Article[], query: string): Article[] {
  const language = deskLanguage(engine)
  const nameOf = ({ title }: Article): string => title[language] || title.zh || title.en
  const asked = query.trim().toLowerCase()
  if (asked === '') return [...articles].sort((a, b) => nameOf(a).localeCompare(nameOf(b), language))
  const literal = articles.filter(({ id, title, body }) => [id, title.zh, title.en, body.zh, body.en].some((text) => text.toLowerCase().includes(asked)))
  const titled = literal.filter(({ title }) => `${title.zh}\n${title.en}`.toLowerCase().includes(asked))
  const meant = (['zh', 'en'] as const).flatMap((one) => engine.knowledge().search(query, { language: one, k: 20 })).sort((a, b) => b.score - a.score).map((hit) => hit.article)
  const known = new Map(articles.map((article) => [article.id, article]))
  return [...new Set([...titled, ...literal, ...meant].map(({ id }) => id))].flatMap((id) => known.get(id) ?? [])
}

/** The products that articles are limited to, by name. */
function productsNamed({ store }: Engine, articles: readonly Article[]): CallResult<'article.list'>['products'] {
  const named = new Set(articles.flatMap(({ productIds }) => productIds))
  return store.shop.products().filter(({ id }) => named.has(id)).map(({ id, title }) => ({ id, title }))
}

/** All articles that serve here, as the Knowledge page lists them. */
export function listArticles(engine: Engine, { query, origin, audience, holds, productId, limit }: CallParams<'article.list'>): CallResult<'article.list'> {
  const { store } = engine
  const own = new Map(store.ownArticles.all().map((one) => [one.article.id, one]))
  const counts: Record<ArticleOrigin, number> = { gateway: 0, own: 0, file: 0, override: 0 }
  const at = engine.clock.now()
  const all = store.shop.articles()
  const found = inOrder(engine, all, query).filter((article) =>
    (audience === null || article.audience === audience) && (holds === undefined || holdsAt(article, at) === holds) && (productId === undefined || article.productIds.includes(productId)))
  for (const { id } of found) counts[originOf(own.get(id))] += 1
  const shown = found.filter(({ id }) => origin === null || originOf(own.get(id)) === origin)
  return {
    total: shown.length, counts, products: productsNamed(engine, all),
    articles: shown.slice(0, limit).map((article) => {
      const mine = own.get(article.id)
      return {
        id: article.id, title: article.title, start: { zh: article.body.zh.slice(0, START), en: article.body.en.slice(0, START) }, audience: article.audience, origin: originOf(mine),
        source: mine?.source ?? null, holds: holdsAt(article, at), shopChanged: (mine?.base ?? null) !== null && store.shop.gatewayArticle(article.id)?.version !== mine?.base,
      }
    }),
  }
}

/** One article with all that its editor shows. */
export function getArticle(engine: Engine, id: string): CallResult<'article.get'> {
  const { store } = engine
  const article = store.shop.article(id)
  const own = store.ownArticles.get(id)
  const mine = own?.removed ? null : own
  return {
    products: store.shop.products().map((product) => ({ id: product.id, title: product.title })),
    found: article && { article, origin: originOf(mine), source: mine?.source ?? null, shop: mine ? store.shop.gatewayArticle(id) : null, versions: store.ownArticles.versions(id) },
  }
}
