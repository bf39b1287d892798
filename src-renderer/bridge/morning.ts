import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Morning } from '../../src-shared/contract/morning.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk, useDeskState, useRows } from './hooks.ts'

const key = [...keys.autopilot, 'morning'] as const
/** Hours begin and end by themselves. */
const LOOK_MS = 60_000

/** What a night desk did; null: there is nothing to tell. Read anew with the queue, for who was answered waits no more, and when the desk has caught up: half of a night tells of nobody. */
export function useMorning(): Morning | null {
  const desk = useDesk()
  const known = useRows() !== undefined
  const isLive = useDeskState()?.link.state === 'live'
  const { data } = useQuery({ queryKey: [...key, isLive], placeholderData: keepPreviousData, queryFn: () => desk.client.call('morning.read', {}), staleTime: 0, enabled: known, refetchInterval: LOOK_MS })
  return data?.morning ?? null
}

/** Reads it again, for instance because a conversation was answered. */
export const refreshMorning = (desk: Desk): Promise<void> => desk.cache.invalidateQueries({ queryKey: key })

export async function dismissMorning(desk: Desk, night: number, dismissed: boolean): Promise<void> {
  await desk.client.call('morning.dismiss', { night, dismissed })
  await refreshMorning(desk)
}
