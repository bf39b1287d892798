import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { Understood } from '../../src-shared/domain/routing.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { conversationOrRefuse } from '../append.ts'
import type { WriteTx } from '../store/store.ts'
import { putRouting, routingOf, taken, unrouted } from './routing-state.ts'
import { readStaff } from './staff.ts'

/** Whoever answers a customer has them, where people share the work. */
export async function takenByReply(tx: WriteTx, now: number, conversationId: string, by: Owner): Promise<void> {
  const routing = await routingOf(tx, conversationId)
  if (routing === null ? (await readStaff(tx, now, [])).people < 2 : routing.state === 'taken' && routing.to?.id === by.id) return
  const { transfer } = routing ?? { transfer: null }
  const next = transfer?.state === 'waiting' ? { ...transfer, state: 'accepted' as const } : transfer
  await putRouting(tx, now, taken({ ...(routing ?? unrouted(conversationId, now)), transfer: next }, by, 'answered'))
}

/** A resolved conversation is nobody's. */
export async function endRouting(tx: WriteTx, now: number, conversationId: string): Promise<void> {
  const routing = await routingOf(tx, conversationId)
  if (routing !== null) await putRouting(tx, now, { ...routing, state: 'done' })
}

const sameReading = (a: Understood, b: Understood): boolean => a.group === b.group && a.emotion === b.emotion && a.language === b.language && a.dueAt === b.dueAt

/**
 * What a desk read in the customer's words, kept where people share the work. Older or equal words change nothing.
 * @returns the number of the event, or the head. @throws AppError `not-found`.
 */
export async function noteUnderstood(tx: WriteTx, now: number, { conversationId, understood }: SeatParams<'routing.note'>): Promise<number> {
  const row = await conversationOrRefuse(tx, conversationId)
  const routing = await routingOf(tx, conversationId)
  const before = routing?.understood
  if (row.conversation.status === 'resolved' || understood.seq > row.lastSeq) return tx.head()
  if (before && (before.seq >= understood.seq || sameReading(before, understood))) return tx.head()
  if (routing === null && (await readStaff(tx, now, [])).people < 2) return tx.head()
  return putRouting(tx, now, { ...(routing ?? unrouted(conversationId, now)), understood })
}
