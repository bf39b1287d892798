import { useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** Where this desk stands, as of now; undefined until the engine has answered. */
export function useAbout(): CallResult<'desk.about'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: ['about'], queryFn: () => desk.client.call('desk.about', {}), staleTime: 0 }).data
}
