import type { SideClue } from '../../../src-shared/contract/side.ts'

/** Somebody on record to whom words of a capture point, strongest clue first within one customer. */
export interface Candidate { customerId: string; orderNo: string | null; clue: SideClue }

/** Where a capture belongs: to this customer · the agent has to say · to somebody of whom nothing is known. */
export type Placement = { kind: 'customer'; candidate: Candidate; proven: boolean } | { kind: 'ask' } | { kind: 'new' }

/** A whole number belongs to one person; a name or four digits may be anybody's. */
const SURE: ReadonlySet<SideClue['kind']> = new Set(['order', 'tracking', 'phone'])
const OF_PERSON: ReadonlySet<SideClue['kind']> = new Set(['phone', 'tail'])

/**
 * Only whole numbers of one single person decide; whatever else points to somebody, or to somebody else as well, is asked.
 * Words without any clue are never taken for the customer's before: that is asked, too, where one was known.
 * @param current the customer shown now; undefined: nothing is shown
 */
export function place(candidates: readonly Candidate[], current: string | null | undefined): Placement {
  const people = new Set(candidates.map((one) => one.customerId))
  const sure = candidates.find((one) => SURE.has(one.clue.kind))
  if (sure && people.size === 1) {
    const kinds = candidates.map((one) => one.clue.kind)
    return { kind: 'customer', candidate: sure, proven: kinds.some((kind) => kind === 'order' || kind === 'tracking') && kinds.some((kind) => OF_PERSON.has(kind)) }
  }
  if (people.size > 0) return { kind: 'ask' }
  return current ? { kind: 'ask' } : { kind: 'new' }
}
