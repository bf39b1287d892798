import { LEASE_MS, type SeatResult } from '../src-shared/wire/seat.ts'
import { appendConversation, conversationOrRefuse } from './append.ts'
import type { ConversationRow, Lease, ReadTx, Store, WriteTx } from './store/store.ts'

/** How many run-out leases one sweep gives back. */
const SWEEP_LIMIT = 200

/**
 * The lease that holds at `now`; a run-out one counts as none, swept or not, and so does one that runs longer than any
 * lease is given for: it was given by a clock that has been set back since.
 */
export async function currentLease(tx: ReadTx, conversationId: string, now: number): Promise<Lease | null> {
  const lease = await tx.lease(conversationId)
  return lease !== null && lease.expiresAt > now && lease.expiresAt <= now + LEASE_MS ? lease : null
}

/** Takes or renews the lease for a seat of whom the caller knows that nobody else holds it. A change of holder is an event. */
export async function holdLease(tx: WriteTx, now: number, row: ConversationRow, seatId: string): Promise<Lease> {
  const lease = { conversationId: row.conversation.id, seatId, expiresAt: now + LEASE_MS }
  await tx.putLease(lease)
  if (row.conversation.assignee !== seatId) await appendConversation(tx, now, row, { assignee: seatId })
  return lease
}

async function giveBack(tx: WriteTx, now: number, row: ConversationRow): Promise<void> {
  await tx.dropLease(row.conversation.id)
  if (row.conversation.assignee !== null) await appendConversation(tx, now, row, { assignee: null })
}

/**
 * Answers a seat that asks for a lease (`want`) or gives it back. Giving back what one does not hold changes nothing.
 * @throws AppError `not-found`.
 */
export async function askLease(tx: WriteTx, now: number, seatId: string, conversationId: string, want: boolean): Promise<SeatResult<'lease'>> {
  const row = await conversationOrRefuse(tx, conversationId)
  const current = await currentLease(tx, conversationId, now)
  if (current !== null && current.seatId !== seatId) return { granted: false, holder: current.seatId, expiresAt: current.expiresAt }
  if (!want) {
    if (current !== null) await giveBack(tx, now, row)
    return { granted: false, holder: null, expiresAt: null }
  }
  const lease = await holdLease(tx, now, row, seatId)
  return { granted: true, holder: seatId, expiresAt: lease.expiresAt }
}

/** Gives back what ran out, so that every desk sees the conversation as free. Safe to run on several nodes at once. */
export function sweepLeases(store: Store, now: () => number): Promise<number> {
  return store.write(async (tx) => {
    const expired = await tx.expiredLeases(now(), SWEEP_LIMIT)
    for (const lease of expired) {
      const row = await tx.conversation(lease.conversationId)
      if (row === null) await tx.dropLease(lease.conversationId)
      else await giveBack(tx, now(), row)
    }
    return expired.length
  })
}
