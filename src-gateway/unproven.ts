import type { EvidenceClaim } from '../src-shared/domain/autonomy.ts'
import { tally } from '../src-shared/domain/ladder/evidence.ts'
import { maySet } from '../src-shared/domain/ladder/ladder.ts'
import { LADDER } from '../src-shared/domain/ladder/rules.ts'
import { AutonomyLevel, type Policy } from '../src-shared/domain/policy.ts'
import { policyVersionKey } from './store/policy-version-key.ts'
import type { ReadTx } from './store/store.ts'

type Scope = EvidenceClaim['scope']
const rowsOf = (policy: Policy, scope: Scope): Record<string, { level: AutonomyLevel }> => (scope === 'intent' ? policy.intents : policy.actions ?? {})
const levelOf = (policy: Policy, scope: Scope, name: string): AutonomyLevel => (Object.hasOwn(rowsOf(policy, scope), name) ? rowsOf(policy, scope)[name]?.level : undefined) ?? 'off'

/**
 * Counts a desk's evidence again, by the same rules: each decision once, of conversations and cases that this log has, none of the future.
 * What a person really wrote is the desk's word.
 */
async function counted(tx: ReadTx, now: number, claim: EvidenceClaim | undefined): Promise<ReturnType<typeof tally>> {
  const seen = new Set<string>()
  const cases: EvidenceClaim['cases'] = []
  for (const one of [...(claim?.cases ?? [])].sort((a, b) => b.at - a.at)) {
    const isNew = !seen.has(one.id)
    seen.add(one.id)
    if (isNew && one.at <= now && (await tx.conversation(one.conversationId) !== null || await tx.state('case', one.conversationId) !== null)) cases.push(one)
  }
  return tally(cases, LADDER)
}

/** Is it what stood there before the version that holds? One step back from a slip is nobody's to earn again. */
async function isWayBack(tx: ReadTx, holds: Policy, scope: Scope, name: string, to: AutonomyLevel): Promise<boolean> {
  const before = await tx.state('policy-version', policyVersionKey(holds.id, holds.version - 1))
  return before?.type === 'policy-version' && levelOf(before.entry.policy, scope, name) === to
}

/** The levels of a policy that go up and are not earned, as fields; empty: every step is. */
export async function unproven(tx: ReadTx, now: number, holds: Policy, wanted: Policy, evidence: readonly EvidenceClaim[]): Promise<string[]> {
  const fields: string[] = []
  for (const scope of ['intent', 'action'] as const) {
    for (const [name, { level }] of Object.entries(rowsOf(wanted, scope))) {
      const from = levelOf(holds, scope, name)
      if (AutonomyLevel.options.indexOf(level) <= AutonomyLevel.options.indexOf(from)) continue
      const claim = evidence.find((one) => one.scope === scope && one.name === name)
      if (maySet(from, level, await counted(tx, now, claim), LADDER) || await isWayBack(tx, holds, scope, name, level)) continue
      fields.push(`${scope}s.${name}.level`)
    }
  }
  return fields
}
