import type { Proposal } from '../src-shared/domain/autonomy.ts'
import { raises } from '../src-shared/domain/policy-raise.ts'
import type { SeatParams, SeatResult } from '../src-shared/wire/seat.ts'
import { permittedPolicy, presentPolicy, putPolicy } from './policies.ts'
import { notEarned, refuse } from './refusals.ts'
import { unproven } from './unproven.ts'
import { otherSeats } from './known-seats.ts'
import { isShared, otherLeaders } from './people/leaders.ts'
import { LOCAL_ACCOUNT_ID } from '../src-shared/domain/roles.ts'
import type { Actor } from './seats/actor.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

/** Where nobody else could confirm it a change that gives more waits so long, so that whoever made it sleeps over it. */
export const WAIT_ALONE_MS = 24 * 3_600_000

async function proposalOf(tx: ReadTx, policyId: string): Promise<Proposal | null> {
  const state = await tx.state('policy-proposal', policyId)
  return state?.type === 'policy-proposal' ? state.proposal : null
}

/**
 * Puts a policy that gives no more than the one before; one that does waits, as the policy's only proposal, for a second
 * person (of a shop with one account: a second seat). A level that goes up without its evidence waits too, if it was said why.
 * Once per request id. @throws AppError `policy-refused`, `not-earned`
 */
export async function putOrPropose(tx: WriteTx, now: number, actor: Actor, request: SeatParams<'policy.put'>): Promise<SeatResult<'policy.put'>> {
  const { seatId, account } = actor
  const wanted = permittedPolicy(request.policy)
  const holds = await presentPolicy(tx, wanted.id)
  const waiting = await proposalOf(tx, wanted.id)
  const done = await tx.request(request.id)
  if (done !== null && waiting?.id === request.id) return { status: 'proposed', n: done, proposal: waiting }
  // A shop's very first policy has nothing that it could give more than.
  if (done !== null || holds === null || holds.version !== request.basedOn) return putPolicy(tx, now, seatId, request)
  const fields = await unproven(tx, now, holds, wanted, request.evidence ?? [])
  if (fields.length > 0 && !request.override) throw notEarned(fields)
  const more = [...new Set([...raises(holds, wanted), ...fields])]
  if (more.length === 0) return putPolicy(tx, now, seatId, request)
  const alone = !(await someoneElse(tx, now, seatId, account.id))
  const proposal: Proposal = {
    id: request.id, policyId: wanted.id, basedOn: request.basedOn, policy: request.policy, raises: more,
    by: { seatId, name: request.name, accountId: account.id }, at: now, state: 'open',
    // What nobody has earned is never one person's, however long they wait.
    ripeAt: alone && fields.length === 0 ? now + WAIT_ALONE_MS : null,
    ...(fields.length > 0 && request.override ? { override: { ...request.override, fields } } : {}),
  }
  const { n } = await tx.append(now, { type: 'policy-proposal', proposal })
  await tx.putRequest(request.id, n)
  return { status: 'proposed', n, proposal }
}

/** Could somebody else confirm it: another person who leads, or where there is one account another seat? */
const someoneElse = async (tx: ReadTx, now: number, seatId: string, accountId: string): Promise<boolean> =>
  await isShared(tx) ? otherLeaders(tx, accountId) : otherSeats(tx, seatId, now)

/** May they confirm it? Another one, or where there was none, whoever made it after the wait and while there still is none. */
async function mayConfirm(tx: ReadTx, now: number, { seatId, account }: Actor, { by, ripeAt }: Proposal): Promise<boolean> {
  const maker = by.accountId ?? LOCAL_ACCOUNT_ID
  const isAnother = account.id !== maker || (by.seatId !== seatId && !(await isShared(tx)))
  if (isAnother) return true
  return ripeAt !== null && now >= ripeAt && !(await someoneElse(tx, now, seatId, maker))
}

/** Confirms or withdraws what waits; said again it is answered as it stands. @throws AppError `not-found`, `second-seat`, `second-person` */
export async function decideProposal(tx: WriteTx, now: number, actor: Actor, { id, policyId, proposalId, confirm, name }: SeatParams<'policy.decide'>): Promise<SeatResult<'policy.decide'>> {
  const proposal = await proposalOf(tx, policyId)
  if (proposal?.id !== proposalId) throw refuse('not-found')
  if (proposal.state !== 'open') return { state: proposal.state }
  if (confirm && !(await mayConfirm(tx, now, actor, proposal))) throw refuse(await isShared(tx) ? 'second-person' : 'second-seat')
  const end = async (state: Proposal['state']): Promise<SeatResult<'policy.decide'>> => {
    await tx.append(now, { type: 'policy-proposal', proposal: { ...proposal, state } })
    return { state }
  }
  if (!confirm) return end('cancelled')
  const { policy, basedOn, by } = proposal
  const put = await putPolicy(tx, now, by.seatId, { id, policy, basedOn, name: by.seatId === actor.seatId ? by.name : [by.name, name].filter(Boolean).join(' + ').slice(0, 80) })
  return end(put.status === 'put' ? 'confirmed' : 'outdated')
}
