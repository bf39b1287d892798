import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision, Policy } from '../../../src-shared/domain/policy.ts'
import { decide } from '../policy/index.ts'

/** The policy with this topic, or this action, at a level that acts; whatever else limits it stays. */
function acting(policy: Policy, { intent }: Facts, request: DecideRequest | null): Policy {
  const raise = <R extends { level: Policy['intents'][string]['level'] }>(rows: Record<string, R>, name: string): Record<string, R> => {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined
    return row === undefined || row.level === 'off' ? rows : { ...rows, [name]: { ...row, level: 'act' as const } }
  }
  return {
    ...policy, intents: raise(policy.intents, intent ?? ''),
    ...(policy.actions === undefined || request === null ? {} : { actions: raise(policy.actions, request.name) }),
  }
}

/** What would have been decided had it been let: the switches on, the line there, the level one that acts. */
export function wouldDecide(facts: Facts, policy: Policy, request: DecideRequest | null): Decision {
  return decide({ ...facts, paused: false, online: true, holdsLease: true }, acting(policy, facts, request), request)
}
