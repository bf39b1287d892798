import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Handover } from '../../src-shared/contract/drafting.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'
import type { ThreadView } from './patches.ts'

const keyOf = (id: string) => ['handover', id] as const

export const readHandover = (desk: Desk, id: string): Promise<Handover> => desk.client.call('conversation.handover', { conversationId: id })

/** What the next one has to know; asked again when a message comes or goes, or a promise changes. undefined until the engine has answered. */
export function useHandover(id: string, { messages, promises }: Pick<ThreadView, 'messages' | 'promises'>): Handover | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: keyOf(id), queryFn: () => readHandover(desk, id), staleTime: 0 })
  useEffect(() => {
    void desk.cache.invalidateQueries({ queryKey: keyOf(id) })
  }, [desk, id, messages, promises])
  return data
}
