import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../src-shared/domain/account.ts'
import { keys } from './cache.ts'
import { useDesk } from './hooks.ts'

/** The people of the shop; `undefined` until the engine has answered. */
export function usePeople(): readonly Account[] | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'people'], queryFn: () => desk.client.call('team.people', {}), staleTime: 0 }).data?.accounts
}
