import type { ShiftView } from '../../../src-shared/contract/shifts.ts'
import { Account } from '../../../src-shared/domain/account.ts'
import { isOpenShift, isShiftFor, Shift } from '../../../src-shared/domain/shift.ts'
import type { Engine } from '../context.ts'
import { ownAccountId } from '../own-seat.ts'
import { holdingsOf, refsOf } from './holdings.ts'

/** Ended ones are shown for so long after their last word, in milliseconds. */
const SHOWN_MS = 24 * 3_600_000

export const knownShifts = ({ store }: Pick<Engine, 'store'>): Shift[] => store.shared.all('shift', Shift)

/** May whoever sits here take it? */
export function isForHere(engine: Engine, shift: Shift): boolean {
  const accountId = ownAccountId(engine)
  return isShiftFor(shift, { seatId: engine.seatId, accountId, teams: engine.store.shared.get('account', accountId, Account)?.teams ?? [] })
}

function view(engine: Engine, shift: Shift): ShiftView {
  const waiting = shift.items.filter(({ state }) => state === 'waiting')
  const held = waiting.length > 0 ? refsOf(holdingsOf(engine, shift.from)) : new Set<string>()
  return { ...shift, mine: isForHere(engine, shift), given: shift.from.id === engine.seatId || shift.by.id === engine.seatId, settled: waiting.filter(({ ref }) => !held.has(ref)).map(({ id }) => id) }
}

const lastAt = ({ at, items }: Shift): number => Math.max(at, ...items.map((item) => item.at ?? 0))

/** Open ones and those that ended within a day, the newest first. */
export function listShifts(engine: Engine): ShiftView[] {
  const since = engine.clock.now() - SHOWN_MS
  return knownShifts(engine).filter((shift) => isOpenShift(shift) || lastAt(shift) > since).sort((a, b) => b.at - a.at).map((shift) => view(engine, shift))
}
