import type { CallResult } from '../../src-shared/contract/calls.ts'
import { changesBetween } from '../domain/policy/form/changes.ts'
import type { Engine } from './context.ts'
import { overTheLine } from './put-policy.ts'
import { policyInForce } from './read-policy.ts'

/** The versions of the policy that holds, newest first, each with what it changed. @throws AppError `policy-offline` */
export async function policyVersions(engine: Engine): Promise<CallResult<'policy.versions'>> {
  const holds = policyInForce(engine)
  if (holds === null) return { versions: [] }
  const { versions } = await overTheLine(engine, () => engine.link.call('policy.history', { policyId: holds.id }))
  return {
    versions: versions.map(({ policy, by, name, at }, n) => {
      const before = versions[n + 1]
      return { version: policy.version, by, name, at, policy, changes: before === undefined ? [] : changesBetween(before.policy, policy) }
    }),
  }
}
