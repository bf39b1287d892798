import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import { actsOf, type AfterSaleCase, type CaseAct } from '../../../src-shared/domain/case.ts'
import { planAct } from '../../../src-shared/domain/cases/plan.ts'
import type { ActionPolicy, Decision } from '../../../src-shared/domain/policy.ts'
import { caseFacts } from '../../domain/cases/facts.ts'
import { decide } from '../../domain/policy/decide.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import type { Engine } from '../context.ts'
import { holdsLease } from '../lease.ts'
import { linkedConversation } from './linked-conversation.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const APPROVE: CaseAct = { kind: 'approve', amount: null }

/** What the policy says of granting a case in full, and the row that says it; null: there is nothing to grant now. */
export interface CaseDecision { decision: Decision; row: ActionPolicy | null }

/** Decides by what is known now. @param lease does this desk hold the customer's chat, or could it? */
export function decideCase(engine: Engine, one: AfterSaleCase, lease: 'as-it-is' | 'if-held' = 'as-it-is'): CaseDecision | null {
  const { store, clock } = engine
  const policy = store.shop.policies()[0]
  const order = store.shop.order(one.orderNo)
  if (!policy || !order || !actsOf(one.state).includes('approve')) return null
  const planned = planAct(one, APPROVE, order)
  if (isRefusal(planned)) return { decision: { decision: 'review', rules: [`shop:${planned.reason}`], wouldNeed: [planned.detail] }, row: null }
  if (planned.action === null) return null
  const now = clock.now()
  const conversationId = linkedConversation(engine, one)
  const { kind: name, ...kwargs } = planned.action
  const facts = caseFacts(one, {
    order, customer: store.shop.customer(one.customerId),
    verdict: engine.triage({ text: one.words, at: one.openedAt, attachments: one.pictures.length, history: [], products: engine.products(), promises: 'none', orderStatuses: [order.status] }),
    effects: store.afterSales.effectsSince(now - DAY_MS), orderOf: (no) => store.shop.order(no),
    now, paused: autopilotPaused(engine), online: engine.live.caughtUp,
    holdsLease: conversationId === null || lease === 'if-held' || holdsLease(engine, conversationId),
  })
  return { decision: decide(facts, policy, { name, kwargs }), row: policy.actions?.[name] ?? null }
}
