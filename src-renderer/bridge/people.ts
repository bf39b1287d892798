import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type Permission, permits } from '../../src-shared/domain/roles.ts'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { DeskState } from '../../src-shared/contract/desk.ts'
import { keys } from './cache.ts'
import { useDesk, useDeskState } from './hooks.ts'

type Answer<C extends 'people.list' | 'people.reach' | 'people.place'> = UseQueryResult<CallResult<C>>

/** Who sits at this desk; undefined until the engine was heard of. */
export const useMe = (): DeskState['me'] | undefined => useDeskState()?.me

/** May whoever sits here? Before the engine was heard of nobody may. */
export function useMay(permission: Permission): boolean {
  const me = useMe()
  return me !== undefined && permits(me.role, permission)
}

/** May whoever sits here answer customers and change things? Only whoever is known to be a reader may not. */
export const useMayWrite = (): boolean => isWriter(useMe())
export const isWriter = (me: DeskState['me'] | undefined): boolean => me === undefined || permits(me.role, 'answer')

/** Who is signed in where, and who is invited; asked of the gateway. */
export function useSessions(): Answer<'people.list'> {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'sessions'], queryFn: () => desk.client.call('people.list', {}), staleTime: 0, retry: false })
}

/** Can desks on other computers reach the gateway? Only admins may ask. */
export function useReach(wanted: boolean): Answer<'people.reach'> {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'reach'], queryFn: () => desk.client.call('people.reach', { open: null }), staleTime: 0, retry: false, enabled: wanted })
}

/** Which team's gateway this desk works with. */
export function usePlace(): Answer<'people.place'> {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'place'], queryFn: () => desk.client.call('people.place', {}), staleTime: 0, retry: false })
}
