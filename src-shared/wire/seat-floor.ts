import { z } from 'zod'
import { Campaign, CampaignFields } from '../domain/campaign.ts'
import { Incident, IncidentFields } from '../domain/incident.ts'
import { Id } from '../domain/message.ts'

const n = z.number().int().nonnegative()
const name = z.string().max(80)
const IncidentAnswer = z.discriminatedUnion('status', [z.object({ status: z.literal('put'), n, incident: Incident }), z.object({ status: z.literal('conflict'), incident: Incident })])
const CampaignAnswer = z.discriminatedUnion('status', [z.object({ status: z.literal('put'), n, campaign: Campaign }), z.object({ status: z.literal('conflict'), campaign: Campaign })])

/** Calls of a seat about incidents and campaigns; `id` makes each idempotent. All of them ask for `lead`. */
export const FLOOR_SEAT_CALLS = {
  /**
   * Since 1.4. Opens an incident (`basedOn` 0) or changes it; `conflict` where somebody changed it since `basedOn`. Refused as
   * `incident-wrong` (no scope, an end that is past) and `policy-refused` (more than the policy's compensation cap).
   */
  'incident.put': { params: z.object({ id: Id, incidentId: Id, basedOn: n, fields: IncidentFields, name }), result: IncidentAnswer },
  /** Since 1.4. Ends it now; one that is over stays as it was. */
  'incident.end': { params: z.object({ id: Id, incidentId: Id, name }), result: IncidentAnswer },
  /** Since 1.4. As `incident.put`; refused as `campaign-wrong` with the reason (dates, another campaign at the same time). */
  'campaign.put': { params: z.object({ id: Id, campaignId: Id, basedOn: n, fields: CampaignFields, name }), result: CampaignAnswer },
  /** Since 1.4. Begins a prepared campaign now, or ends one that runs or is prepared. */
  'campaign.switch': { params: z.object({ id: Id, campaignId: Id, act: z.enum(['begin', 'end']), name }), result: CampaignAnswer },
} as const
