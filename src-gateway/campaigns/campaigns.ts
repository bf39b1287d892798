import type { Campaign } from '../../src-shared/domain/campaign.ts'
import { campaignSpan, campaignState } from '../../src-shared/domain/campaign-time.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { campaignWrong, refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { allCampaigns } from './stored.ts'

type Outcome = SeatResult<'campaign.put'>

async function campaignOf(tx: ReadTx, id: string): Promise<Campaign | null> {
  const state = await tx.state('campaign', id)
  return state?.type === 'campaign' ? state.campaign : null
}

async function keep(tx: WriteTx, now: number, requestId: string, campaign: Campaign): Promise<Outcome> {
  const { n } = await tx.append(now, { type: 'campaign', campaign })
  await tx.putRequest(requestId, n)
  return { status: 'put', n, campaign }
}

/** Two at once would leave nobody sure which holds. @throws AppError `campaign-wrong` */
async function refuseOverlap(tx: ReadTx, campaign: Campaign): Promise<void> {
  const span = campaignSpan(campaign)
  for (const other of await allCampaigns(tx)) {
    const its = campaignSpan(other)
    if (other.id !== campaign.id && its.from < its.to && its.from < span.to && span.from < its.to) {
      throw campaignWrong({ zh: `和“${other.name}”的时间重叠，请错开后再保存。`, en: `It runs at the same time as “${other.name}”. Please choose other dates.` })
    }
  }
}

/** Makes or changes a plan, once per request id. What was begun or ended by hand stays so. @throws AppError `campaign-wrong` */
export async function putCampaign(tx: WriteTx, now: number, { seatId }: Actor, { id, campaignId, basedOn, fields, name }: SeatParams<'campaign.put'>): Promise<Outcome> {
  const known = await campaignOf(tx, campaignId)
  const done = await tx.request(id)
  if (done !== null && known !== null) return { status: 'put', n: done, campaign: known }
  if (known !== null && known.revision !== basedOn) return { status: 'conflict', campaign: known }
  if (known !== null && campaignState(known, now) === 'over') throw campaignWrong({ zh: '这个预案已经结束；要再用，请新建一个。', en: 'This campaign is over. Make a new one to use it again.' })
  if (fields.to <= fields.from) throw campaignWrong({ zh: '结束时间要晚于开始时间。', en: 'It has to end after it begins.' })
  if (fields.to <= now) throw campaignWrong({ zh: '结束时间已经过去了。', en: 'Its end is past already.' })
  const by = { id: seatId, name }
  const campaign: Campaign = { ...fields, id: campaignId, begunAt: known?.begunAt ?? null, endedAt: known?.endedAt ?? null, madeBy: known?.madeBy ?? by, changedBy: by, changedAt: now, revision: (known?.revision ?? 0) + 1 }
  await refuseOverlap(tx, campaign)
  return keep(tx, now, id, campaign)
}

/** Begins a prepared campaign now or ends one that is not over, once per request id; where nothing is left to do nothing changes. @throws AppError `not-found`, `campaign-wrong` */
export async function switchCampaign(tx: WriteTx, now: number, { seatId }: Actor, { id, campaignId, act, name }: SeatParams<'campaign.switch'>): Promise<Outcome> {
  const known = await campaignOf(tx, campaignId)
  if (known === null) throw refuse('not-found')
  const done = await tx.request(id)
  const state = campaignState(known, now)
  if (done !== null || state === 'over' || (act === 'begin' && state === 'running')) return { status: 'put', n: done ?? await tx.head(), campaign: known }
  const campaign: Campaign = { ...known, ...(act === 'begin' ? { begunAt: now } : { endedAt: now }), changedBy: { id: seatId, name }, changedAt: now, revision: known.revision + 1 }
  if (act === 'begin') await refuseOverlap(tx, campaign)
  return keep(tx, now, id, campaign)
}
