import type { ThreadEffect } from '../../src-shared/contract/commerce.ts'
import type { Engine } from './context.ts'
import { undoNow } from './order-actions.ts'

/** What was done to the orders of a conversation, and what waits to be done, oldest first. */
export function threadEffects(engine: Engine, conversationId: string): ThreadEffect[] {
  return engine.store.effects.of(conversationId).flatMap(({ wish, effect }): ThreadEffect[] => {
    if (effect) {
      const { id, action, by, at, outcome } = effect
      const refusal = outcome.state === 'refused' ? { reason: outcome.reason, detail: outcome.detail } : null
      return [{ id, action, by, at, state: outcome.state, reference: outcome.state === 'done' ? outcome.reference : null, refusal, undo: undoNow(engine, id) !== null }]
    }
    return wish ? [{ id: wish.id, action: wish.action, by: wish.by, at: wish.askedAt, state: 'waiting', reference: null, refusal: null, undo: false }] : []
  })
}
