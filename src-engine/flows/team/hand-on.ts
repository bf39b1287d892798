import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Routing } from '../../../src-shared/domain/routing.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { receiveRouting, routingOf } from './receive-routing.ts'

/** Has a colleague who is here got this conversation, or been offered it? Then whoever only looks takes no lease. */
export function isColleagues(engine: Engine, conversationId: string): boolean {
  const to = routingOf(engine, conversationId)?.to
  return to !== undefined && to !== null && to.id !== engine.seatId && engine.live.colleagues?.has(to.id) === true
}

/** What the gateway answered, without waiting for its event. */
function hear(engine: Engine, routing: Routing): void {
  engine.store.transaction(() => receiveRouting(engine, routing))()
}

/** Whoever opens what was offered to them takes it. */
export async function openOffer(engine: Engine, conversationId: string): Promise<void> {
  const routing = routingOf(engine, conversationId)
  if (!engine.live.caughtUp || routing?.state !== 'offered' || routing.to?.id !== engine.seatId) return
  // Lost on the way it runs out, and is offered again.
  await answerOffer(engine, { id: engine.newId(), conversationId, accept: true, reason: '' }).catch(() => undefined)
}

/** @throws AppError as the contract says */
export async function transfer(engine: Engine, { id, conversationId, to, text }: CallParams<'routing.transfer'>): Promise<void> {
  const { routing } = await engine.link.call('routing.transfer', { id, conversationId, to, note: { id: engine.newId(), text }, name: ownSeat(engine).name })
  engine.live.leases.delete(conversationId)
  hear(engine, routing)
}

/** @throws AppError as the contract says */
export async function answerOffer(engine: Engine, { id, conversationId, accept, reason }: CallParams<'routing.answer'>): Promise<Routing | null> {
  const { routing } = await engine.link.call('routing.answer', { id, conversationId, accept, reason, name: ownSeat(engine).name })
  hear(engine, routing)
  return routing.state === 'done' ? null : routing
}

/** @throws AppError as the contract says */
export async function withdraw(engine: Engine, params: CallParams<'routing.withdraw'>): Promise<void> {
  hear(engine, (await engine.link.call('routing.withdraw', params)).routing)
}

/** @throws AppError as the contract says */
export async function takeOver(engine: Engine, params: CallParams<'routing.takeOver'>): Promise<void> {
  hear(engine, (await engine.link.call('routing.takeOver', { ...params, name: ownSeat(engine).name })).routing)
}

/** @throws AppError as the contract says */
export async function whisper(engine: Engine, { id, ...params }: CallParams<'routing.whisper'>): Promise<void> {
  await engine.link.call('whisper', { ...params, id, noteId: id, name: ownSeat(engine).name, at: engine.clock.now() })
}
