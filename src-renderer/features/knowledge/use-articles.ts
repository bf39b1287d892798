import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** As many as are listed at once; the others are found by search. */
const LISTED = 200

type Listing = Pick<CallParams<'article.list'>, 'query' | 'origin' | 'audience' | 'holds' | 'productId'>

export function useArticles(asked: Listing): CallResult<'article.list'> | undefined {
  const desk = useDesk()
  return useQuery({
    queryKey: [...keys.knowledge, 'list', asked], gcTime: 0, staleTime: 0, placeholderData: keepPreviousData,
    queryFn: () => desk.client.call('article.list', { ...asked, limit: LISTED }),
  }).data
}

export function useArticle(id: string): CallResult<'article.get'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.knowledge, 'one', id], gcTime: 0, staleTime: 0, queryFn: () => desk.client.call('article.get', { id }) }).data
}

export function useReview() {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.knowledge, 'review'], gcTime: 0, staleTime: 0, queryFn: () => desk.client.call('article.review', {}) })
}
