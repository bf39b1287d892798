import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import type { Engine } from '../context.ts'
import { deskState } from '../inbox.ts'
import { takeLease } from '../lease.ts'
import { keepWish } from './act-on-case.ts'
import { decideCase } from './decide-case.ts'
import { linkedConversation } from './linked-conversation.ts'

/**
 * Considers one case for autopilot: pure decision first, then the lease of the customer's chat, then the same decision with
 * the lease in hand. Anything but `auto` leaves the case, and what the policy says of it, to a person.
 */
export async function settleCase(engine: Engine, one: AfterSaleCase): Promise<void> {
  const { store, clock } = engine
  if (store.afterSales.waiting().has(one.id) || store.afterSales.tried(one.id, one.revision)) return
  if (decideCase(engine, one, 'if-held')?.decision.decision !== 'auto') return
  const conversationId = linkedConversation(engine, one)
  if (conversationId !== null && !(await takeLease(engine, conversationId))) return
  const now = store.afterSales.get(one.id)
  const decided = now?.revision === one.revision && !store.afterSales.waiting().has(one.id) ? decideCase(engine, now) : null
  if (decided?.decision.decision !== 'auto') return
  const at = clock.now()
  const wish: CaseWish = {
    id: engine.newId(), caseId: one.id, act: { kind: 'approve', amount: null }, revision: one.revision, by: { kind: 'autopilot', name: deskState(engine).shop.zh }, state: 'undo',
    askedAt: at, sendAt: at + (decided.row?.level === 'act' ? 0 : (decided.row?.undoSeconds ?? 10) * 1000), decision: decided.decision, refusal: null,
  }
  keepWish(engine, wish, 'case-autopilot')
}
