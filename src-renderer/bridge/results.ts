import { useQuery } from '@tanstack/react-query'
import type { CaseResults } from '../../src-shared/contract/results.ts'
import { keys } from './cache.ts'
import { useDesk } from './hooks.ts'

/** Asked again this soon while there is something left to count. */
const AGAIN_MS = 300

/** How cases ended; `data` is undefined until the engine has answered. */
export function useResults(): { data: CaseResults | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({
    queryKey: [...keys.autopilot, 'results'], queryFn: () => desk.client.call('results.read', {}), staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.left > 0 ? AGAIN_MS : false),
  })
  return { data, failed: isError, again: () => void refetch() }
}
