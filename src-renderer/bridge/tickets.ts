import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** All tickets and who could see to one; `undefined` until the engine has answered. */
export function useTickets(): CallResult<'tickets.list'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'tickets'], queryFn: () => desk.client.call('tickets.list', {}), staleTime: 0 }).data
}

/** What a ticket about a conversation would say. */
export function useSuggestedTicket(conversationId: string | null): CallResult<'ticket.suggest'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'ticket', conversationId], queryFn: () => desk.client.call('ticket.suggest', { conversationId: conversationId ?? '' }), enabled: conversationId !== null, staleTime: 0, gcTime: 0 }).data
}

export const makeTicket = (desk: Desk, params: CallParams<'ticket.make'>): Promise<unknown> => desk.client.call('ticket.make', params)
export const changeTicket = (desk: Desk, params: CallParams<'ticket.change'>): Promise<unknown> => desk.client.call('ticket.change', params)
export const commentTicket = (desk: Desk, params: CallParams<'ticket.comment'>): Promise<unknown> => desk.client.call('ticket.comment', params)
