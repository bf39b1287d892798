import type { ReviewPolicy } from '../../../src-shared/domain/review.ts'
import { AppError } from '../../../src-shared/errors.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { policyInForce } from '../read-policy.ts'
import { atOnce } from './decide-review.ts'

const changedMeanwhile = (): AppError => new AppError({ code: 'policy-conflict', retryable: true, say: { zh: '规则刚被同事改过，请再试一次。', en: 'A colleague has just changed the rules. Please try again.' } })

/** Which replies and actions of people wait for a supervisor, for every desk: a version of the policy like any other, and fewer of them wait for another one's word. @throws AppError `review-offline`, `policy-conflict`, or as the gateway refuses it */
export async function setReviewPolicy(engine: Engine, review: ReviewPolicy | null): Promise<'put' | 'proposed'> {
  const { store } = engine
  const policy = policyInForce(engine)
  if (!policy) throw changedMeanwhile()
  const { review: _before, ...rest } = policy
  const answer = await atOnce(engine, () => engine.link.call('policy.put', {
    id: engine.newId(), basedOn: policy.version, policy: { ...rest, version: policy.version + 1, ...(review ? { review } : {}) }, name: ownSeat(engine).name,
  }))
  if (answer.status === 'conflict') throw changedMeanwhile()
  if (answer.status === 'proposed') return 'proposed'
  if ((policyInForce(engine)?.version ?? 0) < answer.policy.version) store.transaction(() => store.shop.putPolicy(answer.policy))
  engine.publish({ kind: 'team' })
  return 'put'
}
