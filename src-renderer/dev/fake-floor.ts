import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CampaignCalls } from '../../src-shared/contract/campaigns.ts'
import type { IncidentCalls } from '../../src-shared/contract/incidents.ts'

type Fake = { [C in keyof (IncidentCalls & CampaignCalls)]: (params: CallParams<C>) => CallResult<C> }

/** A quiet shop: no incidents, no campaigns. */
export const fakeFloor: Fake = {
  'incidents.list': () => ({ incidents: [], mayLead: true, cap: 2000, products: [], now: Date.now() }),
  'incident.try': () => ({ count: 0, names: [] }),
  'incident.put': () => ({}),
  'incident.end': () => ({}),
  'incident.prepare': () => ({ prepared: 0, first: null }),
  'campaigns.list': () => ({ campaigns: [], mayLead: true, groups: [], answering: [], now: Date.now() }),
  'campaign.check': () => ({ problems: [] }),
  'campaign.put': () => ({}),
  'campaign.switch': () => ({}),
}
