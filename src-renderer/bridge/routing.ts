import { useQuery } from '@tanstack/react-query'
import { v7 as newId } from 'uuid'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import type { Routing } from '../../src-shared/domain/routing.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

const NOBODY: readonly SeatPresence[] = []
const NOTHING: readonly Routing[] = []

/** Everybody who is here, this desk included; kept true by patches. */
export function usePresence(): readonly SeatPresence[] {
  const desk = useDesk()
  return useQuery<readonly SeatPresence[]>({ queryKey: keys.presence, queryFn: async () => (await desk.client.call('team.presence', {})).seats }).data ?? NOBODY
}

/** This desk's name at the gateway; empty until the engine has answered. */
export function useOwnSeat(): string {
  const desk = useDesk()
  return useQuery({ queryKey: ['own-seat'], queryFn: async () => (await desk.client.call('team.presence', {})).own }).data ?? ''
}

/** Whose the conversations are; asked again when one changes. */
export function useRoutings(): readonly Routing[] {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'routing'], queryFn: () => desk.client.call('team.routing', {}), staleTime: 0 }).data?.routings ?? NOTHING
}

/** Which colleague was last seen typing to this customer, and when by this machine's clock. */
export function useColleague(id: string): { seatId: string; at: number } | null {
  return useQuery<{ seatId: string; at: number } | null>({ queryKey: keys.colleague(id), queryFn: () => Promise.resolve(null), enabled: false }).data ?? null
}

type Target = CallParams<'routing.transfer'>['to']

export const handOn = (desk: Desk, conversationId: string, to: Target, text: string) => desk.client.call('routing.transfer', { id: newId(), conversationId, to, text })
export const answerOffer = (desk: Desk, conversationId: string, accept: boolean, reason = '') => desk.client.call('routing.answer', { id: newId(), conversationId, accept, reason })
export const withdrawTransfer = (desk: Desk, conversationId: string, transferId: string) => desk.client.call('routing.withdraw', { id: newId(), conversationId, transferId })
export const takeOver = (desk: Desk, conversationId: string, reason: string) => desk.client.call('routing.takeOver', { id: newId(), conversationId, reason })
export const whisperTo = (desk: Desk, conversationId: string, to: { id: string; name: string }, text: string) => desk.client.call('routing.whisper', { id: newId(), conversationId, to, text })
