import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { LevelRow } from '../../../src-shared/contract/autonomy.ts'
import { ACTING_CHANNELS } from '../../../src-shared/domain/acting-channels.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { tally, type Evidence } from '../../../src-shared/domain/ladder/evidence.ts'
import { nextStep } from '../../../src-shared/domain/ladder/ladder.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import { worstCase } from '../../domain/autonomy/worst-case.ts'
import type { Engine } from '../context.ts'
import { casesOf } from './cases.ts'
import { heldBack } from './held-back.ts'

/** What the ladder knows of a topic or an action. */
export const evidenceOf = (engine: Engine, scope: 'intent' | 'action', name: string): Evidence => tally(casesOf(engine, `${scope}:${name}`), LADDER)

function rowOf(engine: Engine, policy: Policy, scope: 'intent' | 'action', name: string): LevelRow {
  const level = (scope === 'intent' ? policy.intents[name] : policy.actions?.[name])?.level ?? 'off'
  const evidence = evidenceOf(engine, scope, name)
  const step = nextStep(level, evidence, LADDER)
  const rule = step === null || step.next === 'off' ? null : LADDER.steps[step.next]
  return {
    scope, name, level, hold: heldBack(engine, { [scope]: name }), step, asked: rule?.bound ?? null, worst: worstCase(policy, scope, name),
    evidence: { same: evidence.same, otherwise: evidence.otherwise, unknown: evidence.unknown, costly: evidence.costlyAt.length, bound: evidence.bound },
  }
}

/** Every topic and action of the policy on its level, with what was seen of it; the switches, and what waits for a second seat. */
export function listLevels(engine: Engine): CallResult<'autonomy.levels'> {
  const { store } = engine
  const policy = store.shop.policies()[0]
  const proposal = policy ? store.holds.proposal(policy.id) : null
  return {
    policy: policy ? { id: policy.id, version: policy.version } : null,
    rows: policy ? [
      ...Object.keys(policy.intents).map((name) => rowOf(engine, policy, 'intent', name)),
      ...Object.keys(policy.actions ?? {}).map((name) => rowOf(engine, policy, 'action', name)),
    ] : [],
    channels: ACTING_CHANNELS.map((name) => ({ name, hold: heldBack(engine, { channel: name }) })),
    proposal: proposal?.state === 'open' ? { ...proposal, own: proposal.by.seatId === engine.seatId } : null,
  }
}
