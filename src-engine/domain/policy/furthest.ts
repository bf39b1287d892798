import { AutonomyLevel, type Policy } from '../../../src-shared/domain/policy.ts'

/** The furthest that any intent of the policies may go, for the one line that tells it; `off` without policies. */
export function furthestLevel(policies: readonly Policy[]): AutonomyLevel {
  const order = AutonomyLevel.options
  const levels = policies.flatMap((policy) => Object.values(policy.intents).map((intent) => order.indexOf(intent.level)))
  return order[Math.max(0, ...levels)] ?? 'off'
}
