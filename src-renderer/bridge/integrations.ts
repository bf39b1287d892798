import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import { useDesk } from './hooks.ts'

const EVERY_MS = 5000

/** Keys, webhooks and what they refused; asked of the gateway, again while it is looked at. Only admins may ask. */
export function useIntegrations(wanted: boolean): UseQueryResult<CallResult<'integrations.list'>> {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'integrations'], queryFn: () => desk.client.call('integrations.list', {}), staleTime: 0, retry: false, refetchInterval: EVERY_MS, enabled: wanted })
}
