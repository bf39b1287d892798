import type { Comparison, Condition } from '../../../src-shared/domain/policy-rule.ts'

/** true, false, or null: the facts do not say. */
export type Truth = boolean | null

/** Where paths lead to. */
export type Scope = Readonly<Record<string, unknown>>

/** The value at a dotted path; undefined where nothing is, null where it is known to be nothing. Own properties only. */
export function valueAt(scope: Scope, path: string): unknown {
  let value: unknown = scope
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth)
/** Kleene: one false is enough, else one unknown makes it unknown. */
const all = (truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes(null) ? null : true)
const any = (truths: readonly Truth[]): Truth => (truths.includes(true) ? true : truths.includes(null) ? null : false)

const isKnownNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)
const ordered = (value: unknown, holds: (n: number) => boolean): Truth => (isKnownNumber(value) ? holds(value) : null)
const isScalar = (value: unknown): boolean => value === null || typeof value === 'string' || typeof value === 'boolean' || isKnownNumber(value)

function compare(scope: Scope, comparison: Comparison): Truth {
  const value = valueAt(scope, comparison.path)
  if ('has' in comparison) return Array.isArray(value) ? value.includes(comparison.has) : null
  if ('above' in comparison) return ordered(value, (n) => n > comparison.above)
  if ('atLeast' in comparison) return ordered(value, (n) => n >= comparison.atLeast)
  if ('below' in comparison) return ordered(value, (n) => n < comparison.below)
  if ('atMost' in comparison) return ordered(value, (n) => n <= comparison.atMost)
  if (!isScalar(value)) return null
  if ('is' in comparison) return value === comparison.is
  if ('in' in comparison) return comparison.in.includes(value as string)
  const other = valueAt(scope, comparison.sameAs)
  // Two things that are nothing are not the same thing: no order belongs to no customer.
  return isScalar(other) && value !== null && other !== null ? value === other : null
}

/** Does the condition hold? Total: whatever the facts lack, or hold of another type, is unknown. */
export function truthOf(condition: Condition, scope: Scope): Truth {
  if ('all' in condition) return all(condition.all.map((one) => truthOf(one, scope)))
  if ('any' in condition) return any(condition.any.map((one) => truthOf(one, scope)))
  if ('not' in condition) return not(truthOf(condition.not, scope))
  if ('where' in condition) {
    const list = valueAt(scope, 'every' in condition ? condition.every : condition.some)
    if (!Array.isArray(list)) return null
    const truths = list.map((item: unknown) => truthOf(condition.where, { ...scope, item }))
    return 'every' in condition ? all(truths) : any(truths)
  }
  return compare(scope, condition)
}
