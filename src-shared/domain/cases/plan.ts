import type { CommerceAction } from '../commerce.ts'
import { actsOf, type AfterSaleCase, type CaseAct, type CaseState, type CaseStep } from '../case.ts'
import { amountOf } from '../commerce.ts'
import type { Refusal } from '../effect.ts'
import type { Order } from '../order.ts'
import type { Money } from '../text.ts'
import { paidFor, stillAsked } from './paid.ts'

/** What an act makes of a case, and what is done to the order for it. */
export interface Planned {
  state: CaseState
  step: CaseStep['step']
  words: string
  reasonCode: string | null
  /** What it grants in money; null: none. */
  amount: Money | null
  proof: CaseStep['proof']
  /** Done in the same transaction, or nothing is; null: the order stays as it is. */
  action: CommerceAction | null
}

const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ reason, detail })
const reasonText = (one: AfterSaleCase): string => one.reason.code

/** What granting the case does to the order; null: nothing that the shop's system knows of. */
function grantOf(one: AfterSaleCase, order: Order, amount: Money): CommerceAction | null {
  const orderNo = one.orderNo
  switch (one.kind) {
    case 'refund-only': case 'dispute': return { kind: 'refund', orderNo, mode: refundMode(order, amount), amount, reason: reasonText(one) }
    case 'return': return { kind: 'return', orderNo, items: one.items, reason: reasonText(one), amount }
    case 'exchange': return { kind: 'exchange', orderNo, items: one.items.map((piece) => ({ ...piece, productId: one.swap?.productId ?? '', variant: one.swap?.variant ?? '' })), reason: reasonText(one) }
    case 'resend': return { kind: 'resend', orderNo, items: one.items, reason: reasonText(one) }
    case 'price-protection': return { kind: 'price-difference', orderNo, amount }
    case 'repair': return { kind: 'book-service', orderNo, service: 'repair', itemIndex: one.items[0]?.index ?? 0, when: '' }
  }
}

/** All of the price ends an order that never left, or leaves the goods with the customer; less than that is a part. */
function refundMode({ status, total }: Order, { amount }: Money): 'full' | 'partial' | 'only' {
  if (amount < total.amount) return 'partial'
  if (status === 'paid') return 'full'
  return status === 'shipped' ? 'partial' : 'only'
}

const GOODS_BACK: ReadonlySet<AfterSaleCase['kind']> = new Set<AfterSaleCase['kind']>(['return', 'exchange', 'repair'])
const nothing: Pick<Planned, 'words' | 'reasonCode' | 'amount' | 'proof' | 'action'> = { words: '', reasonCode: null, amount: null, proof: [], action: null }

/** Paying back a return is one step later than agreeing to it. */
const refundOfReturn = (one: AfterSaleCase, amount: Money): CommerceAction => ({ kind: 'refund', orderNo: one.orderNo, mode: 'partial', amount, reason: reasonText(one) })

/** One damage is paid once: no money, and not more than what is left of what was asked. */
function overpays(one: AfterSaleCase, order: Order, action: CommerceAction | null): Refusal | null {
  const amount = action && amountOf(action)
  if (!amount) return null
  const [earlier] = paidFor(one, order)
  if (!earlier || amount.amount <= stillAsked(one, order).amount) return null
  return refused('already', `${earlier.by}:${earlier.kind}:${earlier.amount.amount}`)
}

function approve(one: AfterSaleCase, order: Order, given: Money | null): Planned | Refusal {
  const pays = one.asked.amount > 0
  const amount = given ?? one.asked
  if (amount.currency !== one.asked.currency || amount.amount > one.asked.amount || (pays && amount.amount <= 0)) return refused('amount', `left:${one.asked.amount}`)
  const goodsHere = one.state === 'not-ok'
  const action = goodsHere ? (one.kind === 'return' ? refundOfReturn(one, amount) : null) : grantOf(one, order, amount)
  const planned: Planned = { ...nothing, state: GOODS_BACK.has(one.kind) && !goodsHere ? 'goods-coming' : 'granted', step: 'approved', amount: pays ? amount : null, action }
  return overpays(one, order, action) ?? planned
}

/** What was agreed on when the goods were still with the customer. */
const agreed = (one: AfterSaleCase): Money => one.history.findLast(({ step }) => step === 'approved')?.amount ?? one.asked

function inspected(one: AfterSaleCase, order: Order, ok: boolean, note: string): Planned | Refusal {
  if (!ok && note === '') return refused('state', 'note-missing')
  if (!ok) return { ...nothing, state: 'not-ok', step: 'inspected-not-ok', words: note }
  const action = one.kind === 'return' ? refundOfReturn(one, agreed(one)) : null
  return overpays(one, order, action) ?? { ...nothing, state: 'granted', step: 'inspected-ok', words: note, amount: action ? agreed(one) : null, action }
}

/** What an act would do, or why it may not. Pure: the window offers by it and the gateway does by it. */
export function planAct(one: AfterSaleCase, act: CaseAct, order: Order): Planned | Refusal {
  if (!actsOf(one.state).includes(act.kind)) return refused('state', `case:${one.state}`)
  switch (act.kind) {
    case 'approve': return approve(one, order, act.amount)
    case 'refuse': return one.refuseReasons.some(({ code }) => code === act.reasonCode) ? { ...nothing, state: 'refused', step: 'refused', words: act.words, reasonCode: act.reasonCode, proof: act.proof } : refused('state', 'reason-unknown')
    case 'ask': return { ...nothing, state: 'asked', step: 'asked', words: act.words }
    case 'received': return { ...nothing, state: 'to-inspect', step: 'received' }
    case 'inspected': return inspected(one, order, act.ok, act.note)
  }
}

/** How the order's own after-sale stands after this step; null: as it is. */
export function orderAfter(step: CaseStep['step'], kind: AfterSaleCase['kind'], order: Order): Order | null {
  const { afterSale } = order
  if (afterSale === null || afterSale.status === 'paid' || afterSale.status === 'closed') return null
  const status = step === 'received' ? 'inspecting' : step === 'inspected-ok' && kind !== 'return' ? 'closed' : null
  return status === null ? null : { ...order, afterSale: { ...afterSale, status }, revision: (order.revision ?? 0) + 1 }
}

/** The case after a step that was taken. `due`: what the platform says of the next one. */
export function caseAfter(one: AfterSaleCase, planned: Planned, made: { id: string; at: number; by: CaseStep['by']; due: AfterSaleCase['due'] }): AfterSaleCase {
  const { state, step, words, reasonCode, amount, proof } = planned
  return { ...one, state, due: made.due, revision: one.revision + 1, history: [...one.history, { id: made.id, at: made.at, by: made.by, step, words, reasonCode, amount, proof }] }
}
