import type { ArticleWords } from '../../src-shared/contract/knowledge.ts'
import type { Article } from '../../src-shared/domain/article.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'

/** Drafts and searches see this article from now on, and so does the screen. */
function articleChanged(engine: Engine, id: string): void {
  engine.knowledgeChanged(id)
  showArticles(engine)
}

/** The windows ask again for what they show of the articles. */
export function showArticles(engine: Engine): void {
  engine.publish({ kind: 'knowledge' })
  for (const conversationId of engine.live.focused.keys()) engine.publish({ kind: 'context', conversationId })
}

/** One more than any version of this article that was ever seen here. */
function nextVersion({ store }: Engine, id: string): number {
  return Math.max(store.shop.gatewayArticle(id)?.version ?? 0, store.ownArticles.versions(id)[0]?.version ?? 0) + 1
}

const sameWords = (a: Article, b: Article): boolean => JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 })

/** Keeps an article of this desk's own, in the place of the gateway's where that has the id; the same words twice are one change. */
export function saveArticle(engine: Engine, words: ArticleWords): Article {
  const { store } = engine
  const serving = store.shop.article(words.id)
  if (serving && sameWords(serving, { ...words, version: 0 })) return serving
  const known = store.ownArticles.get(words.id)
  const article: Article = { ...words, version: nextVersion(engine, words.id) }
  const at = engine.clock.now()
  store.transaction(() => {
    store.ownArticles.put({ article, source: known?.source ?? null, place: known?.place ?? null, imported: known?.imported ?? null, base: store.shop.gatewayArticle(words.id)?.version ?? null, removed: false, updatedAt: at })
    store.audit.add(at, 'article-saved', words.id, String(article.version))
  })
  articleChanged(engine, words.id)
  return article
}

/** Takes an own article out; its versions stay, so that `restoreArticle` brings it back. */
export function removeArticle(engine: Engine, id: string): void {
  const { store } = engine
  const known = store.ownArticles.get(id)
  if (!known || known.removed) return
  const at = engine.clock.now()
  store.transaction(() => {
    store.ownArticles.setRemoved(id, true, at)
    store.audit.add(at, 'article-removed', id)
  })
  articleChanged(engine, id)
}

function versionGone(): AppError {
  return new AppError({ code: 'article-version-gone', retryable: false, say: { zh: '这个版本已经不在了，什么都没有改动。', en: 'That version is not here any more; nothing was changed.' } })
}

/** Words of before serve again: as a new version, or, where they only were taken out, as they were. @throws AppError `article-version-gone` */
export function restoreArticle(engine: Engine, id: string, version: number): Article {
  const { store } = engine
  const wanted = store.ownArticles.versions(id).find((one) => one.version === version)
  if (!wanted) throw versionGone()
  const known = store.ownArticles.get(id)
  if (!known?.removed || known.article.version !== version) return saveArticle(engine, wanted.article)
  const at = engine.clock.now()
  store.transaction(() => {
    store.ownArticles.setRemoved(id, false, at)
    store.audit.add(at, 'article-restored', id, String(version))
  })
  articleChanged(engine, id)
  return known.article
}
