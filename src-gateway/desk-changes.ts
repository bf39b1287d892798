import type { SeatParams } from '../src-shared/wire/seat.ts'
import { ANGRY } from '../src-shared/domain/policy-ceilings.ts'
import { appendConversation, conversationOrRefuse } from './append.ts'
import { once } from './once.ts'
import { appendResolution, withdrawResolution } from './resolutions.ts'
import { askRating } from './ratings/ask.ts'
import { endRouting } from './routing/keep-routing.ts'
import { routingOf } from './routing/routing-state.ts'
import type { WriteTx } from './store/store.ts'

/**
 * Opens or resolves a conversation, once per request id. Resolving gives the lease back: nobody works on it any more.
 * @returns the number of the event, or the head where nothing had to change.
 */
export async function changeStatus(tx: WriteTx, now: number, seatId: string, request: SeatParams<'status'>): Promise<number> {
  return once(tx, request.id, async () => {
    const row = await conversationOrRefuse(tx, request.conversationId)
    const resolved = request.status === 'resolved'
    if (resolved) await tx.dropLease(request.conversationId)
    const isAngry = ((await routingOf(tx, request.conversationId))?.understood?.emotion ?? 0) >= ANGRY
    if (resolved) await endRouting(tx, now, request.conversationId)
    // Of two desks that resolve at once the later one's end holds, so that its desk can go on speaking of it.
    const saysHow = resolved && request.disposition !== undefined
    // Offline a person may open what the customer has opened since: the end that they saw is none all the same.
    const withdrawn = resolved ? null : await withdrawResolution(tx, now, request.resolutionId)
    if (row.conversation.status === request.status && !saysHow) return withdrawn ?? tx.head()
    await withdrawResolution(tx, now, row.conversation.resolution?.id)
    if (!resolved) return appendConversation(tx, now, row, { status: 'open', resolution: null })
    await appendResolution(tx, now, {
      id: request.id, conversationId: request.conversationId, disposition: request.disposition ?? null, by: { id: seatId, name: request.name ?? '' }, at: now, withdrawn: false,
    })
    const n = await appendConversation(tx, now, row, { status: 'resolved', assignee: null, snooze: null, resolution: { id: request.id, at: now } })
    await askRating(tx, now, row, { disposition: request.disposition, angry: request.angry === true || isAngry })
    return n
  })
}

/** Puts a conversation away, or brings it back; a resolved one is away already. Once per request id. */
export async function snooze(tx: WriteTx, now: number, { id, conversationId, until, seenSeq }: SeatParams<'snooze'>): Promise<number> {
  return once(tx, id, async () => {
    const row = await conversationOrRefuse(tx, conversationId)
    if (row.conversation.status === 'resolved') return tx.head()
    return appendConversation(tx, now, row, { snooze: until === null ? null : { until, seenSeq } })
  })
}

/** The shop-wide kill switch; saying again what already holds changes nothing. */
export async function pauseAutopilot(tx: WriteTx, now: number, seatId: string, paused: boolean): Promise<number> {
  const state = await tx.state('autopilot', '')
  if (state?.type === 'autopilot' && state.paused === paused) return tx.head()
  return (await tx.append(now, { type: 'autopilot', paused, by: seatId })).n
}
