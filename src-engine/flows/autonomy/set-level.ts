import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { AppError } from '../../../src-shared/errors.ts'
import { maySet } from '../../../src-shared/domain/ladder/ladder.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import type { Engine } from '../context.ts'
import { claimOf } from './cases.ts'
import { evidenceOf } from './list-levels.ts'
import { isWayBack, keepLevels } from './way-back.ts'

const unknownRow = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '策略里没有这一项。', en: 'The policy has no such row.' } })

const subjectOf = ({ scope, name }: { scope: string; name: string }): string => `${scope}:${name}`

/** The policy with the row at another level. @throws AppError `not-found`, `not-earned` */
function withLevel(engine: Engine, policy: Policy, { scope, name, level, override }: Omit<CallParams<'autonomy.setLevel'>, 'id' | 'basedOn'>): Policy {
  const field = scope === 'intent' ? 'intents' : 'actions'
  const rows: Record<string, { level: typeof level }> = policy[field] ?? {}
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  if (row === undefined) throw unknownRow()
  if (override === undefined && !isWayBack(engine, policy, subjectOf({ scope, name }), level) && !maySet(row.level, level, evidenceOf(engine, scope, name), LADDER)) {
    throw new AppError({ code: 'not-earned', retryable: false, say: { zh: '证据还不够，暂时不能升到这一级。', en: 'The evidence is not there yet for this level.' } })
  }
  return { ...policy, [field]: { ...rows, [name]: { ...row, level } } }
}

/** Puts the policy with one row at another level. Needs the line: a level that changed hours later would only surprise. */
export async function setLevel(engine: Engine, { id, basedOn, ...change }: CallParams<'autonomy.setLevel'>, by: string): Promise<CallResult<'autonomy.setLevel'>> {
  const policy = engine.store.shop.policies()[0]
  if (!policy) throw unknownRow()
  if (policy.version !== basedOn) return { status: 'conflict' }
  const next = withLevel(engine, policy, change)
  const { status } = await engine.link.call('policy.put', { id, basedOn, policy: next, name: by, evidence: [claimOf(engine, change.scope, change.name)], ...(change.override ? { override: change.override } : {}) })
  engine.store.transaction(() => {
    if (status === 'put') keepLevels(engine, policy, next, basedOn + 1)
    engine.store.audit.add(engine.clock.now(), 'level-set', subjectOf(change), `${change.level} ${status}`)
  })
  return { status }
}

/** Confirms or withdraws what waits for a second seat. @throws AppError `second-seat`, `not-found`, `offline` */
export async function decideProposal(engine: Engine, params: CallParams<'autonomy.decide'>, by: string): Promise<CallResult<'autonomy.decide'>> {
  return engine.link.call('policy.decide', { ...params, name: by })
}
