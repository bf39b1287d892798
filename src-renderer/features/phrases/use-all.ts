import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { PhraseScope } from '../../../src-shared/domain/phrase.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** As many as are listed at once; the others are found by search. */
export const LISTED = 300

/** Phrases as they are written; those before stay while others are looked up. undefined: nothing is known yet. */
export function useAllPhrases(query: string, scope: PhraseScope | null, limit: number = LISTED): CallResult<'phrase.list'> | undefined {
  const desk = useDesk()
  return useQuery({
    queryKey: [...keys.phrases, 'list', query, scope, limit], gcTime: 0, staleTime: 0, placeholderData: keepPreviousData,
    queryFn: () => desk.client.call('phrase.list', { query, scope, limit }),
  }).data
}
