import type { Article } from '../../../src-shared/domain/article.ts'
import { campaignSpan } from '../../../src-shared/domain/campaign-time.ts'
import type { Engine } from '../context.ts'
import { currentCampaign } from './current.ts'

/** The notes of the campaign that runs, as articles that hold only while it does. */
export function noteArticles(engine: Pick<Engine, 'store' | 'clock'>): Article[] {
  const campaign = currentCampaign(engine)
  if (campaign === null) return []
  const { from, to } = campaignSpan(campaign)
  return campaign.notes.map(({ id, title, body, audience }) => ({ id: `campaign:${campaign.id}:${id}`, version: campaign.revision, title, body, audience, topics: [], productIds: [], validFrom: from, validTo: to }))
}

/** Everything that may be quoted now: the shop's articles and the notes of the campaign that runs. */
export const articlesNow = (engine: Pick<Engine, 'store' | 'clock'>): Article[] => [...engine.store.shop.articles(), ...noteArticles(engine)]
