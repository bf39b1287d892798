import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ChannelCalls } from '../../src-shared/contract/channels.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

export type Lines = CallResult<'channels.list'>

/** The lines to channels of others; `data` is undefined until the gateway has answered. */
export function useLines(): { data: Lines | undefined; error: unknown; again: () => void } {
  const desk = useDesk()
  const { data, error, refetch } = useQuery({ queryKey: [...keys.team, 'channels'], queryFn: () => desk.client.call('channels.list', {}), staleTime: 0, retry: false })
  return { data, error, again: () => void refetch() }
}

/** The shop's own web chat; `data` is undefined until the gateway has answered. */
export function useWebChat(): { data: CallResult<'webChat.read'> | undefined } {
  const desk = useDesk()
  return { data: useQuery({ queryKey: [...keys.team, 'web-chat'], queryFn: () => desk.client.call('webChat.read', {}), staleTime: 0, retry: false }).data }
}

/** What has not gone through, newest first. */
export function useLetters(): CallResult<'channels.letters'>['letters'] | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'letters'], queryFn: () => desk.client.call('channels.letters', {}), staleTime: 0, retry: false }).data?.letters
}

/** Asks for a change and reads the lines anew. */
export async function changeLine<C extends keyof ChannelCalls>(desk: Desk, call: C, params: CallParams<C>): Promise<CallResult<C>> {
  const result = await desk.client.call(call, params)
  await desk.cache.invalidateQueries({ queryKey: keys.team })
  return result
}
