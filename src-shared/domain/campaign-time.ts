import type { Campaign } from './campaign.ts'

type Times = Pick<Campaign, 'from' | 'to' | 'begunAt' | 'endedAt'>
export type CampaignState = 'prepared' | 'running' | 'over'

/** When it really began and ends, what was done by hand included; in milliseconds, the end not included. */
export const campaignSpan = ({ from, to, begunAt, endedAt }: Times): { from: number; to: number } => {
  const end = Math.min(to, endedAt ?? to)
  return { from: Math.min(begunAt ?? from, end), to: end }
}

export function campaignState(campaign: Times, now: number): CampaignState {
  const span = campaignSpan(campaign)
  if (now >= span.to) return 'over'
  return now >= span.from ? 'running' : 'prepared'
}

/** The campaign that runs; of two the one that began first, so that every desk and node names the same. null: none. */
export function runningCampaign<T extends Times & { id: string }>(campaigns: readonly T[], now: number): T | null {
  const running = campaigns.filter((campaign) => campaignState(campaign, now) === 'running')
  return running.sort((a, b) => campaignSpan(a).from - campaignSpan(b).from || (a.id < b.id ? -1 : 1))[0] ?? null
}

/** Does it hold autopilot back in this topic? */
export const holdsTopic = ({ suggestOnly }: Pick<Campaign, 'suggestOnly'>, topic: string | null): boolean => suggestOnly.includes('*') || (topic !== null && suggestOnly.includes(topic))
