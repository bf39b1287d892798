import { isWatched } from '../../src-shared/domain/customer.ts'
import type { Decision, Policy } from '../../src-shared/domain/policy.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { routineReply } from '../domain/drafting/local.ts'
import type { Facts } from '../../src-shared/domain/policy-facts.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { buyerRisk } from '../domain/policy/buyer-risk.ts'
import { decide } from '../domain/policy/decide.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Job } from '../store/jobs.ts'
import type { NewReply } from '../store/outbox.ts'
import { heldBack, ratesReached } from './autonomy/held-back.ts'
import { recordOf } from './autonomy/record-decision.ts'
import { fallBack } from './autonomy/watch.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import { heldBy } from './held-by.ts'
import type { Engine } from './context.ts'
import { draftInput, readQuestion } from './draft-input.ts'
import { guardWords } from './guard-words.ts'
import { deskState, publishDesk, publishRow, stateOf } from './inbox.ts'
import { holdsLease, takeLease } from './lease.ts'
import { stopRun } from './stop-run.ts'
import { fromOutbox } from './thread.ts'
import { wantsApart } from './wants-apart.ts'

/** Autopilot answers what has just been asked; what waited longer than this is a person's. */
const FRESH_MS = 10 * 60_000

interface Considered {
  input: DraftInput
  facts: Facts
  policy: Policy
  text: string
  language: string
}

/**
 * What all customer messages since the desk's last word say together: an answer to the newest one must not bury the one
 * before it.
 */
function unanswered(engine: Engine, record: ConversationRecord): { topics: string[]; acts: string[]; marks: string[]; emotionLevel: number } {
  const verdicts = engine.store.messages
    .page(record.conversation.id, null, 20)
    .flatMap(({ message, verdict }) => (message.seq > record.lastDeskSeq && message.seq >= record.sinceSeq && verdict ? [verdict] : []))
  const labels = (of: (verdict: Verdict) => readonly { label: string }[]): string[] => [...new Set(verdicts.flatMap((v) => of(v).map((l) => l.label)))]
  return {
    topics: labels((v) => v.topics), acts: labels((v) => v.acts), marks: labels((v) => v.marks),
    emotionLevel: Math.max(0, ...verdicts.map((v) => v.emotion.level)),
  }
}

/** What is known of the customer's words, the line, the switch and who has answered: the same for a reply and for an action. */
export function messageFacts(engine: Engine, record: ConversationRecord) {
  const state = stateOf(record)
  const asked = unanswered(engine, record)
  return {
    intent: state.openTopic, intentConfidence: state.topicConfidence, otherTopics: asked.topics.filter((topic) => topic !== state.openTopic), acts: asked.acts, marks: asked.marks,
    emotionLevel: Math.max(state.emotionLevel, asked.emotionLevel), escalation: state.escalation,
    verified: record.conversation.customerId !== null && record.conversation.verification !== 'none',
    paused: autopilotPaused(engine) || heldBack(engine, { intent: state.openTopic, channel: record.conversation.channel }) !== null || ratesReached(engine), online: engine.live.caughtUp, holdsLease: holdsLease(engine, record.conversation.id),
    ...heldBy(engine, record, state.openTopic), personInvolved: record.personInvolved, attempts: record.automaticReplies, channel: record.conversation.channel, at: engine.clock.now(),
  } satisfies Partial<Facts>
}

/** The facts a decision is made of, and the reply it would be about. Null when there is nothing to decide. */
function consider(engine: Engine, record: ConversationRecord): Considered | null {
  const policy = engine.store.shop.policies()[0]
  const question = readQuestion(engine, record.conversation.id)
  // What was said in an earlier matter neither answers this one nor is said a second time.
  const input = question && draftInput(engine, record.conversation.id, { ...question, earlier: [] })
  if (!policy || !input) return null
  const state = stateOf(record)
  // A flag that nobody dismissed is a person's, whatever came after it.
  if (state.flag !== null && !state.flagDismissed) return null
  const routine = routineReply(input)
  const order = routine ? input.orders.find((o) => o.no === routine.orderNo) : undefined
  return {
    policy, input, text: routine?.text ?? '', language: routine?.language ?? '',
    facts: { ...messageFacts(engine, record), orderStatus: order?.status ?? null, orderCertain: order !== undefined, hasRoutineReply: routine !== null, ...buyerFacts(engine, record) },
  }
}

/** What the shop knows of the buyer; nothing of a stranger. */
export function buyerFacts({ store, clock }: Engine, { conversation: { customerId } }: ConversationRecord): Pick<Facts, 'customerLevel' | 'risk' | 'blacklisted'> {
  const customer = customerId === null ? null : store.shop.customer(customerId)
  return customer ? { customerLevel: customer.level, blacklisted: isWatched(customer, clock.now()), risk: buyerRisk(store.shop.orders(customer.id), clock.now()) } : {}
}

