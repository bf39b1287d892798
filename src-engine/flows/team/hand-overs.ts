import type { Waiting } from '../../../src-shared/contract/shell.ts'
import { Routing } from '../../../src-shared/domain/routing.ts'
import type { Engine } from '../context.ts'
import { isForHere, knownShifts } from '../shifts/read-shifts.ts'
import { offerOf } from './offers.ts'

/** A take-over is news for so long, in milliseconds. */
const NEWS_MS = 5 * 60_000

type HandOver = Omit<Waiting, 'name' | 'overdueAt'>

/** Customers who are offered or handed on to this desk or were taken from it, and hand-overs of a shift that it may accept: names and reasons, no words. */
export function handOversHere(engine: Engine): Waiting[] {
  const routings = engine.store.shared.all('routing', Routing)
  return [...routings.flatMap((routing) => ofRouting(engine, routing)), ...shifts(engine)].flatMap((handOver): Waiting[] => {
    const name = engine.store.conversations.displayName(handOver.conversationId)
    return name === null ? [] : [{ ...handOver, name, overdueAt: null }]
  })
}

function ofRouting(engine: Engine, routing: Routing): HandOver[] {
  const { conversationId, state, to, transfer, takeOver, why } = routing
  const offer = offerOf(engine, routing)
  if (offer !== null && transfer?.state === 'waiting' && transfer.to?.id === engine.seatId) return [{ conversationId, why: 'transfer', handOver: { id: transfer.id, by: transfer.from.name, reason: null } }]
  if (offer !== null) return [{ conversationId, why: 'offer', handOver: { id: `${offer.until}`, by: '', reason: why[0]?.code ?? null } }]
  const isLost = takeOver !== null && state === 'taken' && takeOver.from?.id === engine.seatId && to?.id === takeOver.by.id && takeOver.at > engine.clock.now() - NEWS_MS
  return isLost ? [{ conversationId, why: 'taken-over', handOver: { id: takeOver.id, by: takeOver.by.name, reason: null } }] : []
}

/** Each by the first customer in it that still waits. */
function shifts(engine: Engine): HandOver[] {
  return knownShifts(engine).filter((shift) => isForHere(engine, shift)).flatMap(({ id, from, items }): HandOver[] => {
    const conversationId = items.find((item) => item.state === 'waiting' && item.conversationId !== null)?.conversationId ?? null
    return conversationId === null ? [] : [{ conversationId, why: 'shift', handOver: { id, by: from.name, reason: null } }]
  })
}
