import type { GuardInput } from '../../domain/guard/index.ts'
import { draftsOf, type DraftSet } from './drafts.ts'
import { measureGuard, type GuardFigures } from './measure.ts'
import { HELD_OUT_POOL, OPEN_POOL } from './pools.ts'
import { TEMPLATES } from './templates.ts'
import { HELD_OUT } from './templates-held-out.ts'

const SEED = 20_261_127
const ROUNDS = 12

/** Drafts by the templates that the guard was made with. */
export const openDrafts = (): DraftSet => draftsOf(TEMPLATES, OPEN_POOL, SEED, ROUNDS)
/** Drafts by templates, goods, people and places that nobody looked at while making it. */
export const heldOutDrafts = (): DraftSet => draftsOf(HELD_OUT, HELD_OUT_POOL, SEED + 1, ROUNDS)

/** How long one draft takes in this process: the median of three rounds over all, in milliseconds. */
function time(set: DraftSet, rules: GuardInput['rules']): number {
  const all = [...set.right, ...set.spoiled]
  const rounds = Array.from({ length: 3 }, () => {
    const began = performance.now()
    measureGuard(set, rules)
    return (performance.now() - began) / all.length
  })
  return rounds.sort((a, b) => a - b)[1] ?? 0
}

/** The figures of `npm run eval`, task `guard`. */
export function guardFigures(rules: GuardInput['rules']): { open: GuardFigures; heldOut: GuardFigures; ms: number } {
  const open = openDrafts()
  return { open: measureGuard(open, rules), heldOut: measureGuard(heldOutDrafts(), rules), ms: time(open, rules) }
}
