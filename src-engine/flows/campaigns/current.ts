import { Campaign } from '../../../src-shared/domain/campaign.ts'
import { campaignSpan, runningCampaign } from '../../../src-shared/domain/campaign-time.ts'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import type { ClockRules } from '../../domain/clocks/rules.ts'
import type { Store } from '../../store/index.ts'
import type { Engine } from '../context.ts'

/** What the store says, read once; nothing of it is kept. */
const known = new WeakMap<Store, Campaign[]>()

/** All campaigns that this desk knows. */
export function knownCampaigns({ store }: Pick<Engine, 'store'>): Campaign[] {
  const read = known.get(store) ?? store.shared.all('campaign', Campaign)
  known.set(store, read)
  return read
}

export function forgetCampaigns({ store }: Pick<Engine, 'store'>): void {
  known.delete(store)
}

/** The campaign that runs now, by the gateway's clock as this desk knows it: offline too. null: none. */
export const currentCampaign = (engine: Pick<Engine, 'store' | 'clock'>): Campaign | null => runningCampaign(knownCampaigns(engine), engine.clock.now())

export function peakMode(engine: Pick<Engine, 'store' | 'clock'>): DeskState['peak'] {
  const campaign = currentCampaign(engine)
  return campaign && { id: campaign.id, name: campaign.name, until: campaignSpan(campaign).to }
}

/** The response clocks, with the warning of the campaign that runs. */
export function peakClocks(engine: Pick<Engine, 'store' | 'clock' | 'clocks'>): ClockRules {
  const warnFraction = currentCampaign(engine)?.warnFraction ?? null
  return warnFraction === null ? engine.clocks : { ...engine.clocks, warnFraction }
}

/** The next time at which a campaign begins or ends by itself, or null. */
export function nextCampaignEdge(engine: Pick<Engine, 'store' | 'clock'>): number | null {
  const now = engine.clock.now()
  const edges = knownCampaigns(engine).flatMap((campaign) => Object.values(campaignSpan(campaign))).filter((at) => at > now)
  return edges.length === 0 ? null : Math.min(...edges)
}

/** Did one begin or end in after < t <= upto? */
export const campaignEdgeBetween = (engine: Pick<Engine, 'store'>, after: number, upto: number): boolean =>
  knownCampaigns(engine).some((campaign) => Object.values(campaignSpan(campaign)).some((at) => at > after && at <= upto))
