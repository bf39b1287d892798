import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { decide } from '../../domain/policy/decide.ts'
import { caseOf, type Records } from '../../domain/policy/records/index.ts'

/** A request with what was established before it. `rule`: the rule that has to speak; null: it is permitted. */
export interface Ask { readonly facts: Facts; readonly request: DecideRequest; readonly rule: string | null }

/** Is it decided as the shop's own words say: permitted ones `auto`, forbidden ones not, and for the right reason? */
export function isRight(policy: Policy, records: Records, { facts, request, rule }: Ask): boolean {
  const made = caseOf(policy, { ...facts, records }, request)
  const { decision, rules } = decide(made.facts, policy, made.request)
  return rule === null ? decision === 'auto' : decision !== 'auto' && rules.includes(rule)
}

/** The same ask with something else about it, and the rule that is then to speak. */
export const but = (ask: Ask, rule: string, facts: Facts, kwargs: Record<string, unknown> = {}): Ask =>
  ({ facts: { ...ask.facts, ...facts }, request: { name: ask.request.name, kwargs: { ...ask.request.kwargs, ...kwargs } }, rule })

/** Every n-th of a list, so that at most `limit` are left: a real shop has a thousand orders. */
export function sample<T>(list: readonly T[], limit: number): T[] {
  const step = Math.max(1, Math.ceil(list.length / limit))
  return list.filter((_, n) => n % step === 0)
}
