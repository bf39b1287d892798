import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { planAct, type Planned } from '../../../src-shared/domain/cases/plan.ts'
import { amountOf, PAYING_KINDS, type ActionKind } from '../../../src-shared/domain/commerce.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { SeatParams } from '../../../src-shared/wire/seat.ts'
import { mayActOnCase } from '../../cases/act-on-case.ts'
import { refuse } from '../../refusals.ts'
import type { Intent } from '../../store/shops.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'
import { refusalOf } from '../perform-effect.ts'
import { countSpending } from '../spending.ts'

type EffectRequest = SeatParams<'perform'>
type CaseRequest = SeatParams<'case.act'>

/** Of these no two are ever under way for one order: money or goods would leave twice. */
const MOVES: ReadonlySet<ActionKind> = new Set<ActionKind>([...PAYING_KINDS, 'cancel', 'change-items', 'exchange', 'resend', 'intercept'])

export async function caseOf(tx: ReadTx, id: string): Promise<AfterSaleCase | null> {
  const state = await tx.state('case', id)
  return state?.type === 'case' ? state.case : null
}

/** What a step of a case does to its order, as an effect under the step's own id; the platform vouches for its customer. */
export function effectOfStep({ id, caseId, runId, by, expects, notAfter }: CaseRequest, { action }: Planned): EffectRequest | null {
  return action && { id, conversationId: null, caseId, runId, action, by, expects, ...(notAfter === undefined ? {} : { notAfter }) }
}

async function inTheWay(tx: ReadTx, intent: Intent): Promise<Refusal | null> {
  const { effect } = intent
  if (effect === null || !MOVES.has(effect.action.kind)) return null
  const other = (await tx.shops.intentsOf(intent.orderNo)).find((one) => one.id !== intent.id && one.effect !== null && MOVES.has(one.effect.action.kind))
  return other?.effect ? { reason: 'already', detail: `under-way:${other.effect.action.kind}` } : null
}

/** Every check of docs/commerce.md that needs no shop, for an effect or a step of a case; null: it may be done. */
export async function refusalOfIntent(tx: ReadTx, now: number, intent: Intent, order: Order | null): Promise<Refusal | null> {
  const { seatId, effect, caseAct } = intent
  if (caseAct !== null) {
    const one = await caseOf(tx, caseAct.caseId)
    if (one === null) return { reason: 'state', detail: 'no-case' }
    const refusal = await mayActOnCase(tx, now, seatId, one, order, caseAct)
    if (refusal) return refusal
    const planned = order ? planAct(one, caseAct.act, order) : { reason: 'state' as const, detail: 'no-order' }
    if (isRefusal(planned)) return planned
  }
  return await inTheWay(tx, intent) ?? (effect && await refusalOf(tx, now, seatId, effect, order))
}

/** Keeps what is about to be done, its money counted, or says why it may not be done; then nothing is kept. */
export async function keepIntent(tx: WriteTx, now: number, intent: Intent): Promise<Refusal | null> {
  const order = await tx.order(intent.orderNo)
  const refusal = await refusalOfIntent(tx, now, intent, order)
  if (refusal) return refusal
  await count(tx, now, intent, order)
  await tx.shops.putIntent(intent)
  return null
}

/** Longer than the slowest call to a shop or a warehouse with all its tries: whoever holds a claim is then dead. Milliseconds. */
export const CLAIM_MS = 90_000

/**
 * The same checks once more against the order as the shop has it now, its own money not counted against it. The claim begins anew.
 * @param next what is kept: from here on the shop, or its warehouse, may have been asked
 */
export async function markAsked(tx: WriteTx, now: number, intent: Intent, fresh: Order | null, next: Partial<Intent>): Promise<Refusal | { intent: Intent }> {
  await tx.shops.uncountSpending(intent.id)
  const refusal = await refusalOfIntent(tx, now, intent, fresh)
  if (refusal) return refusal
  await count(tx, now, intent, fresh)
  const kept: Intent = { ...intent, before: fresh, claim: intent.claim && { ...intent.claim, until: now + CLAIM_MS }, ...next }
  await tx.shops.putIntent(kept)
  return { intent: kept }
}

async function count(tx: WriteTx, now: number, { effect }: Intent, order: Order | null): Promise<void> {
  const paid = effect && amountOf(effect.action)
  if (effect && paid && order) await countSpending(tx, now, order, effect, paid.amount)
}

/** An intent that a seat asks for again must be the same one. @throws AppError `id-taken` */
export function sameWish(intent: Intent, effect: EffectRequest | null, caseAct: CaseRequest | null): void {
  const told = (one: EffectRequest | null, act: CaseRequest | null): string => JSON.stringify(act ? [act.caseId, act.act] : [one?.action])
  if (told(intent.effect, intent.caseAct) !== told(effect, caseAct)) throw refuse('id-taken')
}
