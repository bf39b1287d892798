import { Account } from '../../../src-shared/domain/account.ts'
import type { CampaignView } from '../../../src-shared/contract/campaigns.ts'
import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import type { Campaign, CampaignFields } from '../../../src-shared/domain/campaign.ts'
import { checkCampaign, type CampaignProblem } from '../../../src-shared/domain/campaign-check.ts'
import { campaignSpan, campaignState } from '../../../src-shared/domain/campaign-time.ts'
import { acts } from '../../../src-shared/domain/policy-ceilings.ts'
import { inLanguage } from '../../../src-shared/domain/phrase.ts'
import { campaignCard } from '../../domain/campaigns/card.ts'
import { wallTime } from '../../domain/time/wall.ts'
import type { Engine } from '../context.ts'
import { mayLead } from '../own-seat.ts'
import { deskLanguage } from '../settings.ts'
import { SHOP_TIME_ZONE } from '../shop-place.ts'
import { knownCampaigns } from './current.ts'

/** Topics that autopilot answers by itself today. */
function answering({ store }: Engine): string[] {
  return [...new Set(store.shop.policies().flatMap(({ intents }) => Object.entries(intents).flatMap(([topic, { level }]) => (acts(level) ? [topic] : []))))].sort()
}

function leastCapacity({ store }: Engine): number | null {
  const rooms = store.shared.all('account', Account).filter(({ disabled, role }) => !disabled && role !== 'reader').map(({ capacity }) => capacity)
  return rooms.length === 0 ? null : Math.min(...rooms)
}

function problemsOf(engine: Engine, plan: CampaignFields & Pick<Campaign, 'id' | 'begunAt' | 'endedAt'>): CampaignProblem[] {
  return checkCampaign(plan, {
    now: engine.clock.now(), others: knownCampaigns(engine), phrases: engine.store.phrases.all(), answering: answering(engine), leastCapacity: leastCapacity(engine),
    dayOf: (at) => wallTime(at, SHOP_TIME_ZONE),
  })
}

/** What conflicts or is missing in a plan that is being written. */
export function checkPlan(engine: Engine, { campaignId, fields }: CallParams<'campaign.check'>): CallResult<'campaign.check'> {
  const known = knownCampaigns(engine).find(({ id }) => id === campaignId)
  return { problems: problemsOf(engine, { ...fields, id: campaignId, begunAt: known?.begunAt ?? null, endedAt: known?.endedAt ?? null }) }
}

function cardOf({ store }: Engine, campaign: Campaign, now: number): CampaignView['card'] {
  const { from, to } = campaignSpan(campaign)
  if (now < from || from >= to) return null
  const end = Math.min(to, now)
  return campaignCard(store.messages.writtenBetween(from, end), store.conversations.resolvedBetween(from, end).length)
}

const ORDER = { running: 0, prepared: 1, over: 2 } as const
const inOrder = (a: CampaignView, b: CampaignView): number => ORDER[a.state] - ORDER[b.state] || (a.state === 'over' ? campaignSpan(b).to - campaignSpan(a).to : a.from - b.from)

/** All campaigns with what is wrong with those that are not over, and how those went that have begun. */
export function listCampaigns(engine: Engine): CallResult<'campaigns.list'> {
  const now = engine.clock.now()
  const campaigns = knownCampaigns(engine).map((campaign): CampaignView => {
    const state = campaignState(campaign, now)
    return { ...campaign, state, problems: state === 'over' ? [] : problemsOf(engine, campaign), card: cardOf(engine, campaign, now) }
  })
  const groups = [...new Set(engine.store.phrases.all().map(({ group }) => inLanguage(group, deskLanguage(engine))))].filter((name) => name !== '').sort()
  return { campaigns: campaigns.sort(inOrder), mayLead: mayLead(engine), groups, answering: answering(engine), now }
}
