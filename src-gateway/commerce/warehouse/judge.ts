import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { StoppingKind, WarehouseState } from './mapping.ts'
import { regionParts } from './line.ts'
import type { Abilities, Seen, StoppingAction } from './warehouse.ts'

/** `platform`: nothing to ask the warehouse · `ask`: it can be asked · else why not, with what can be done instead. */
export type Verdict = 'platform' | 'ask' | Refusal

/** What an agent can do in place of it, by the state; the window offers it. */
function insteadOf(kind: StoppingKind, state: WarehouseState, { writes }: Abilities): 'intercept' | 'cancel' | 'return' | 'none' {
  if (kind === 'intercept') return state === 'waiting' || state === 'picked' ? 'cancel' : state === 'shipped' ? 'return' : 'none'
  if (writes.intercept?.from.includes(state)) return 'intercept'
  return state === 'shipped' ? 'return' : 'none'
}

/** The refusal's code: `warehouse:<state>:<instead>`. */
const no = (state: string, instead: string): Refusal => ({ reason: 'state', detail: `warehouse:${state}:${instead}` })

/**
 * May the warehouse be asked for it, as far as the order is there? Only a state in which the mapping says so is asked, and only
 * one in which the system takes over what the platform does is left to the platform.
 * @param seen null: the warehouse does not have the order
 */
export function judgeStop(action: StoppingAction, seen: Seen | null, abilities: Abilities): Verdict {
  const { kind } = action
  if (seen === null) return kind === 'intercept' ? no('absent', 'cancel') : 'platform'
  const { state } = seen
  if (kind === 'cancel' && state === 'cancelled') return 'platform'
  if (abilities.writes[kind]?.from.includes(state)) return kind === 'change-address' && regionParts(action.address.region) === null ? { reason: 'state', detail: 'warehouse:region:none' } : 'ask'
  if (abilities.byPlatform[kind]?.includes(state)) return 'platform'
  return no(state, insteadOf(kind, state, abilities))
}

/**
 * Was it done, of which the answer was not heard? `unknown`: the warehouse does not show it.
 * @param before as the warehouse had it when it was asked
 */
export function shownDone(action: StoppingAction, seen: Seen | null, before: Seen | null): boolean | 'unknown' | 'other' {
  if (action.kind === 'cancel') return seen === null || seen.state === 'cancelled'
  if (action.kind === 'intercept') return seen?.state === 'cancelled' ? true : 'unknown'
  const { name, phone, detail } = action.address
  const now = seen?.addresses ?? []
  if (now.some((one) => Object.values(one).join('').includes('*'))) return 'unknown'
  if (now.length > 0 && now.every((one) => one.name === name && one.phone === phone && one.detail === detail)) return true
  // Some rows have ours, the rest what they had: the same words again change nothing more.
  const known = [...(before?.addresses ?? []), { name, phone, detail }].map((one) => JSON.stringify(one))
  return now.every((one) => known.includes(JSON.stringify({ name: one.name, phone: one.phone, detail: one.detail }))) ? false : 'other'
}