/** Would this very reply be decided again, from what is known now? Asked just before it leaves. */
export function stillRoutine(engine: Engine, conversationId: string, text: string): boolean {
  const record = engine.store.conversations.get(conversationId)
  const considered = record ? consider(engine, record) : null
  if (!considered || considered.text !== text) return false
  return decide({ ...considered.facts, online: true, holdsLease: true }, considered.policy).decision === 'auto'
}

/** The plain answer to what is asked now that could go out without a person, whoever says it; null: there is none. */
export function routineAnswer(engine: Engine, conversationId: string): string | null {
  const record = engine.store.conversations.get(conversationId)
  const considered = record ? consider(engine, record) : null
  if (!considered) return null
  return decide({ ...considered.facts, holdsLease: true, attempts: 0 }, considered.policy).decision === 'auto' ? considered.text : null
}

/** Keeps the decision with what it was made of. Must run inside a transaction. @returns may the reply go on its way? */
function keep(engine: Engine, record: ConversationRecord, { facts, policy, text, language, input }: Considered, decision: Decision, runId: string | null): boolean {
  const made = { conversationId: record.conversation.id, basedOnSeq: record.lastCustomerSeq, facts, policy, request: null, decision, reply: text }
  const kept = recordOf(engine, made, runId, () => guardWords(engine, input, text, language).some(({ severity }) => severity === 'error'))
  if (kept) engine.store.decisions.add(kept)
  if (kept?.costly !== 'guard' || decision.decision !== 'auto') return true
  fallBack(engine, kept.subject, 'guard')
  return false
}

function begin(engine: Engine, record: ConversationRecord, considered: Considered, decision: Decision): void {
  const { store } = engine
  const { id: conversationId } = record.conversation
  const intent = considered.facts.intent ?? ''
  const limits = considered.policy.intents[intent]
  const now = engine.clock.now()
  // The channel labels it as automatic by its kind; the name is the shop's.
  const { shop } = deskState(engine)
  const sendAt = now + (limits?.level === 'act' ? 0 : (limits?.undoSeconds ?? 10) * 1000)
  const run: AutopilotRun = { id: engine.newId(), conversationId, intent, basedOnSeq: record.lastCustomerSeq, state: 'undo', messageId: engine.newId(), sendAt, decision, reason: null }
  const item: NewReply = {
    id: run.messageId, conversationId, authorKind: 'autopilot', authorName: considered.language === 'zh' ? shop.zh : shop.en, text: considered.text, attachments: [], apart: wantsApart(engine, conversationId),
    basedOnSeq: run.basedOnSeq, draftId: null, runId: run.id, createdAt: now, notBefore: sendAt, state: 'undo', holdReason: null,
  }
  const begun = store.transaction(() => {
    store.jobs.done('routine', conversationId, run.basedOnSeq)
    // Its own guard finds an error in it: the case is a person's.
    if (!keep(engine, record, considered, decision, run.id)) return false
    store.runs.save(run, now)
    store.outbox.add(item)
    store.audit.add(now, 'autopilot-began', run.id, decision.rules.join(' '))
    return true
  })
  if (!begun) return
  engine.publish({ kind: 'run', conversationId, run })
  engine.publish({ kind: 'message', message: fromOutbox(item) })
  engine.trace('autopilot', conversationId, `undo ${intent}`)
  publishRow(engine, conversationId)
  publishDesk(engine)
  engine.wake('outbox')
}

/**
 * Considers one conversation for an automatic reply: pure decision first, then the lease, then the same decision again
 * with the lease in hand. Anything but `auto` leaves the case to the person, whose draft is being made anyway.
 */
export async function settleRoutine(engine: Engine, job: Job): Promise<void> {
  const { store } = engine
  const { conversationId } = job
  const end = (): void => {
    store.jobs.done('routine', conversationId, job.basedOnSeq)
    engine.wake('self-work')
    engine.wake('night')
  }
  const record = store.conversations.get(conversationId)
  if (!record || record.lastDeskSeq > job.basedOnSeq || record.conversation.status === 'resolved') return end()
  const active = store.runs.latest(conversationId)
  if (active?.state === 'undo' && active.basedOnSeq < record.lastCustomerSeq) stopRun(engine, conversationId, 'undone', 'newer-message')
  else if (active?.state === 'undo') return end()
  if (record.waitingSince === null || engine.clock.now() - record.waitingSince > FRESH_MS || store.outbox.of(conversationId).length > 0) return end()
  const first = consider(engine, record)
  if (!first) return end()
  const facts = { ...first.facts, holdsLease: true }
  const silent = decide(facts, first.policy)
  if (silent.decision !== 'auto') {
    store.transaction(() => keep(engine, record, { ...first, facts }, silent, null))
    return end()
  }
  if (!(await takeLease(engine, conversationId))) return end()
  // While the lease was asked for the world may have moved.
  const now = store.conversations.get(conversationId)
  const again = now ? consider(engine, now) : null
  if (!now || !again || now.lastCustomerSeq !== record.lastCustomerSeq || store.outbox.of(conversationId).length > 0) return
  const decision = decide(again.facts, again.policy)
  if (decision.decision === 'auto') begin(engine, now, again, decision)
  else end()
}
