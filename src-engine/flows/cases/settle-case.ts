import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import { recordOf } from '../autonomy/record-decision.ts'
import type { Engine } from '../context.ts'
import { deskState } from '../inbox.ts'
import { takeLease } from '../lease.ts'
import { keepWish } from './act-on-case.ts'
import { decideCase, type CaseDecision } from './decide-case.ts'
import { linkedConversation } from './linked-conversation.ts'

/** Keeps a decision about a case as it stands, with what it was made of; the same again is kept once. Must run inside a transaction. @param wishId the step that comes of it */
function keep(engine: Engine, one: AfterSaleCase, { decision, made }: CaseDecision, wishId: string | null): void {
  const kept = made && recordOf(engine, { ...made, conversationId: one.id, basedOnSeq: one.revision, decision, reply: '' }, wishId, () => false)
  if (kept) engine.store.decisions.add(kept)
}

/** Is this kept already of the case as it stands? */
function isKept({ store }: Engine, { id, revision }: AfterSaleCase, { decision, made }: CaseDecision): boolean {
  const known = made?.request && store.decisions.about(id, revision, `action:${made.request.name}`)
  return known ? JSON.stringify(known.decision) === JSON.stringify(decision) : false
}

/**
 * Considers one case for autopilot: pure decision first, then the lease of the customer's chat, then the same decision with
 * the lease in hand. Anything but `auto` leaves the case, and what the policy says of it, to a person, and is kept all the
 * same: what people do then speaks for a higher level, or against it. @param paid orders with money back, read once for many cases
 */
export async function settleCase(engine: Engine, one: AfterSaleCase, paid: readonly Order[]): Promise<void> {
  const { store, clock } = engine
  if (store.afterSales.waiting().has(one.id) || store.afterSales.tried(one.id, one.revision)) return
  const silent = decideCase(engine, one, 'if-held', paid)
  if (silent?.decision.decision !== 'auto') {
    if (silent && !isKept(engine, one, silent)) store.transaction(() => keep(engine, one, silent, null))
    return
  }
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
  keepWish(engine, wish, 'case-autopilot', () => keep(engine, one, decided, wish.id))
}
