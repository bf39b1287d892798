import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Rule } from '../../../src-shared/domain/policy-rule.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { truthOf } from './condition.ts'
import type { Objection } from './objection.ts'

/** Is the rule about what is to be decided? */
function concerns(rule: Rule, facts: Facts, request: DecideRequest | null): boolean {
  if (rule.actions === undefined && rule.intents === undefined) return true
  return (request !== null && (rule.actions ?? []).includes(request.name)) || (typeof facts.intent === 'string' && (rule.intents ?? []).includes(facts.intent))
}

/** The policy's own rules that speak: those whose condition holds, or cannot be told. */
export function general(facts: Facts, policy: Policy, request: DecideRequest | null): Objection[] {
  const scope = request === null ? facts : { ...facts, request }
  return (policy.rules ?? [])
    .filter((rule) => concerns(rule, facts, request) && truthOf(rule.when, scope) !== false)
    .map(({ outcome, id, need }) => ({ outcome, rule: id, need: need.en }))
}
