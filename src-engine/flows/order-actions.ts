import { apply, isRefusal, priceFall } from '../../src-shared/domain/after-sales/apply.ts'
import { stockOf, type Goods } from '../../src-shared/domain/after-sales/goods.ts'
import { leftToGive } from '../../src-shared/domain/after-sales/money.ts'
import { stateRefusal, type ActionMode } from '../../src-shared/domain/after-sales/states.ts'
import { withPaid } from '../../src-shared/domain/cases/paid.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ActionChoice, ActionPreview } from '../../src-shared/contract/commerce.ts'
import { ACTION_KINDS, PAYING_KINDS, type ActionKind, type CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { ReviewWhy } from '../../src-shared/domain/review.ts'
import type { Money } from '../../src-shared/domain/text.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { ownSeat } from './own-seat.ts'
import { proposedInstead } from './proposed-instead.ts'
import { noteWish, performAction } from './perform-action.ts'
import { askReview } from './reviews/ask-review.ts'
import { whyActionWaits } from './reviews/reasons.ts'

const MODES: Partial<Record<ActionKind, readonly ActionMode[]>> = { refund: ['full', 'partial', 'only'], invoice: ['issue', 'resend', 'change'] }

const notFound = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '这个会话里没有这个订单。', en: 'This conversation has no such order.' } })

/** The order, with what platform or insurer paid for it in a case. @throws AppError `not-found` when it is not one of this conversation's verified customer */
function orderOf({ store }: Engine, conversationId: string, orderNo: string): Order {
  const conversation = store.conversations.get(conversationId)?.conversation
  const order = store.shop.order(orderNo)
  if (!order || !conversation || conversation.verification === 'none' || order.customerId !== conversation.customerId) throw notFound()
  return withPaid(order, store.afterSales.ofOrder(order))
}

const goodsOf = ({ store }: Engine): Goods => new Map(store.shop.products().map((product) => [product.id, product]))

/** The highest amount of an action; null: it has none, or nothing is left to give. */
function mostOf(kind: ActionKind, order: Order, goods: Goods): Money | null {
  if (kind === 'carrier-claim') return order.total
  if (!PAYING_KINDS.has(kind)) return null
  const left = leftToGive(order)
  const agreed = kind === 'refund' && order.status === 'refunding' && order.afterSale?.kind === 'return' ? order.afterSale.amount.amount : left.amount
  const most = kind === 'price-difference' ? priceFall(order, goods) : agreed
  return { ...left, amount: Math.min(left.amount, most) }
}

/** What may be done to an order as it stands, with the limits of each. */
export function orderActions(engine: Engine, { conversationId, orderNo }: CallParams<'action.choices'>): CallResult<'action.choices'> {
  const order = orderOf(engine, conversationId, orderNo)
  const goods = goodsOf(engine)
  const proposed = proposedInstead(engine, conversationId, orderNo)
  const choices = ACTION_KINDS.flatMap((kind) => (MODES[kind] ?? [null]).flatMap((mode): ActionChoice[] => {
    const most = mostOf(kind, order, goods)
    return (stateRefusal(kind, mode, order) !== null && kind !== proposed) || most?.amount === 0 ? [] : [{ kind, mode, most }]
  }))
  const swaps = order.items.flatMap(({ productId }) => {
    const product = goods.get(productId)
    return [{ productId, variants: product ? product.variants.map((name, at) => ({ name, stock: stockOf(product, at) })) : [] }]
  })
  return { choices, swaps, left: leftToGive(order) }
}

/** What an action would do, in money and goods. */
export function previewAction(engine: Engine, { conversationId, action }: CallParams<'action.preview'>): ActionPreview {
  if (action.orderNo === null) throw notFound()
  const order = orderOf(engine, conversationId, action.orderNo)
  // The warehouse knows of a parcel that the platform does not show yet; it pays nothing and moves no goods.
  if (action.kind === 'intercept' && proposedInstead(engine, conversationId, action.orderNo) === 'intercept') return { refusal: null, pays: null, status: order.status, goods: [] }
  const goods = goodsOf(engine)
  const outcome = apply(action, order, { id: 'preview', now: engine.clock.now(), by: '', goods })
  if (isRefusal(outcome)) return { refusal: outcome, pays: null, status: order.status, goods: [] }
  return {
    refusal: null, pays: outcome.pays, status: outcome.order.status,
    goods: outcome.stock.flatMap(({ productId, variant, pieces }) => {
      const product = goods.get(productId)
      const name = product?.variants[variant]
      return product && name ? [{ title: product.title, variant: name, pieces }] : []
    }),
  }
}

/** Waits for a supervisor: shown as waiting, and done once it is approved. Offline the request waits too. */
function wishForReview(engine: Engine, id: string, conversationId: string, action: CommerceAction, why: ReviewWhy[]): void {
  const { store } = engine
  const by = { kind: 'agent' as const, name: ownSeat(engine).name, seatId: engine.seatId }
  const basedOnSeq = store.conversations.get(conversationId)?.lastCustomerSeq ?? 0
  store.transaction(() => {
    if (!noteWish(engine, { id, conversationId, caseId: null, runId: null, action, by, askedAt: engine.clock.now() })) return
    askReview(engine, { id, conversationId, subject: { kind: 'action', action, runId: null }, why, findings: [], basedOnSeq })
  })
  engine.publish({ kind: 'context', conversationId })
  engine.wake('outbox')
}

/** A person at this desk wishes it. @throws AppError `not-found` */
export function performByPerson(engine: Engine, { id, conversationId, action }: CallParams<'action.perform'>): void {
  if (action.orderNo !== null) orderOf(engine, conversationId, action.orderNo)
  const why = whyActionWaits(engine, action)
  if (why.length > 0) return wishForReview(engine, id, conversationId, action, why)
  performAction(engine, { id, conversationId, caseId: null, runId: null, action, by: { kind: 'agent', name: ownSeat(engine).name } })
}

/** The action that takes an effect of this desk back as the order stands now; null: nothing does. */
export function undoNow({ store, seatId }: Engine, effectId: string): CommerceAction | null {
  const row = store.effects.row(effectId)
  const undo = row?.undo
  if (!undo || row.effect?.outcome.state !== 'done' || row.effect.by.seatId !== seatId) return null
  const order = store.shop.order(undo.orderNo ?? '')
  // What was done to it since was done by somebody who saw how it stood.
  if (order?.doings?.at(-1)?.id !== effectId) return null
  return stateRefusal(undo.kind, null, order) === null ? undo : null
}

/** @throws AppError `not-found` when it cannot be taken back (any more) */
export function undoAction(engine: Engine, { id, conversationId, effectId }: CallParams<'action.undo'>): void {
  const action = undoNow(engine, effectId)
  if (action === null) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '这一步已经不能撤回了，请按现在的订单另行处理。', en: 'This can no longer be taken back; act on the order as it stands now.' } })
  performByPerson(engine, { id, conversationId, action })
}
