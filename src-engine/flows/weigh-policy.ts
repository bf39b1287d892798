import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { PolicyDraft, PolicyFinding } from '../../src-shared/contract/policies.ts'
import { analyse, type Finding } from '../domain/policy/analysis/index.ts'
import { changesBetween } from '../domain/policy/form/changes.ts'
import { placeOf, placesOf } from '../domain/policy/form/places.ts'
import { readDraft } from '../domain/policy/form/problems.ts'
import { reachOf } from '../domain/policy/form/reach.ts'
import { unearned } from './autonomy/unearned.ts'
import type { Engine } from './context.ts'
import { policyInForce } from './read-policy.ts'

const shown = ({ kind, where, say }: Finding): PolicyFinding => ({ kind, at: placeOf(where[0] ?? ''), say })

/** What a draft means and whether it could be saved; nothing is changed. */
export function weighPolicy(engine: Engine, draft: PolicyDraft): CallResult<'policy.check'> {
  const { policy, problems } = readDraft(draft)
  if (policy === null) return { sentences: [], problems, reach: [], findings: [], changes: [] }
  return {
    problems: [...problems, ...unearned(engine, policy)], reach: reachOf(policy), findings: analyse(policy).map(shown), changes: changesBetween(policyInForce(engine), policy),
    sentences: [...placesOf(policy)].map(([at, { title, say }]) => ({ at, title, say: [...say] })),
  }
}
