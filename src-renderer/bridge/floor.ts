import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** All incidents with whom they touch; `undefined` until the engine has answered. */
export function useIncidents(): CallResult<'incidents.list'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'incidents'], queryFn: () => desk.client.call('incidents.list', {}), staleTime: 0 }).data
}

/** Whom a scope would touch; the last answer stays while the next is asked for. */
export function useTriedIncident(params: CallParams<'incident.try'>): CallResult<'incident.try'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'incident-try', params], queryFn: () => desk.client.call('incident.try', params), staleTime: 0, gcTime: 0, placeholderData: (last) => last }).data
}

export function useCampaigns(): CallResult<'campaigns.list'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'campaigns'], queryFn: () => desk.client.call('campaigns.list', {}), staleTime: 0 }).data
}

/** What is wrong with a plan as it is written now; null: it is not complete enough to be looked at. */
export function useCheckedCampaign(params: CallParams<'campaign.check'> | null): CallResult<'campaign.check'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'campaign-check', params], queryFn: () => desk.client.call('campaign.check', params as CallParams<'campaign.check'>), enabled: params !== null, staleTime: 0, gcTime: 0, placeholderData: (last) => last }).data
}

export const putIncident = (desk: Desk, params: CallParams<'incident.put'>): Promise<unknown> => desk.client.call('incident.put', params)
export const endIncident = (desk: Desk, incidentId: string): Promise<unknown> => desk.client.call('incident.end', { incidentId })
export const prepareTelling = (desk: Desk, incidentId: string): Promise<CallResult<'incident.prepare'>> => desk.client.call('incident.prepare', { incidentId })
export const putCampaign = (desk: Desk, params: CallParams<'campaign.put'>): Promise<unknown> => desk.client.call('campaign.put', params)
export const switchCampaign = (desk: Desk, params: CallParams<'campaign.switch'>): Promise<unknown> => desk.client.call('campaign.switch', params)
