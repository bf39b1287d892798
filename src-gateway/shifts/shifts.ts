import type { Owner } from '../../src-shared/domain/follow-up.ts'
import { permits } from '../../src-shared/domain/roles.ts'
import type { Shift } from '../../src-shared/domain/shift.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { refuse } from '../refusals.ts'
import { type Actor, authorise } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

export type ShiftAnswer = SeatResult<'shift.make'>

/** @throws AppError `not-found` */
export async function shiftOf(tx: ReadTx, id: string): Promise<Shift> {
  const state = await tx.state('shift', id)
  if (state?.type !== 'shift') throw refuse('not-found')
  return state.shift
}

/** Writes the next state of a hand-over, under the request that asked for it. */
export async function putShift(tx: WriteTx, now: number, requestId: string, shift: Shift): Promise<ShiftAnswer> {
  const { n } = await tx.append(now, { type: 'shift', shift })
  await tx.putRequest(requestId, n)
  return { n, shift }
}

export const personOf = ({ seatId, account }: Actor, name: string): Owner => ({ id: seatId, name: account.name || name })

/** Offers what somebody has to whoever comes next, once per request id. @throws AppError `not-permitted` for somebody else without `lead`; `bad-request` to whoever gives it */
export async function makeShift(tx: WriteTx, now: number, actor: Actor, { id, from, to, words, items, name }: SeatParams<'shift.make'>): Promise<ShiftAnswer> {
  const done = await tx.request(id)
  if (done !== null) return { n: done, shift: await shiftOf(tx, id) }
  const isOwn = from.id === actor.seatId
  if (!isOwn) authorise(actor, 'lead')
  if (to.kind === 'seat' && to.id === from.id) throw refuse('bad-request')
  const by = personOf(actor, name)
  return putShift(tx, now, id, {
    id, from: isOwn ? { ...by, accountId: actor.account.id } : from, by, to, words, at: now, revision: 1,
    items: items.map((item) => ({ ...item, state: 'waiting', by: null, at: null, reason: '' })),
  })
}

/** What nobody took yet stays with the giver. @throws AppError `not-found`, `not-permitted`, `no-longer` when nothing waits any more */
export async function withdrawShift(tx: WriteTx, now: number, actor: Actor, { id, shiftId, name }: SeatParams<'shift.withdraw'>): Promise<ShiftAnswer> {
  const done = await tx.request(id)
  const shift = await shiftOf(tx, shiftId)
  if (done !== null) return { n: done, shift }
  if (shift.from.id !== actor.seatId && shift.by.id !== actor.seatId && !permits(actor.account.role, 'lead')) throw refuse('not-permitted')
  if (!shift.items.some(({ state }) => state === 'waiting')) throw refuse('no-longer')
  const by = personOf(actor, name)
  return putShift(tx, now, id, {
    ...shift, revision: shift.revision + 1,
    items: shift.items.map((item) => (item.state === 'waiting' ? { ...item, state: 'withdrawn', by, at: now } : item)),
  })
}
