import { useQuery } from '@tanstack/react-query'
import type { SideView } from '../../../src-shared/contract/side.ts'
import { keys, writeSide } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** What the panel shows: asked once, and again of an engine that was started again; then kept true by patches. */
export function useSide(): SideView | undefined {
  const desk = useDesk()
  return useQuery<SideView>({ queryKey: keys.side, queryFn: async () => writeSide(desk.cache, (await desk.client.call('side.get', {})).view) }).data
}
