import type { Condition } from '../../../../src-shared/domain/policy-rule.ts'
import { valueAt } from './path.ts'

const BOUNDS = ['above', 'atLeast', 'below', 'atMost'] as const
type Bound = (typeof BOUNDS)[number]

/** A number in a rule's condition that may be changed; `at`: which one, counted as they stand. */
export interface Threshold { at: number; path: string; bound: Bound; value: number }

/** The condition with each of its comparisons replaced by what `change` makes of it, in the order in which they stand. */
function mapped(condition: Condition, change: (comparison: Extract<Condition, { path: string }>) => Extract<Condition, { path: string }>): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => mapped(one, change)) }
  if ('any' in condition) return { any: condition.any.map((one) => mapped(one, change)) }
  if ('not' in condition) return { not: mapped(condition.not, change) }
  if ('where' in condition) return { ...condition, where: mapped(condition.where, change) }
  return change(condition)
}

const boundOf = (comparison: object): Bound | undefined => BOUNDS.find((bound) => bound in comparison)

/** The numbers of a condition, as they stand. */
export function thresholdsOf(condition: Condition): Threshold[] {
  const found: Threshold[] = []
  mapped(condition, (comparison) => {
    const bound = boundOf(comparison)
    if (bound !== undefined) found.push({ at: found.length, path: comparison.path, bound, value: Number(valueAt(comparison, [bound])) })
    return comparison
  })
  return found
}

/** The condition with another value at one of its numbers; what is no number is left for the engine to refuse. */
export function withThreshold(condition: Condition, at: number, value: unknown): Condition {
  let n = -1
  return mapped(condition, (comparison) => {
    const bound = boundOf(comparison)
    if (bound === undefined) return comparison
    n += 1
    return n === at ? ({ ...comparison, [bound]: value } as typeof comparison) : comparison
  })
}
