import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { AppError, toAppError } from '../../src-shared/errors.ts'
import { changesBetween } from '../domain/policy/form/changes.ts'
import { readDraft } from '../domain/policy/form/problems.ts'
import { raisedClaims, unearned } from './autonomy/unearned.ts'
import { keepLevels } from './autonomy/way-back.ts'
import type { Engine } from './context.ts'
import { keepPolicy } from './keep-policy.ts'
import { policyInForce } from './read-policy.ts'

function unreachable(cause?: unknown): AppError {
  return new AppError({
    code: 'policy-offline', retryable: true,
    say: { zh: '现在连不上店铺，规则没有变。您改的都留着，连上后再保存。', en: 'There is no connection, so the rules are as they were. Your changes are kept; save them once it is back.' },
  }, { cause })
}

/** An answer of the gateway, with a word of our own where it cannot be reached. @throws AppError `policy-offline`, or as the gateway refuses it */
export async function overTheLine<T>(engine: Engine, ask: () => Promise<T>): Promise<T> {
  if (!engine.live.caughtUp) throw unreachable()
  return ask().catch((thrown: unknown) => {
    const error = toAppError(thrown)
    throw error.code === 'offline' ? unreachable(thrown) : error
  })
}

/**
 * Puts the next version of the policy for all desks. What may be put is decided before anything leaves this desk, and again
 * at the gateway, which keeps what gives more than before until a second seat agrees to it.
 * The log brings the new version to this desk as to every other.
 * @throws AppError `policy-offline`, `policy-refused`
 */
export async function putPolicy(engine: Engine, { id, basedOn, draft }: CallParams<'policy.save'>, name: string): Promise<CallResult<'policy.save'>> {
  const { policy, problems } = readDraft(draft)
  const before = policyInForce(engine)
  const [first] = [...problems, ...(policy === null ? [] : unearned(engine, policy))]
  if (policy === null || first) {
    const say = first?.say ?? { zh: '', en: '' }
    throw new AppError({ code: 'policy-refused', retryable: false, say: { zh: `没有保存。${first?.field ?? ''}：${say.zh}`, en: `Not saved. ${first?.field ?? ''}: ${say.en}` } })
  }
  const answer = await overTheLine(engine, () => engine.link.call('policy.put', { id, basedOn, policy: draft, name, evidence: raisedClaims(engine, policy) }))
  if (answer.status === 'conflict') return { status: 'conflict', theirs: answer.policy, changes: changesBetween(answer.policy, policy) }
  if (answer.status === 'proposed') {
    engine.store.transaction(() => {
      keepPolicy(engine, null)
      engine.store.audit.add(engine.clock.now(), 'policy-proposed', answer.proposal.policyId, answer.proposal.id)
    })
    return { status: 'proposed', ripeAt: answer.proposal.ripeAt }
  }
  engine.store.transaction(() => {
    // The log may have brought a colleague's later one meanwhile.
    if ((policyInForce(engine)?.version ?? 0) < answer.policy.version) engine.store.shop.putPolicy(answer.policy)
    keepPolicy(engine, null)
    if (before) keepLevels(engine, before, answer.policy, answer.policy.version)
    engine.store.audit.add(engine.clock.now(), 'policy-saved', answer.policy.id, String(answer.policy.version))
  })
  return { status: 'saved', policy: answer.policy }
}
