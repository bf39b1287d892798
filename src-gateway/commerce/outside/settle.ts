import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { caseAfter, planAct } from '../../../src-shared/domain/cases/plan.ts'
import type { Effect } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { appendCustomer } from '../../identity.ts'
import type { Intent } from '../../store/shops.ts'
import type { WriteTx } from '../../store/store.ts'
import { appendEffect, knownEffect } from '../perform-effect.ts'
import { caseOf } from './begin.ts'
import { tellHalfDone } from './hand-to-person.ts'

/** What the shop shows afterwards; null where it could not be read, and the next reading of its news brings it. */
export interface After { order: Order | null; case: AfterSaleCase | null }

/**
 * Writes the outcome and removes the intent, in one transaction: order, effect and case come to every desk together. What was
 * refused is not counted as paid.
 */
export async function settle(tx: WriteTx, now: number, intent: Intent, said: Effect['outcome'], after: After): Promise<void> {
  if (await tx.shops.intent(intent.id) === null) return
  const isHalf = said.state === 'refused' && intent.warehouse?.state === 'stopped'
  // The warehouse stopped it and the platform did not follow: no desk may take that for nothing done.
  const outcome: Effect['outcome'] = isHalf && said.state === 'refused' ? { ...said, detail: `warehouse:half:${said.detail}`.slice(0, 300) } : said
  if (isHalf) await tellHalfDone(tx, now, intent)
  await tx.shops.removeIntent(intent.id)
  if (outcome.state === 'refused') await tx.shops.uncountSpending(intent.id)
  if (after.order !== null) await tx.putOrder(after.order)
  const order = after.order ?? await tx.order(intent.orderNo)
  if (order !== null && await tx.customer(order.customerId) !== null) await appendCustomer(tx, now, order.customerId)
  if (intent.effect !== null && await knownEffect(tx, intent.effect) === null) await appendEffect(tx, now, intent.seatId, intent.effect, outcome)
  if (intent.caseAct !== null) await settleCase(tx, now, intent, outcome, after)
}

/** Under which name a connection remembers that a step was refused. */
export const refusedStep = (id: string): string => `refused:${id}`

/** Our own step stands in the history; state and deadline are the platform's where it could be read. */
async function settleCase(tx: WriteTx, now: number, { id, connectionId, caseAct, before }: Intent, outcome: Effect['outcome'], after: After): Promise<void> {
  const one = caseAct && await caseOf(tx, caseAct.caseId)
  const order = before ?? (one && await tx.order(one.orderNo))
  if (!caseAct || !one) return
  if (outcome.state === 'refused') {
    // A refused step leaves no trace in the case: without this the same id would be tried anew.
    await tx.shops.putValue(connectionId, refusedStep(id), JSON.stringify({ reason: outcome.reason, detail: outcome.detail }))
    if (after.case && after.case.state !== one.state) await tx.append(now, { type: 'case', case: { ...one, state: after.case.state, due: after.case.due, revision: one.revision + 1 } })
    return
  }
  const planned = order && planAct(one, caseAct.act, order)
  if (!planned || isRefusal(planned)) return
  const stepped = caseAfter(one, planned, { id, at: now, by: caseAct.by, due: null })
  await tx.append(now, { type: 'case', case: after.case ? { ...stepped, state: after.case.state, due: after.case.due } : stepped })
}
