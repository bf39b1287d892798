import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { SampledCase } from '../../src-shared/contract/autonomy.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

export type Levels = CallResult<'autonomy.levels'>

/** Every topic and action on its level; `data` is undefined until the engine has answered. */
export function useLevels(): { data: Levels | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.autopilot, 'levels'], queryFn: () => desk.client.call('autonomy.levels', {}), staleTime: 0 })
  return { data, failed: isError, again: () => void refetch() }
}

/** Automatic cases of earlier days that were drawn to be looked at. */
export function useSampled(): readonly SampledCase[] | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.autopilot, 'sampled'], queryFn: () => desk.client.call('autonomy.sampled', {}), staleTime: 0 }).data?.cases
}

const changed = (desk: Desk): Promise<void> => desk.cache.invalidateQueries({ queryKey: keys.autopilot })

export async function setLevel(desk: Desk, params: CallParams<'autonomy.setLevel'>): Promise<CallResult<'autonomy.setLevel'>> {
  const result = await desk.client.call('autonomy.setLevel', params)
  void changed(desk)
  return result
}
export async function holdBack(desk: Desk, params: CallParams<'autonomy.hold'>): Promise<void> {
  await desk.client.call('autonomy.hold', params)
  void changed(desk)
}
export async function decideProposal(desk: Desk, params: CallParams<'autonomy.decide'>): Promise<void> {
  await desk.client.call('autonomy.decide', params)
  void changed(desk)
}
export async function judgeCase(desk: Desk, params: CallParams<'autonomy.judge'>): Promise<void> {
  await desk.client.call('autonomy.judge', params)
  void changed(desk)
}
/** Decides everything that is recorded again. */
export const replay = (desk: Desk): Promise<CallResult<'autonomy.replay'>> => desk.client.call('autonomy.replay', {})
