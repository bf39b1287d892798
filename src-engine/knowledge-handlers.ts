import type { KnowledgeCalls } from '../src-shared/contract/knowledge.ts'
import { readDocument, readPasted } from './adapters/documents/read-document.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { importDocument } from './flows/import-document.ts'
import { getArticle, listArticles } from './flows/list-articles.ts'
import { reviewArticles } from './flows/review-articles.ts'
import { removeArticle, restoreArticle, saveArticle } from './flows/save-article.ts'

/** What the window may do with the articles themselves. */
export function knowledgeHandlers(engine: Engine): Pick<Handlers, keyof KnowledgeCalls> {
  return {
    'article.list': (params) => listArticles(engine, params),
    'article.get': ({ id }) => getArticle(engine, id),
    'article.save': ({ article }) => ({ article: saveArticle(engine, article) }),
    'article.remove': ({ id }) => {
      removeArticle(engine, id)
      return {}
    },
    'article.restore': ({ id, version }) => ({ article: restoreArticle(engine, id, version) }),
    'article.importFile': async ({ path, bytes }) => importDocument(engine, path, await readDocument(path, bytes)),
    'article.importText': ({ name, text }) => importDocument(engine, name, readPasted(text)),
    'article.review': () => reviewArticles(engine),
  }
}
