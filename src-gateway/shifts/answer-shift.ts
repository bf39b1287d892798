import { isShiftFor, type Shift } from '../../src-shared/domain/shift.ts'
import { permits } from '../../src-shared/domain/roles.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import type { WriteTx } from '../store/store.ts'
import { moveItem } from './move-item.ts'
import { personOf, putShift, type ShiftAnswer, shiftOf } from './shifts.ts'

/**
 * Somebody accepts items by name, or leaves them with the giver. All that is accepted moves in this one transaction:
 * conversation with its note, promise, ticket. What was answered before stays as it was answered; what the giver no longer
 * has is `gone`. @throws AppError `not-found`, `not-for-you`
 */
export async function answerShift(tx: WriteTx, now: number, actor: Actor, { id, shiftId, items: asked, state, reason, name }: SeatParams<'shift.answer'>): Promise<ShiftAnswer> {
  const done = await tx.request(id)
  const shift = await shiftOf(tx, shiftId)
  if (done !== null) return { n: done, shift }
  const isAsked = isShiftFor(shift, { seatId: actor.seatId, accountId: actor.account.id, teams: actor.account.teams })
  if (!isAsked && (shift.from.id === actor.seatId || !permits(actor.account.role, 'lead'))) throw refuse('not-for-you')
  const by = personOf(actor, name)
  const items: Shift['items'] = []
  for (const item of shift.items) {
    if (item.state !== 'waiting' || !asked.includes(item.id)) items.push(item)
    else if (state === 'returned') items.push({ ...item, state, by, at: now, reason })
    else items.push({ ...item, state: await moveItem(tx, now, shift, item, actor, by) ? 'accepted' : 'gone', by, at: now })
  }
  return putShift(tx, now, id, { ...shift, items, revision: shift.revision + 1 })
}
