import { Shift } from '../../../src-shared/domain/shift.ts'
import type { Engine } from '../context.ts'
import { isForHere } from './read-shifts.ts'

const countOf = (shift: Shift | null, state: Shift['items'][number]['state']): number => shift?.items.filter((item) => item.state === state).length ?? 0

/** What of the change concerns whoever sits here; null: nothing. */
function news(engine: Engine, before: Shift | null, shift: Shift): { what: 'offered' | 'accepted' | 'returned'; name: string; count: number } | null {
  const isGivers = shift.from.id === engine.seatId || shift.by.id === engine.seatId
  if (before === null && !isGivers && isForHere(engine, shift) && countOf(shift, 'waiting') > 0) return { what: 'offered', name: shift.from.name, count: countOf(shift, 'waiting') }
  if (before === null || !isGivers) return null
  for (const what of ['accepted', 'returned'] as const) {
    const count = countOf(shift, what) - countOf(before, what)
    const who = shift.items.findLast(({ state, id }) => state === what && before.items.some((item) => item.id === id && item.state !== what))?.by
    if (count > 0 && who && who.id !== engine.seatId) return { what, name: who.name, count }
  }
  return null
}

/** The log tells how a hand-over stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveShift(engine: Engine, shift: Shift): (() => void) | null {
  const known = engine.store.shared.get('shift', shift.id, Shift)
  if (known && known.revision >= shift.revision) return null
  engine.store.shared.put('shift', shift.id, shift)
  const told = news(engine, known, shift)
  return () => {
    engine.publish({ kind: 'team' })
    if (told) engine.publish({ kind: 'shift', ...told })
  }
}
