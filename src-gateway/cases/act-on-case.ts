import { isRefusal } from '../../src-shared/domain/after-sales/apply.ts'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import { isStale } from '../../src-shared/domain/commerce-port.ts'
import { caseAfter, orderAfter, planAct, type Planned } from '../../src-shared/domain/cases/plan.ts'
import type { Refusal } from '../../src-shared/domain/effect.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { demoShop } from '../commerce/demo-shop/demo-shop.ts'
import { performEffect } from '../commerce/perform-effect.ts'
import { appendCustomer } from '../identity.ts'
import { currentLease } from '../leases.ts'
import { refuse } from '../refusals.ts'
import { autopilotPaused, isHeld } from '../holds.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { dueAfter } from './demo-platform.ts'

type Request = SeatParams<'case.act'>
type Result = SeatResult<'case.act'>
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ reason, detail })

/**
 * Takes one step in a case, or says why not, in the caller's one transaction: money and goods move through the same checks
 * as any effect, under the act's own id. A refused act leaves case and order as they were.
 * @throws AppError `not-found`: there is no such case
 */
export async function actOnCase(tx: WriteTx, now: number, seatId: string, request: Request): Promise<Result> {
  const known = await tx.state('case', request.caseId)
  if (known?.type !== 'case') throw refuse('not-found')
  const one = known.case
  const answer = async (outcome: Result['outcome'], after = one): Promise<Result> => ({ n: await tx.head(), case: after, outcome })
  if (one.history.some(({ id }) => id === request.id)) return answer({ state: 'done' })
  const order = await tx.order(one.orderNo)
  const refusal = await mayActOnCase(tx, now, seatId, one, order, request)
  const planned = refusal ?? (order ? planAct(one, request.act, order) : refused('state', 'no-order'))
  if (isRefusal(planned)) return answer({ state: 'refused', ...planned })
  const outcome = await carryOut(tx, now, seatId, request, planned, one)
  if (outcome) return answer({ state: 'refused', ...outcome })
  const due = dueAfter(planned.state, now)
  const after = caseAfter(one, planned, { id: request.id, at: now, by: request.by, due })
  await tx.append(now, { type: 'case', case: after })
  return answer({ state: 'done' }, after)
}

/** The kill switch and that of the platform, the lease of the customer's chat, whether it is still time, and whether case and order stand as they did. */
export async function mayActOnCase(tx: ReadTx, now: number, seatId: string, one: AfterSaleCase, order: Order | null, { by, act, revision, expects, notAfter }: Request): Promise<Refusal | null> {
  if (notAfter !== undefined && now > notAfter) return refused('stale', 'too-late')
  if (by.kind === 'autopilot') {
    // It grants or hands over, and never refuses a customer.
    if (act.kind !== 'approve') return refused('policy', `autopilot:${act.kind}`)
    if (await autopilotPaused(tx)) return refused('paused', '')
    // The switch of the action is read where the money moves.
    if (await isHeld(tx, 'channel', one.platform)) return refused('paused', `channel:${one.platform}`)
    if (one.conversationId !== null && await tx.conversation(one.conversationId) !== null && (await currentLease(tx, one.conversationId, now))?.seatId !== seatId) return refused('lease', '')
  }
  if (one.revision !== revision) return refused('stale', `case:${one.state}`)
  return order !== null && isStale(expects, order) ? refused('stale', `status:${order.status}`) : null
}

/** Does to the order what the step needs. @returns why it could not be done */
async function carryOut(tx: WriteTx, now: number, seatId: string, { id, caseId, runId, by, expects, notAfter }: Request, { action, step }: Planned, one: AfterSaleCase): Promise<Refusal | null> {
  if (action !== null) {
    // The platform vouches for the customer of a case, whatever their chat has shown.
    const { effect } = await performEffect(tx, now, seatId, demoShop(tx, now), { id, conversationId: null, caseId, runId, action, by, expects, ...(notAfter === undefined ? {} : { notAfter }) })
    if (effect.outcome.state === 'refused') return { reason: effect.outcome.reason, detail: effect.outcome.detail }
  }
  const order = await tx.order(one.orderNo)
  const moved = order && orderAfter(step, one.kind, order)
  if (moved) {
    await tx.putOrder(moved)
    await appendCustomer(tx, now, moved.customerId)
  }
  return null
}
