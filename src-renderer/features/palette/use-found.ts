import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { Found } from './entries.ts'
import { groupsOf, parseQuery, type PaletteQuery } from './query.ts'

/** Quiet time after the last key before the engine is asked, in milliseconds. */
const QUIET_MS = 60
/** Most of each group. */
const LIMIT = { all: 12, one: 50 }

export const NOTHING: Found = { people: [], orders: [], messages: [], articles: [], ended: [] }

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), QUIET_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

const asked = (desk: Desk, query: PaletteQuery, ends: Disposition[]) => ({
  queryKey: ['find', query.scope, query.words, ends], gcTime: 0, retry: false as const,
  queryFn: () => desk.client.call('search.everything', { query: query.words, groups: groupsOf(query), limit: query.scope === 'all' ? LIMIT.all : LIMIT.one, ends }),
})

/** Looks the words up now, for a person who did not wait for the list. */
export const findNow = (desk: Desk, query: PaletteQuery, ends: Disposition[]): Promise<Found> =>
  (groupsOf(query).length === 0 ? Promise.resolve(NOTHING) : desk.cache.fetchQuery(asked(desk, query, ends)))

/** While the next words are looked up (`busy`) what was found before stays. @param endsOf ways to end that words name */
export function useFound(typed: string, endsOf: (query: PaletteQuery) => Disposition[]): { found: Found; busy: boolean; failed: boolean } {
  const desk = useDesk()
  const settled = useSettled(typed)
  const query = parseQuery(settled)
  const needed = groupsOf(query).length > 0
  const { data, isFetching, isError } = useQuery({ ...asked(desk, query, endsOf(query)), enabled: needed, staleTime: 0, placeholderData: keepPreviousData })
  const wanted = groupsOf(parseQuery(typed)).length > 0
  return { found: wanted && needed ? (data ?? NOTHING) : NOTHING, busy: isFetching || (wanted && settled !== typed), failed: isError && wanted }
}
