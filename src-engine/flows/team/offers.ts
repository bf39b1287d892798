import { Routing } from '../../../src-shared/domain/routing.ts'
import type { Engine } from '../context.ts'

type Known = Pick<Engine, 'store' | 'seatId'>

/** Until when this conversation is offered to this desk, gateway time; null: it is not. */
export const offerOf = ({ seatId }: Pick<Engine, 'seatId'>, routing: Routing | null): { until: number } | null =>
  (routing?.state === 'offered' && routing.to?.id === seatId && routing.until !== null ? { until: routing.until } : null)

export const offerHere = (engine: Known, conversationId: string): { until: number } | null => offerOf(engine, engine.store.shared.get('routing', conversationId, Routing))

/** All conversations that are offered to this desk, with when each offer runs out. */
export const offersHere = (engine: Known): ReadonlyMap<string, { until: number }> =>
  new Map(engine.store.shared.all('routing', Routing).flatMap((routing): [string, { until: number }][] => { const offer = offerOf(engine, routing); return offer ? [[routing.conversationId, offer]] : [] }))
