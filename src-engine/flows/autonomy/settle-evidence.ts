import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { ANGRY } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Effect } from '../../../src-shared/domain/effect.ts'
import type { Message } from '../../../src-shared/domain/message.ts'
import type { Rating } from '../../../src-shared/domain/rating.ts'
import type { AutopilotRun } from '../../../src-shared/domain/run.ts'
import { comparedAction, sameReply } from '../../domain/autonomy/compare.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import { actionOf, type KeptDecision, type Outcome } from '../../store/decisions.ts'
import type { Engine } from '../context.ts'
import { watch } from './watch.ts'

/** What a customer does within it is about the automatic reply before. */
const AFTER_MS = 72 * 3_600_000
/** Reasons with which a person, and not the course of things, ended a run. */
const BY_PERSON: ReadonlySet<string> = new Set(['by-person', 'person-replied', 'person-typing'])

function settle(engine: Engine, decision: KeptDecision, change: Partial<Outcome>): void {
  engine.store.decisions.settle(decision.id, { ...decision, ...change })
}

/** A run ended: it left, or was stopped. Must run inside a transaction. */
export function runEnded(engine: Engine, run: AutopilotRun): void {
  const decision = engine.store.decisions.ofRun(run.id)
  if (!decision) return
  if (run.state === 'done') settle(engine, decision, { automatic: 'left', verdict: 'unknown' })
  else settle(engine, decision, { automatic: BY_PERSON.has(run.reason ?? '') ? 'stopped' : 'void' })
  watch(engine, decision.subject)
}

/**
 * A person's message arrived, of this desk or another: what autopilot would have sent is compared with it. Must run inside a
 * transaction. @param record of the conversation before it
 */
export function personAnswered(engine: Engine, message: Message, record: ConversationRecord): void {
  for (const decision of engine.store.decisions.open(message.conversationId)) {
    if (decision.request !== null) continue
    // The customer has written more since: the person answers something else.
    const isAbout = decision.basedOnSeq === record.lastCustomerSeq && record.lastDeskSeq < decision.basedOnSeq
    const same = sameReply(decision.reply, { text: message.text, pictures: message.attachments.length })
    settle(engine, decision, { verdict: isAbout ? (same ? 'same' : 'otherwise') : 'unknown' })
  }
}

/** Something was done to an order, or refused. Must run inside a transaction. */
export function effectSettled(engine: Engine, { conversationId, caseId, action, by, runId, outcome }: Effect): void {
  if (outcome.state !== 'done') return
  if (by.kind === 'autopilot') {
    const own = runId === null ? null : engine.store.decisions.ofRun(runId)
    if (own) settle(engine, own, { automatic: 'left', verdict: 'unknown' })
    return
  }
  for (const decision of [conversationId, caseId].flatMap((about) => (about === null ? [] : engine.store.decisions.open(about)))) {
    const would = actionOf(decision)
    if (would === null || would.orderNo !== action.orderNo) continue
    settle(engine, decision, comparedAction(would, action))
  }
}

/** A conversation was resolved: what the person could have done by then was not done. Must run inside a transaction. */
export function conversationEnded(engine: Engine, conversationId: string): void {
  for (const decision of engine.store.decisions.open(conversationId)) {
    const would = actionOf(decision)
    if (would !== null) settle(engine, decision, comparedAction(would, null))
  }
}

/** An automatic step in a case that never left: a person took it back, or the course of things did. Must run inside a transaction. */
export function caseStepStopped(engine: Engine, wishId: string, byPerson: boolean): void {
  const decision = engine.store.decisions.ofRun(wishId)
  if (!decision) return
  settle(engine, decision, { automatic: byPerson ? 'stopped' : 'void' })
  watch(engine, decision.subject)
}

/**
 * The log tells of a case: what autopilot would have granted, and a person refused, or wanted to know more about first, was
 * done otherwise. What they granted is told by its effect. Must run inside a transaction.
 */
export function caseAnswered(engine: Engine, { id, history }: AfterSaleCase): void {
  const last = history.at(-1)
  if (last?.by.kind !== 'agent' || (last.step !== 'refused' && last.step !== 'asked')) return
  for (const decision of engine.store.decisions.open(id)) {
    const would = actionOf(decision)
    if (would !== null) settle(engine, decision, last.step === 'refused' ? comparedAction(would, null) : { verdict: 'otherwise' })
  }
}

/** The customer gave 1 or 2 after an automatic reply: that counts as anger after it does. Must run inside a transaction. */
export function settleRating(engine: Engine, { conversationId, askedAt }: Rating): void {
  const last = engine.store.decisions.lastLeft(conversationId, askedAt - AFTER_MS)
  if (!last || last.costly !== null) return
  settle(engine, last, { after: last.after ?? 'anger', costly: 'anger' })
  watch(engine, last.subject)
}

/** The customer wrote: anger after an automatic reply, or a case that came back, counts against it. Must run inside a transaction. */
export function customerAnswered(engine: Engine, message: Message, emotionLevel: number): void {
  const last = engine.store.decisions.lastLeft(message.conversationId, message.at - AFTER_MS)
  if (!last || last.after !== null) return
  const isBack = engine.store.resolutions.of(message.conversationId).some(({ at }) => at >= last.at)
  if (emotionLevel < ANGRY && !isBack) return
  settle(engine, last, emotionLevel >= ANGRY ? { after: 'anger', costly: 'anger' } : { after: 'reopened' })
  watch(engine, last.subject)
}
