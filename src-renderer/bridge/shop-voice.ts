import { useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import { useDesk } from './hooks.ts'

/** How the shop's people write; undefined until the engine has answered. */
export function useShopVoice(): CallResult<'voice.read'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: ['voice'], queryFn: () => desk.client.call('voice.read', {}), staleTime: 0 }).data
}
