import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** Hand-overs that wait or ended within a day; `undefined` until the engine has answered. */
export function useShifts(): CallResult<'shifts.list'>['shifts'] | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'shifts'], queryFn: () => desk.client.call('shifts.list', {}), staleTime: 0 }).data?.shifts
}

/** What a desk has to hand over; null: this one. */
export function useShiftSurvey(seatId: string | null): CallResult<'shift.survey'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'shift-survey', seatId], queryFn: () => desk.client.call('shift.survey', { seatId }), staleTime: 0, gcTime: 0 }).data
}

export const makeShift = (desk: Desk, params: CallParams<'shift.make'>): Promise<unknown> => desk.client.call('shift.make', params)
export const answerShift = (desk: Desk, params: CallParams<'shift.answer'>): Promise<CallResult<'shift.answer'>> => desk.client.call('shift.answer', params)
export const withdrawShift = (desk: Desk, params: CallParams<'shift.withdraw'>): Promise<unknown> => desk.client.call('shift.withdraw', params)
