import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { TriedCase } from '../../src-shared/contract/policies.ts'
import type { DecideRequest, Facts } from '../../src-shared/domain/policy-facts.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { AppError } from '../../src-shared/errors.ts'
import { decide } from '../domain/policy/decide.ts'
import { readDraft } from '../domain/policy/form/problems.ts'
import type { Engine } from './context.ts'

const NOTHING_PAID = { amount: 0, count: 0 }

/** A verified customer of the web chat at a live desk, the first message of the day: what the form does not ask is as good as it can be. */
function factsOf(tried: TriedCase, verdict: Verdict, now: number): Facts {
  const [topic] = verdict.topics
  const paid = NOTHING_PAID
  return {
    intent: topic?.label ?? null, intentConfidence: topic?.confidence ?? 0, otherTopics: verdict.topics.slice(1).map(({ label }) => label),
    acts: verdict.acts.map(({ label }) => label), marks: verdict.marks.map(({ label }) => label), emotionLevel: verdict.emotion.level, escalation: verdict.escalation,
    verified: true, orderStatus: tried.orderStatus, orderCertain: tried.orderStatus !== null, hasRoutineReply: true, paused: false, online: true, holdsLease: true,
    personInvolved: false, attempts: 0, channel: 'web', at: now, customerLevel: tried.customerLevel, risk: tried.risk, blacklisted: false,
    daysSinceDelivery: tried.daysSinceDelivery, evidence: tried.evidence, asked: true, confirmed: tried.confirmed, alreadyPaid: false, amount: tried.amount,
    paidForCase: paid, paidToday: { person: paid, address: paid, phone: paid, payer: paid, shop: paid },
  }
}

function requestOf({ action, amount }: TriedCase): DecideRequest | null {
  return action === null ? null : { name: action, kwargs: amount === null ? {} : { amount } }
}

function needsOf(policy: Policy, spoke: readonly string[]): CallResult<'policy.try'>['needs'] {
  return Object.fromEntries((policy.rules ?? []).filter(({ id }) => spoke.includes(id)).map(({ id, need }) => [id, need]))
}

/**
 * What a draft would decide for a made-up case: the message is read as any other, and nothing is kept of it.
 * @throws AppError `policy-refused` while the draft cannot be read
 */
export function tryPolicy(engine: Engine, { draft, tried }: CallParams<'policy.try'>): CallResult<'policy.try'> {
  const { policy } = readDraft(draft)
  if (policy === null) throw new AppError({ code: 'policy-refused', retryable: false, say: { zh: '规则里还有没填好的地方，填好后再试。', en: 'Something in the rules is not filled in yet; mend that, then try again.' } })
  const now = engine.clock.now()
  const verdict = engine.triage({
    text: tried.message, at: now, attachments: tried.evidence.length, history: [], products: engine.products(), ...(tried.orderStatus === null ? {} : { orderStatuses: [tried.orderStatus] }),
  })
  const decision = decide(factsOf(tried, verdict, now), policy, requestOf(tried))
  return { decision, verdict, needs: needsOf(policy, decision.rules) }
}

const LOOKED_AT = 60
const SHOWN = 12

/** Messages that customers sent last, each text once, newest first. */
export function recentQuestions({ store }: Engine): CallResult<'policy.messages'> {
  const seen = new Set<string>()
  const fresh = store.messages.newestOfCustomers(LOOKED_AT).flatMap(({ message: { id, text, at } }) => {
    if (seen.has(text)) return []
    seen.add(text)
    return [{ id, text, at }]
  })
  return { messages: fresh.slice(0, SHOWN) }
}
