import type { Campaign } from '../../src-shared/domain/campaign.ts'
import { runningCampaign } from '../../src-shared/domain/campaign-time.ts'
import type { ReadTx } from '../store/store.ts'

/** Campaigns that are looked at: a shop has a handful a year. */
const MOST = 200

export async function allCampaigns(tx: ReadTx): Promise<Campaign[]> {
  return (await tx.statesOf('campaign', MOST)).map(({ campaign }) => campaign)
}

/** The campaign that runs at this moment; null: none. */
export const campaignNow = async (tx: ReadTx, now: number): Promise<Campaign | null> => runningCampaign(await allCampaigns(tx), now)
