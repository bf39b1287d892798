import { Campaign } from '../../../src-shared/domain/campaign.ts'
import type { Engine } from '../context.ts'
import { publishDesk, publishRow, QUEUE_LIMIT } from '../inbox.ts'
import { forgetCampaigns } from './current.ts'

/** A campaign began, ended or changed: the top line, the clocks of those who wait, the notes and the order of phrases follow. */
export function campaignsMoved(engine: Engine): void {
  engine.knowledgeChanged(null)
  publishDesk(engine)
  for (const record of engine.store.conversations.needing(QUEUE_LIMIT, engine.clock.now())) publishRow(engine, record.conversation.id, record)
  engine.publish({ kind: 'phrases' })
  engine.publish({ kind: 'knowledge' })
  engine.publish({ kind: 'team' })
}

/** The log tells how a campaign stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveCampaign(engine: Engine, campaign: Campaign): (() => void) | null {
  const { store } = engine
  const known = store.shared.get('campaign', campaign.id, Campaign)
  if (known && known.revision >= campaign.revision) return null
  store.shared.put('campaign', campaign.id, campaign)
  forgetCampaigns(engine)
  return () => {
    // A rolled-back transaction may have been read meanwhile.
    forgetCampaigns(engine)
    campaignsMoved(engine)
    engine.wake('wakeups')
  }
}
