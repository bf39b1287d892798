import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { KnowledgeCalls } from '../../src-shared/contract/knowledge.ts'

type Fake = { [C in keyof KnowledgeCalls]: (params: CallParams<C>) => CallResult<C> }

const NOTHING_CAME = { added: 0, updated: 0, same: 0, removed: 0 }

/** A desk without articles that keeps none. */
export const fakeKnowledge: Fake = {
  'article.list': () => ({ articles: [], total: 0, counts: { gateway: 0, own: 0, file: 0, override: 0 }, products: [] }),
  'article.get': () => ({ found: null, products: [] }),
  'article.save': ({ article }) => ({ article: { ...article, version: 1 } }),
  'article.remove': () => ({}),
  'article.restore': () => { throw new Error('nothing was removed here') },
  'article.importFile': () => NOTHING_CAME, 'article.importText': () => NOTHING_CAME,
  'article.review': () => ({ duplicates: [], stale: [] }),
}
