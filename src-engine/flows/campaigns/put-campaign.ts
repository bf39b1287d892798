import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { SeatResult } from '../../../src-shared/wire/seat.ts'
import { atTheGateway, changedMeanwhile } from '../at-the-gateway.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { receiveCampaign } from './receive-campaign.ts'

function keep(engine: Engine, answer: SeatResult<'campaign.put'>): void {
  engine.store.transaction(() => receiveCampaign(engine, answer.campaign))?.()
  if (answer.status === 'conflict') throw changedMeanwhile()
}

/** Makes or changes a plan for every desk. @throws AppError `needs-line`, `changed-meanwhile`, `campaign-wrong`, `not-permitted` */
export async function putCampaign(engine: Engine, { campaignId, basedOn, fields }: CallParams<'campaign.put'>): Promise<void> {
  keep(engine, await atTheGateway(engine, () => engine.link.call('campaign.put', { id: engine.newId(), campaignId, basedOn, fields, name: ownSeat(engine).name })))
  engine.store.audit.add(engine.clock.now(), 'campaign-put', campaignId)
}

/** Begins or ends it by hand. @throws AppError `needs-line`, `not-found`, `campaign-wrong`, `not-permitted` */
export async function switchCampaign(engine: Engine, { campaignId, act }: CallParams<'campaign.switch'>): Promise<void> {
  keep(engine, await atTheGateway(engine, () => engine.link.call('campaign.switch', { id: engine.newId(), campaignId, act, name: ownSeat(engine).name })))
  engine.store.audit.add(engine.clock.now(), `campaign-${act}`, campaignId)
}
