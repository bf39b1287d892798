import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Call, CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

type LearningCall = Extract<Call, `learning.${string}`>

/** What a page shows; `data` is undefined until the engine has answered. */
export interface Asked<T> {
  data: T | undefined
  failed: boolean
  again: () => void
}

function useAsked<C extends LearningCall>(call: C, params: CallParams<C>): Asked<CallResult<C>> {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.learning, call, params], queryFn: () => desk.client.call(call, params), staleTime: 0 })
  return { data, failed: isError, again: () => void refetch() }
}

export const useFigures = () => useAsked('learning.figures', {})
/** Over the team, asked of the gateway; what was shown stays while the other period is asked for. Only supervisors may ask. */
export function useTeamFigures(days: CallParams<'learning.team'>['days'], wanted: boolean): UseQueryResult<CallResult<'learning.team'>> {
  const desk = useDesk()
  return useQuery({ queryKey: keys.teamFigures(days), queryFn: () => desk.client.call('learning.team', { days }), staleTime: 0, retry: false, enabled: wanted, placeholderData: keepPreviousData })
}
/** Open ones, those written most often first. */
export const useSuggestions = () => useAsked('learning.suggestions', { decided: false })
/** @param conversationId only of the products that it is about */
export const useQuestions = (conversationId?: string) => useAsked('learning.questions', conversationId === undefined ? {} : { conversationId })

export async function approve(desk: Desk, params: CallParams<'learning.approve'>): Promise<void> {
  await desk.client.call('learning.approve', params)
}
export async function reject(desk: Desk, id: string, never: boolean): Promise<void> {
  await desk.client.call('learning.reject', { id, never })
}
export async function merge(desk: Desk, id: string, into: string): Promise<void> {
  await desk.client.call('learning.merge', { id, into })
}
export async function undoDecision(desk: Desk, id: string): Promise<void> {
  await desk.client.call('learning.undo', { id })
}
export async function answerQuestion(desk: Desk, params: CallParams<'learning.answer'>): Promise<void> {
  await desk.client.call('learning.answer', params)
}
export async function dismissQuestion(desk: Desk, id: string, dismissed: boolean): Promise<void> {
  await desk.client.call('learning.dismiss', { id, dismissed })
}
