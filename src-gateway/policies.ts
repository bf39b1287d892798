import { beyondCeilings } from '../src-shared/domain/policy-ceilings.ts'
import { checkPolicy, problemText } from '../src-shared/domain/policy-check.ts'
import type { Policy } from '../src-shared/domain/policy.ts'
import type { SeatParams, SeatResult } from '../src-shared/wire/seat.ts'
import { policyRefused } from './refusals.ts'
import { policyVersionKey } from './store/policy-version-key.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

const HISTORY = 100

/** The policy that holds; null: there is none of this name. */
export async function presentPolicy(tx: ReadTx, policyId: string): Promise<Policy | null> {
  const state = await tx.state('policy', policyId)
  return state?.type === 'policy' ? state.policy : null
}

/** The policy that was given, if it may hold. @throws AppError `policy-refused`, which names the field */
export function permittedPolicy(given: unknown): Policy {
  const checked = checkPolicy(given)
  if ('problems' in checked) throw policyRefused(problemText(checked.problems))
  const beyond = beyondCeilings(checked.policy)
  if (beyond.length > 0) throw policyRefused(problemText(beyond))
  return checked.policy
}

/** The version that holds goes into the history if it is not there yet: the shop came with it. */
async function keepFirst(tx: WriteTx, now: number, policy: Policy): Promise<void> {
  if ((await tx.state('policy-version', policyVersionKey(policy.id, policy.version))) !== null) return
  await tx.append(now, { type: 'policy-version', entry: { policy, by: 'gateway', name: '', at: now } })
}

/**
 * Puts the next version of a policy, once per request id: the version itself, who put it, and what holds from now on, in
 * one transaction. Two supervisors who started from the same version: the second is told of the first's.
 */
export async function putPolicy(tx: WriteTx, now: number, seatId: string, { id, basedOn, policy: given, name }: SeatParams<'policy.put'>): Promise<Exclude<SeatResult<'policy.put'>, { status: 'proposed' }>> {
  const wanted = permittedPolicy(given)
  const holds = await presentPolicy(tx, wanted.id)
  const done = await tx.request(id)
  if (done !== null && holds !== null) return { status: 'put', n: done, policy: holds }
  if ((holds?.version ?? 0) !== basedOn) return { status: 'conflict', policy: holds }
  if (holds !== null) await keepFirst(tx, now, holds)
  const policy: Policy = { ...wanted, version: basedOn + 1 }
  await tx.append(now, { type: 'policy-version', entry: { policy, by: seatId, name, at: now } })
  const { n } = await tx.append(now, { type: 'policy', policy })
  await tx.putRequest(id, n)
  return { status: 'put', n, policy }
}

/** The newest versions of a policy, newest first. */
export async function policyHistory(tx: ReadTx, policyId: string): Promise<SeatResult<'policy.history'>> {
  const newest = (await presentPolicy(tx, policyId))?.version ?? 0
  const rows = await tx.statesOf('policy-version', HISTORY, policyVersionKey(policyId, Math.max(0, newest - HISTORY)))
  const versions = rows.map(({ entry }) => entry).filter(({ policy }) => policy.id === policyId)
  return { versions: versions.reverse() }
}
