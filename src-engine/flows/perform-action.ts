import { undoOf } from '../../src-shared/domain/after-sales/undo.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { WishedEffect } from '../store/effects.ts'
import { heldBack } from './autonomy/held-back.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'

/** An automatic action that has not reached the gateway by then was decided on an older world. */
const AUTOMATIC_MS = 2 * 60_000

export interface ActionWish {
  /** Made and stored before; the same id again is the same action. */
  id: string
  conversationId: string | null
  caseId: string | null
  runId: string | null
  action: CommerceAction
  by: { kind: 'agent' | 'autopilot'; name: string }
}

/**
 * Asks the gateway to do something to an order, once per id, durably: after a crash it is asked again, and the gateway
 * answers as the first time. Offline a person's wish waits; an automatic one is never kept for later. What comes of it
 * stands in `store.effects.get(id)`, null until then.
 * @throws AppError `offline`, `paused` (both retryable): an automatic action that was not taken up
 */
export function performAction(engine: Engine, { id, conversationId, caseId, runId, action, by }: ActionWish): void {
  const { store } = engine
  const automatic = by.kind === 'autopilot'
  if (automatic && store.effects.row(id) === null) mayBegin(engine, action.kind, conversationId)
  const now = engine.clock.now()
  const wish = { id, conversationId, caseId, runId, action, by: { ...by, seatId: engine.seatId }, askedAt: now }
  const asked = store.transaction(() => {
    if (!noteWish(engine, wish)) return false
    askToPerform(engine, wish, automatic ? now + AUTOMATIC_MS : undefined)
    return true
  })
  if (!asked) return
  if (conversationId !== null) engine.publish({ kind: 'context', conversationId })
  engine.wake('outbox')
}

/** Writes down that it is wished, with what would take it back. Must run inside a transaction. @returns false where it was wished before */
export function noteWish({ store }: Engine, wish: WishedEffect): boolean {
  const order = orderOf(store, wish.action)
  return store.effects.ask(wish, order && undoOf(wish.action, order))
}

/** Leaves it to the line, as the order stands now. Must run inside a transaction. @param notAfter gateway time; later than that it is not done any more */
export function askToPerform({ store, clock }: Engine, { id, conversationId, caseId, runId, action, by: { kind, name } }: WishedEffect, notAfter?: number): void {
  const order = orderOf(store, action)
  const params: SeatParams<'perform'> = {
    id, conversationId, caseId, runId, action, by: { kind, name }, ...(notAfter === undefined ? {} : { notAfter }),
    expects: order && { status: order.status, revision: order.revision ?? 0 },
  }
  store.commands.add({ id, call: 'perform', params })
  store.audit.add(clock.now(), 'action-asked', id, action.kind)
}

const orderOf = (store: Engine['store'], action: CommerceAction): Order | null => (action.orderNo === null ? null : store.shop.order(action.orderNo))

function mayBegin(engine: Engine, kind: string, conversationId: string | null): void {
  const channel = conversationId === null ? null : engine.store.conversations.get(conversationId)?.conversation.channel ?? null
  if (autopilotPaused(engine) || heldBack(engine, { action: kind, channel })) throw new AppError({ code: 'paused', retryable: true, say: { zh: '自动处理已暂停，这一步没有执行。', en: 'Autopilot is paused; this step was not taken.' } })
  if (!engine.live.caughtUp) throw new AppError({ code: 'offline', retryable: true, say: { zh: '现在没有连上网关，自动处理不会离线执行。', en: 'The line is away; autopilot does nothing offline.' } })
}
