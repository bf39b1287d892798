import type { Comparison, Condition } from '../../../../src-shared/domain/policy-rule.ts'

/** A comparison or a quantifier, as it stands or denied. */
export interface Literal { readonly atom: Comparison | Extract<Condition, { where: Condition }>; readonly holds: boolean }

/** Beyond this many cases a condition is not analysed. */
const MOST = 256

/** The condition as cases, one of which holds whenever it holds; null: too many to tell. */
export function casesOf(condition: Condition, holds = true): Literal[][] | null {
  if ('not' in condition) return casesOf(condition.not, !holds)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (parts === null) return [[{ atom: condition as Literal['atom'], holds }]]
  const cases = parts.map((part) => casesOf(part, holds))
  // A denied "all" is an "any" of denials, and the other way round.
  return 'all' in condition === holds ? product(cases) : union(cases)
}

export function union(cases: ReadonlyArray<Literal[][] | null>): Literal[][] | null {
  if (cases.includes(null)) return null
  const all = cases.flatMap((one) => one ?? [])
  return all.length > MOST ? null : all
}

export function product(cases: ReadonlyArray<Literal[][] | null>): Literal[][] | null {
  return cases.reduce<Literal[][] | null>((all, next) => {
    if (all === null || next === null || all.length * next.length > MOST) return null
    return all.flatMap((left) => next.map((right) => [...left, ...right]))
  }, [[]])
}

type Scalar = string | number | boolean | null
/** What the literals of one path leave possible. */
interface Room { values: readonly Scalar[] | null; not: Scalar[]; low: number; high: number; isLowOpen: boolean; isHighOpen: boolean; isNumber: boolean }

function narrow(room: Room, { atom, holds }: Literal): void {
  if ('where' in atom || 'has' in atom || 'sameAs' in atom) return
  if ('is' in atom || 'in' in atom) {
    const named: readonly Scalar[] = 'is' in atom ? [atom.is] : atom.in
    if (!holds) room.not.push(...named)
    else room.values = room.values === null ? named : room.values.filter((value) => named.includes(value))
    return
  }
  room.isNumber = true
  const lower = 'above' in atom ? { at: atom.above, open: true } : 'atLeast' in atom ? { at: atom.atLeast, open: false } : null
  const upper = 'below' in atom ? { at: atom.below, open: true } : 'atMost' in atom ? { at: atom.atMost, open: false } : null
  const bound = lower ?? upper
  if (bound === null) return
  const isLower = (lower !== null) === holds
  const open = holds ? bound.open : !bound.open
  if (isLower && (bound.at > room.low || (bound.at === room.low && open))) Object.assign(room, { low: bound.at, isLowOpen: open })
  if (!isLower && (bound.at < room.high || (bound.at === room.high && open))) Object.assign(room, { high: bound.at, isHighOpen: open })
}

function isRoom(room: Room): boolean {
  const fits = (value: Scalar): boolean => !room.not.includes(value)
    && (!room.isNumber || (typeof value === 'number' && (room.isLowOpen ? value > room.low : value >= room.low) && (room.isHighOpen ? value < room.high : value <= room.high)))
  if (room.values !== null) return room.values.some(fits)
  if (room.low !== room.high) return room.low < room.high
  return fits(room.low)
}

/** The paths of truth values: "not true" and "not false" leave nothing. */
const isBoth = (room: Room): boolean => room.not.includes(true) && room.not.includes(false)

/** Can these literals hold together? Says no only where that is certain. */
export function canHold(literals: readonly Literal[]): boolean {
  const rooms = new Map<string, Room>()
  const opaque = new Map<string, boolean>()
  for (const literal of literals) {
    const { atom, holds } = literal
    if ('where' in atom || 'has' in atom || 'sameAs' in atom) {
      const key = JSON.stringify(atom)
      if (opaque.get(key) === !holds) return false
      opaque.set(key, holds)
      continue
    }
    const room = rooms.get(atom.path) ?? { values: null, not: [], low: -Infinity, high: Infinity, isLowOpen: false, isHighOpen: false, isNumber: false }
    narrow(room, literal)
    rooms.set(atom.path, room)
  }
  return [...rooms.values()].every((room) => isRoom(room) && !isBoth(room))
}

/** Can all of these hold at once? `denied` ones are to fail. Unknown counts as yes. */
export function together(held: readonly Condition[], denied: readonly Condition[] = []): boolean {
  const cases = product([...held.map((one) => casesOf(one)), ...denied.map((one) => casesOf(one, false))])
  return cases === null || cases.some(canHold)
}
