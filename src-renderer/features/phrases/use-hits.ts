import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { keys } from '../../bridge/cache.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** As many as fit above the composer without scrolling: a person types another letter sooner than looking further. */
const LIMIT = 7
/** The engine takes no longer query. */
const QUERY_MAX = 100

type Found = CallResult<'phrase.search'>

const foundFor = (desk: Desk, conversationId: string, words: string) => ({
  queryKey: [...keys.phrases, 'search', conversationId, words], gcTime: 0, staleTime: 0,
  queryFn: () => desk.client.call('phrase.search', { conversationId, query: words.slice(0, QUERY_MAX), limit: LIMIT }),
})

/** Looks the words up now, for a person who did not wait for the list. */
export const findNow = (desk: Desk, conversationId: string, query: string): Promise<Found> => desk.cache.fetchQuery(foundFor(desk, conversationId, query))

/** Phrases that fit, best first. While the next words are looked up (`busy`) those before stay. null asks for nothing. */
export function usePhraseHits(conversationId: string, query: string | null): { found: Found | undefined; busy: boolean } {
  const desk = useDesk()
  const { data, isFetching } = useQuery({ ...foundFor(desk, conversationId, query ?? ''), enabled: query !== null, placeholderData: keepPreviousData })
  return { found: query === null ? undefined : data, busy: isFetching }
}
