import { useQuery } from '@tanstack/react-query'
import type { AutopilotDoing } from '../../src-shared/contract/autopilot.ts'
import { keys } from './cache.ts'
import { useDesk } from './hooks.ts'

/** What autopilot took up, newest first; `data` is undefined until the engine has answered. */
export function useDoings(): { data: readonly AutopilotDoing[] | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.autopilot, 'recent'], queryFn: () => desk.client.call('autopilot.recent', {}), staleTime: 0 })
  return { data: data?.doings, failed: isError, again: () => void refetch() }
}
