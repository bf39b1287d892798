import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../src-shared/contract/desk.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** Quiet time after the last key before the engine is asked, in milliseconds. */
const QUIET_MS = 120
const LIMIT = 50

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const hitsOf = (desk: Desk, words: string) => ({
  queryKey: ['search', words], gcTime: 0,
  queryFn: async () => (await desk.client.call('search.messages', { query: words, limit: LIMIT })).hits,
})

/** Looks the words up now, for a person who did not wait for the list. */
export const findNow = (desk: Desk, words: string): Promise<SearchHit[]> => desk.cache.fetchQuery(hitsOf(desk, words))

/**
 * Newest first. While the next words are looked up (`busy`) the hits of those before stay. undefined: nothing was looked
 * up yet.
 */
export function useHits(query: string): { hits: SearchHit[] | undefined; busy: boolean } {
  const desk = useDesk()
  const words = useSettled(query.trim())
  const { data, isFetching } = useQuery({ ...hitsOf(desk, words), enabled: words !== '', staleTime: 0, placeholderData: keepPreviousData })
  return { hits: words === '' ? undefined : data, busy: isFetching || words !== query.trim() }
}
