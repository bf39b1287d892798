import { Account } from '../../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../../src-shared/domain/roles.ts'
import { Routing } from '../../../src-shared/domain/routing.ts'
import type { ShiftGiver, ShiftTarget } from '../../../src-shared/domain/shift.ts'
import type { Engine } from '../context.ts'
import { mayLead, ownAccountId, ownSeat } from '../own-seat.ts'
import { presentSeats } from '../team/presence.ts'

/** This desk, and whoever sits here. */
export const ownGiver = (engine: Engine): ShiftGiver => ({ ...ownSeat(engine), accountId: ownAccountId(engine) })

/** For whom one may hand over: oneself; whoever may lead also for those who are here, and for those who left something behind. */
export function shiftGivers(engine: Engine): ShiftGiver[] {
  const own = ownGiver(engine)
  if (!mayLead(engine)) return [own]
  const here = presentSeats(engine).map(({ seatId, name, accountId }): ShiftGiver => ({ id: seatId, name, accountId }))
  const left = [
    ...engine.store.shared.all('routing', Routing).flatMap(({ to }) => (to ? [to] : [])), ...engine.store.followUps.owners(),
  ].map(({ id, name }): ShiftGiver => ({ id, name, accountId: '' }))
  const known = new Map<string, ShiftGiver>([[own.id, own]])
  for (const giver of [...here, ...left]) if (!known.has(giver.id)) known.set(giver.id, giver)
  return [...known.values()]
}

/** To whom: people by their account wherever they sit, desks without one that are here, teams, and whoever comes. */
export function shiftTargets(engine: Engine, from: ShiftGiver): ShiftTarget[] {
  const people = engine.store.shared.all('account', Account).filter(({ id, disabled, role }) => !disabled && role !== 'reader' && id !== LOCAL_ACCOUNT_ID)
  const seats = presentSeats(engine).filter(({ seatId, accountId }) => seatId !== from.id && accountId === LOCAL_ACCOUNT_ID)
  const teams = [...new Set(people.flatMap((one) => one.teams))].sort()
  return [
    ...people.filter(({ id }) => id !== from.accountId).map(({ id, name }): ShiftTarget => ({ kind: 'account', id, name })),
    ...seats.map(({ seatId, name }): ShiftTarget => ({ kind: 'seat', id: seatId, name })),
    ...teams.map((name): ShiftTarget => ({ kind: 'team', id: name, name })),
    { kind: 'queue', id: '', name: '' },
  ]
}
