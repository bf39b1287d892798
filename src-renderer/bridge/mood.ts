import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Mood } from '../../src-shared/contract/mood.ts'
import { useDesk } from './hooks.ts'
import type { ThreadView } from './patches.ts'

/** The curve of a conversation; asked again when its messages or what is understood of them change. undefined until the engine has answered. */
export function useMood(id: string, messages: ThreadView['messages']): Mood | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: ['mood', id], queryFn: () => desk.client.call('conversation.mood', { conversationId: id }), staleTime: 0 })
  useEffect(() => {
    void desk.cache.invalidateQueries({ queryKey: ['mood', id] })
  }, [desk, id, messages])
  return data
}
