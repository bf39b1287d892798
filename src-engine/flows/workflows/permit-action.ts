import { amountOf, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision } from '../../../src-shared/domain/policy.ts'
import { buyerRisk } from '../../domain/policy/buyer-risk.ts'
import { decide } from '../../domain/policy/decide.ts'
import { paidBefore } from '../../domain/policy/paid-before.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Engine } from '../context.ts'
import { messageFacts } from '../settle-routine.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Messages that may hold the customer's pictures of this matter. */
const TURNS = 60

/**
 * May this step of a run be done without a person? The policy's word, over everything the desk knows: the conversation as
 * for a reply, the order, what was paid before, the buyer, and what the customer agreed to in this run.
 */
export function permitAction(engine: Engine, run: WorkflowRun, action: CommerceAction): Decision {
  const [policy] = engine.store.shop.policies()
  const record = engine.store.conversations.get(run.conversationId)
  if (!policy || !record) return { decision: 'draft', rules: ['no-policy'], wouldNeed: ['a policy'] }
  return decide({ ...messageFacts(engine, record), ...runFacts(engine, run), ...orderFacts(engine, action) }, policy, { name: action.kind, kwargs: { ...action } })
}

/** What the run itself established. Its own questions are no failed tries, and its matter is not what the last word was about. */
function runFacts({ store }: Engine, run: WorkflowRun): Partial<Facts> {
  const trigger = run.flow.nodes.find((node) => node.type === 'trigger')
  const agreed = Object.values(run.state.values).some((value) => value.type === 'yes-no' && value.value)
  const sent = store.messages.page(run.conversationId, null, TURNS).some(({ message }) => message.author.kind === 'customer' && message.recalledAt === undefined && message.attachments.length > 0)
  return {
    attempts: 0, otherTopics: [], asked: true, confirmed: agreed, evidence: sent ? ['photo'] : [],
    ...(trigger?.type === 'trigger' && trigger.topics[0] ? { intent: trigger.topics[0] } : {}),
    // What was spelt out and agreed to is beyond any guess.
    ...(agreed ? { intentConfidence: 1 } : {}),
  }
}

function orderFacts({ store, clock }: Engine, action: CommerceAction): Partial<Facts> {
  const order = action.orderNo === null ? null : store.shop.order(action.orderNo)
  if (!order) return { orderStatus: null, orderCertain: false }
  const now = clock.now()
  const customer = store.shop.customer(order.customerId)
  const automatic = store.effects.doneSince(now - DAY_MS).filter(({ by }) => by.kind === 'autopilot').flatMap(({ action: done }) => amountOf(done) ?? [])
  return {
    orderStatus: order.status, orderCertain: true, amount: amountOf(action), customerLevel: customer?.level ?? null, blacklisted: customer?.blacklisted ?? false,
    risk: buyerRisk(store.shop.orders(order.customerId), now),
    daysSinceDelivery: order.deliveredAt === null ? null : (now - order.deliveredAt) / DAY_MS,
    ...paidBefore(order, store.shop.paidOrders(), { amount: automatic.reduce((sum, { amount }) => sum + amount, 0), count: automatic.length }, now),
  }
}
