import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../src-shared/contract/desk.ts'
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

/** Newest first. While the next words are looked up the hits of those before stay. undefined: nothing was looked up yet. */
export function useHits(query: string): { hits: SearchHit[] | undefined; busy: boolean } {
  const desk = useDesk()
  const words = useSettled(query.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['search', words], enabled: words !== '', staleTime: 0, gcTime: 0, placeholderData: keepPreviousData,
    queryFn: () => desk.client.call('search.messages', { query: words, limit: LIMIT }),
  })
  return { hits: words === '' ? undefined : data?.hits, busy: isFetching || words !== query.trim() }
}
