import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision, Policy } from '../../../src-shared/domain/policy.ts'
import { decide } from '../policy/index.ts'

/** A decision with everything that it was made of. */
export interface Recorded { facts: Facts; request: DecideRequest | null; policy: Policy; decision: Decision }

/** Decides again from the stored inputs. @returns the decision of now where it is another; null: the same */
export function replay({ facts, request, policy, decision }: Recorded): Decision | null {
  const again = decide(facts, policy, request)
  return JSON.stringify(again) === JSON.stringify(decision) ? null : again
}
