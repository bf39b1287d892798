import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { RouteReason, Routing } from '../../src-shared/domain/routing.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

const PAGE = 500
/** Offers in vain that are remembered of one conversation. */
const PASSED_MAX = 20

export async function routingOf(tx: ReadTx, conversationId: string): Promise<Routing | null> {
  const state = await tx.state('routing', conversationId)
  return state?.type === 'routing' ? state.routing : null
}

/** Of every conversation that is somebody's, or waits for somebody. */
export async function allRoutings(tx: ReadTx): Promise<Routing[]> {
  const all: Routing[] = []
  for (;;) {
    const page = (await tx.statesOf('routing', PAGE, all.at(-1)?.conversationId ?? '')).map(({ routing }) => routing)
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/** Of a conversation that nobody has looked at yet. */
export const unrouted = (conversationId: string, now: number): Routing =>
  ({ conversationId, state: 'queued', to: null, team: null, why: [], at: now, until: null, passed: [], understood: null, transfer: null, takeOver: null })

/** Writes the next state to the log. @returns the number of the event */
export async function putRouting(tx: WriteTx, now: number, routing: Routing): Promise<number> {
  return (await tx.append(now, { type: 'routing', routing: { ...routing, at: now } })).n
}

export const taken = (routing: Routing, to: Owner, why: RouteReason['code']): Routing =>
  ({ ...routing, state: 'taken', to, team: null, until: null, why: [{ code: why, value: '' }] })

/** Back to the queue; who had it for nothing is not asked again for a while. */
export function queued(routing: Routing, now: number, why: RouteReason['code']): Routing {
  const passed = routing.to === null ? routing.passed : [...routing.passed, { seatId: routing.to.id, at: now }].slice(-PASSED_MAX)
  return { ...routing, state: 'queued', to: null, until: null, passed, why: [{ code: why, value: '' }] }
}

/**
 * An offer that its seat did not take. What a colleague handed over goes back to them, if they are here; else it waits in the queue.
 * @param reason what the person said; empty: they did not answer
 */
export function notTaken(routing: Routing, now: number, reason: string, isHere: (seatId: string) => boolean): Routing {
  const { transfer } = routing
  if (transfer?.state !== 'waiting') return queued(routing, now, 'not-opened')
  const back: Routing = { ...routing, transfer: { ...transfer, state: 'returned', reason } }
  return isHere(transfer.from.id) ? taken(back, transfer.from, 'returned') : queued(back, now, 'returned')
}
