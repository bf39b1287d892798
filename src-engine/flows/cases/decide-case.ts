import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import { actsOf, type AfterSaleCase, type CaseAct } from '../../../src-shared/domain/case.ts'
import { withPaid } from '../../../src-shared/domain/cases/paid.ts'
import { planAct } from '../../../src-shared/domain/cases/plan.ts'
import { matchIncident } from '../../../src-shared/domain/incident-match.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { ActionPolicy, Decision } from '../../../src-shared/domain/policy.ts'
import { caseFacts } from '../../domain/cases/facts.ts'
import { decide } from '../../domain/policy/decide.ts'
import { heldBack } from '../autonomy/held-back.ts'
import type { Made } from '../autonomy/record-decision.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import type { Engine } from '../context.ts'
import { openIncidents } from '../incidents/board.ts'
import { holdsLease } from '../lease.ts'
import { paidByAutopilot } from '../paid-by-autopilot.ts'
import { linkedConversation } from './linked-conversation.ts'

const APPROVE: CaseAct = { kind: 'approve', amount: null }

/** What the policy says of granting a case in full, the row that says it, and what it was decided on; `made` null: the case itself does not allow it. */
export interface CaseDecision { decision: Decision; row: ActionPolicy | null; made: Pick<Made, 'facts' | 'policy' | 'request'> | null }

/**
 * Decides by what is known now; null: there is nothing to grant.
 * @param lease does this desk hold the customer's chat, or could it? @param paid orders with money back, where somebody has just read them
 */
export function decideCase(engine: Engine, one: AfterSaleCase, lease: 'as-it-is' | 'if-held' = 'as-it-is', paid: readonly Order[] = engine.store.shop.paidOrders()): CaseDecision | null {
  const { store, clock } = engine
  const policy = store.shop.policies()[0]
  const order = store.shop.order(one.orderNo)
  if (!policy || !order || !actsOf(one.state).includes('approve')) return null
  const planned = planAct(one, APPROVE, order)
  if (isRefusal(planned)) return { decision: { decision: 'review', rules: [`shop:${planned.reason}`], wouldNeed: [planned.detail] }, row: null, made: null }
  if (planned.action === null) return null
  const conversationId = linkedConversation(engine, one)
  // All of it is the platform's and the shop's codes and numbers: nothing a customer wrote.
  const { kind: name, ...kwargs } = planned.action
  const isHeld = openIncidents(engine).some((incident) => incident.autopilot === 'draft' && matchIncident(incident, { orders: [order], topics: [], aboutOrder: order.no }) !== null)
  const facts = caseFacts(one, {
    order: withPaid(order, store.afterSales.ofOrder(order)), customer: store.shop.customer(one.customerId), own: store.shop.orders(one.customerId), paid, shop: paidByAutopilot(engine),
    verdict: engine.triage({ text: one.words, at: one.openedAt, attachments: one.pictures.length, history: [], products: engine.products(), promises: 'none', orderStatuses: [order.status] }),
    now: clock.now(), paused: autopilotPaused(engine) || heldBack(engine, { action: name, channel: one.platform }) !== null, online: engine.live.caughtUp,
    ...(isHeld ? { heldBy: 'incident' } : {}),
    holdsLease: conversationId === null || lease === 'if-held' || holdsLease(engine, conversationId),
  })
  const request = { name, kwargs }
  return { decision: decide(facts, policy, request), row: policy.actions?.[name] ?? null, made: { facts, policy, request } }
}
