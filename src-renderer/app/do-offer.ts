import type { Desk } from '../bridge/desk.ts'
import { answerOffer } from '../bridge/routing.ts'
import { report } from './do.ts'
import { select, toast } from './screen.ts'

/** Takes the offer that runs out first, and opens it; says so where there is none. */
export async function takeOffer(desk: Desk): Promise<void> {
  try {
    const [{ own }, { routings }] = await Promise.all([desk.client.call('team.presence', {}), desk.client.call('team.routing', {})])
    const [next] = routings.filter(({ state, to }) => state === 'offered' && to?.id === own).sort((a, b) => (a.until ?? 0) - (b.until ?? 0))
    if (!next) return void toast('said.no-offer')
    const { routing } = await answerOffer(desk, next.conversationId, true)
    if (routing?.to?.id === own) select(next.conversationId)
    else toast('said.offer-gone', { name: routing?.to?.name ?? '' })
  } catch (thrown) {
    report(thrown)
  }
}
