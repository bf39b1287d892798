import type { SeatParams } from '../src-shared/wire/seat.ts'
import { appendConversation, conversationOrRefuse } from './append.ts'
import type { WriteTx } from './store/store.ts'

/**
 * Opens or resolves a conversation, once per request id. Resolving gives the lease back: nobody works on it any more.
 * @returns the number of the event, or the head where nothing had to change.
 */
export async function changeStatus(tx: WriteTx, now: number, request: SeatParams<'status'>): Promise<number> {
  const done = await tx.request(request.id)
  if (done !== null) return done
  const row = await conversationOrRefuse(tx, request.conversationId)
  const resolved = request.status === 'resolved'
  if (resolved) await tx.dropLease(request.conversationId)
  const n = row.conversation.status === request.status
    ? await tx.head()
    : await appendConversation(tx, now, row, { status: request.status, ...(resolved ? { assignee: null } : {}) })
  await tx.putRequest(request.id, n)
  return n
}

/** The shop-wide kill switch; saying again what already holds changes nothing. */
export async function pauseAutopilot(tx: WriteTx, now: number, seatId: string, paused: boolean): Promise<number> {
  const state = await tx.state('autopilot', '')
  if (state?.type === 'autopilot' && state.paused === paused) return tx.head()
  return (await tx.append(now, { type: 'autopilot', paused, by: seatId })).n
}
