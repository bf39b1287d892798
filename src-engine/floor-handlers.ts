import type { CampaignCalls } from '../src-shared/contract/campaigns.ts'
import type { IncidentCalls } from '../src-shared/contract/incidents.ts'
import type { Handlers } from './door.ts'
import { checkPlan, listCampaigns } from './flows/campaigns/list-campaigns.ts'
import { putCampaign, switchCampaign } from './flows/campaigns/put-campaign.ts'
import type { Engine } from './flows/context.ts'
import { listIncidents, tryIncident } from './flows/incidents/list-incidents.ts'
import { prepareTelling } from './flows/incidents/prepare-telling.ts'
import { endIncident, putIncident } from './flows/incidents/put-incident.ts'

/** What the window may ask about incidents and campaigns. */
export function floorHandlers(engine: Engine): Pick<Handlers, keyof IncidentCalls | keyof CampaignCalls> {
  return {
    'incidents.list': () => listIncidents(engine),
    'incident.try': (params) => tryIncident(engine, params),
    'incident.put': async (params) => {
      await putIncident(engine, params)
      return {}
    },
    'incident.end': async ({ incidentId }) => {
      await endIncident(engine, incidentId)
      return {}
    },
    'incident.prepare': ({ incidentId }) => prepareTelling(engine, incidentId),
    'campaigns.list': () => listCampaigns(engine),
    'campaign.check': (params) => checkPlan(engine, params),
    'campaign.put': async (params) => {
      await putCampaign(engine, params)
      return {}
    },
    'campaign.switch': async (params) => {
      await switchCampaign(engine, params)
      return {}
    },
  }
}
