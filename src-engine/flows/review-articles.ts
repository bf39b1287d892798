import type { CallResult } from '../../src-shared/contract/calls.ts'
import { findDuplicates } from '../domain/knowledge/review/duplicates.ts'
import { findStale } from '../domain/knowledge/review/stale.ts'
import type { Engine } from './context.ts'

/** What a person should look at: articles that say the same or contradict each other, and those that serve nobody any more. */
export function reviewArticles({ store, clock }: Engine): CallResult<'article.review'> {
  const articles = store.shop.articles()
  return { duplicates: findDuplicates(articles), stale: findStale(articles, store.drafts.citedAndAnswered(), clock.now()) }
}
