import type { FLOOR_SEAT_CALLS } from '../../src-shared/wire/seat-floor.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { putCampaign, switchCampaign } from './campaigns.ts'

/** What a seat may call about campaigns. */
export function campaignCalls({ store, clock }: Context, actor: Actor): Pick<Handlers<typeof FLOOR_SEAT_CALLS>, 'campaign.put' | 'campaign.switch'> {
  return {
    'campaign.put': (request) => store.write((tx) => putCampaign(tx, clock.now(), actor, request)),
    'campaign.switch': (request) => store.write((tx) => switchCampaign(tx, clock.now(), actor, request)),
  }
}
