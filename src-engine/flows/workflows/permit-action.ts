import { withPaid } from '../../../src-shared/domain/cases/paid.ts'
import { amountOf, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { isWatched } from '../../../src-shared/domain/customer.ts'
import { HELPING_ACTIONS } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision } from '../../../src-shared/domain/policy.ts'
import { buyerRisk } from '../../domain/policy/buyer-risk.ts'
import { decide } from '../../domain/policy/decide.ts'
import { paidBefore } from '../../domain/policy/paid-before.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import { heldBack } from '../autonomy/held-back.ts'
import { recordOf } from '../autonomy/record-decision.ts'
import type { Engine } from '../context.ts'
import { paidByAutopilot } from '../paid-by-autopilot.ts'
import { messageFacts } from '../settle-routine.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Fields of actions that hold words or personal data. */
const WORDS: ReadonlySet<string> = new Set(['reason', 'address', 'title', 'taxId', 'email', 'text', 'when', 'method'])
/** Messages that may hold the customer's pictures, or a parcel's number, of this matter. */
const TURNS = 60

/**
 * May this step of a run be done without a person? The policy's word, over everything the desk knows: the conversation as
 * for a reply, the order, what was paid before, the buyer, and what the customer agreed to in this run. Kept with all of it,
 * so that it can be decided again.
 */
export function permitAction(engine: Engine, run: WorkflowRun, action: CommerceAction): Decision {
  const [policy] = engine.store.shop.policies()
  const record = engine.store.conversations.get(run.conversationId)
  if (!policy || !record) return { decision: 'draft', rules: ['no-policy'], wouldNeed: ['a policy'] }
  const said = { ...messageFacts(engine, record), ...runFacts(engine, run, action) }
  const facts: Facts = { ...said, ...orderFacts(engine, action), paused: said.paused || heldBack(engine, { intent: said.intent, action: action.kind }) !== null }
  const request = { name: action.kind, kwargs: withoutWords(action) }
  const decision = decide(facts, policy, request)
  engine.store.transaction(() => {
    const made = { conversationId: run.conversationId, basedOnSeq: record.lastCustomerSeq, facts, policy, request, decision, reply: '' }
    const kept = recordOf(engine, made, decision.decision === 'auto' ? run.id : null, () => false)
    if (kept) engine.store.decisions.add(kept)
  })
  return decision
}

/** What of an action a policy may look at and a record may keep: neither a customer's words nor where they live. */
function withoutWords(action: CommerceAction): Record<string, unknown> {
  return Object.fromEntries(Object.entries(action).filter(([name]) => !WORDS.has(name)))
}

/** What the run itself established. Its own questions are no failed tries, and its matter is not what the last word was about. */
function runFacts({ store }: Engine, run: WorkflowRun, { kind }: CommerceAction): Partial<Facts> {
  const trigger = run.flow.nodes.find((node) => node.type === 'trigger')
  const agreed = Object.values(run.state.values).some((value) => value.type === 'yes-no' && value.value)
  const said = store.messages.page(run.conversationId, null, TURNS).filter(({ message }) => message.author.kind === 'customer' && message.recalledAt === undefined)
  const evidence = [...(said.some(({ message }) => message.attachments.length > 0) ? ['photo'] : []), ...(said.some(({ verdict }) => verdict?.entities.some(({ type }) => type === 'tracking_no')) ? ['tracking-number'] : [])]
  return {
    attempts: 0, otherTopics: [], asked: true, confirmed: agreed, evidence,
    ...(trigger?.type === 'trigger' && trigger.topics[0] ? { intent: trigger.topics[0] } : {}),
    // What was spelt out and agreed to is beyond any guess; what only helps a person needs none.
    ...(agreed || HELPING_ACTIONS.has(kind) ? { intentConfidence: 1 } : {}),
  }
}

function orderFacts(engine: Engine, action: CommerceAction): Partial<Facts> {
  const { store, clock } = engine
  const order = action.orderNo === null ? null : store.shop.order(action.orderNo)
  if (!order) return { orderStatus: null, orderCertain: false }
  const now = clock.now()
  const customer = store.shop.customer(order.customerId)
  return {
    orderStatus: order.status, orderCertain: true, amount: amountOf(action), customerLevel: customer?.level ?? null, blacklisted: customer !== null && isWatched(customer, now),
    risk: buyerRisk(store.shop.orders(order.customerId), now),
    daysSinceDelivery: order.deliveredAt === null ? null : (now - order.deliveredAt) / DAY_MS,
    ...paidBefore(withPaid(order, store.afterSales.ofOrder(order)), store.shop.paidOrders(), paidByAutopilot(engine), now),
  }
}
