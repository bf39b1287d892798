import { holdsTopic } from '../../src-shared/domain/campaign-time.ts'
import type { Facts } from '../../src-shared/domain/policy-facts.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { currentCampaign } from './campaigns/current.ts'
import type { Engine } from './context.ts'
import { touchesOf } from './incidents/board.ts'

/** What lets autopilot only prepare in this conversation: an incident that touches it, else the campaign that runs. Empty: nothing. */
export function heldBy(engine: Engine, record: ConversationRecord, topic: string | null): Pick<Facts, 'heldBy'> {
  if (touchesOf(engine, record).some(({ incident }) => incident.autopilot === 'draft')) return { heldBy: 'incident' }
  const campaign = currentCampaign(engine)
  return campaign !== null && holdsTopic(campaign, topic) ? { heldBy: 'campaign' } : {}
}
