import type { z } from 'zod'
import { Policy } from './policy.ts'

/** What is wrong with a policy: the field, as `actions.refund.caps`, and one clause. */
export interface PolicyProblem { readonly field: string; readonly problem: string }

/** Says in one line per problem which field it is. */
export const problemText = (problems: readonly PolicyProblem[]): string => problems.map(({ field, problem }) => `${field || 'policy'}: ${problem}`).join('; ')

/** Fields that were given and that the format does not know: a misspelt limit would limit nothing. */
function unknownFields(given: unknown, read: unknown, field: string): PolicyProblem[] {
  if (Array.isArray(given)) return given.flatMap((one, n) => unknownFields(one, Array.isArray(read) ? read[n] : undefined, `${field}.${n}`))
  if (given === null || typeof given !== 'object') return []
  const known: Record<string, unknown> = read !== null && typeof read === 'object' ? Object.fromEntries(Object.entries(read)) : {}
  return Object.entries(given).flatMap(([key, value]) => {
    const at = field === '' ? key : `${field}.${key}`
    return Object.hasOwn(known, key) ? unknownFields(value, known[key], at) : [{ field: at, problem: 'no such field' }]
  })
}

/** The field and the clause of one issue. */
const problemOf = ({ path, message }: z.core.$ZodIssue): PolicyProblem => ({ field: path.map(String).join('.'), problem: message })

/** Reads a policy that a person wrote. Stricter than the wire, where a later version's fields are left alone. */
export function checkPolicy(raw: unknown): { policy: Policy } | { problems: PolicyProblem[] } {
  const parsed = Policy.safeParse(raw)
  if (!parsed.success) return { problems: parsed.error.issues.map(problemOf) }
  const problems = unknownFields(raw, parsed.data, '')
  return problems.length > 0 ? { problems } : { policy: parsed.data }
}
