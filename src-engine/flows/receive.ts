import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import { isGreeting } from '../../src-shared/domain/greeting-id.ts'
import { isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import { asTold } from '../domain/teach/adjuster.ts'
import type { Engine } from './context.ts'
import { applyRecall } from './apply-recall.ts'
import { tellPromise } from './change-promise.ts'
import { derive } from './derive.ts'
import { agreesHere, beginsMatterHere, mattersAgain, readAgain } from './matters.ts'
import { receiveHold, receiveProposal } from './autonomy/receive-hold.ts'
import { conversationEnded, customerAnswered, personAnswered } from './autonomy/settle-evidence.ts'
import { abandonDraft } from './draft-reply.ts'
import { keptMessage } from './kept-message.ts'
import { leaveRun, runOf } from './leave-run.ts'
import { ON_SCREEN } from './lease.ts'
import { receiveRouting } from './team/receive-routing.ts'
import { deskState, publishRow } from './inbox.ts'
import { takeUpPromises } from './promise-reply.ts'
import { receiveCase } from './cases/receive-case.ts'
import { receiveDelivery } from './receive-delivery.ts'
import { receiveEffect } from './receive-effect.ts'
import { receivePhrase } from './receive-phrase.ts'
import { receivePromise } from './receive-promise.ts'
import { receiveReview } from './reviews/receive-review.ts'
import { receiveRating } from './ratings/receive-rating.ts'
import { receiveShopRules } from './shop-rules/shop-rules.ts'
import { receiveShift } from './shifts/receive-shift.ts'
import { stopAllRuns } from './stop-run.ts'
import { receiveTicket } from './tickets/receive-ticket.ts'
import { receiveCampaign } from './campaigns/receive-campaign.ts'
import { forgetTouches, openIncidents } from './incidents/board.ts'
import { receiveIncident } from './incidents/receive-incident.ts'
import { receiveWorkflow, receiveWorkflowUse } from './workflows/receive-workflow.ts'
import { currentDraft, fromLog } from './thread.ts'
import { triageInput } from './triage-input.ts'
import { whoAmI } from './who-am-i.ts'

/** Workers that look round after each change of the log. */
const BEHIND_DRAFTS = ['routine', 'understood', 'workflows', 'outbox', 'wakeups'] as const

/** A message older than this is not worth a speculative draft when a desk catches up. */
const DRAFT_AGE_MS = 3 * 24 * 3_600_000

/** What triage says of a message that comes, with what this desk was taught. People may have corrected it in an earlier log. */
function understand(engine: Engine, message: Message, record: Parameters<typeof triageInput>[2]): Verdict {
  const said = engine.store.corrections.of(message.id)
  const input = triageInput(engine, message, record)
  if (said.length > 0) input.told = asTold(said)
  const verdict = engine.triage(input)
  const own = engine.taught.own(message.text, said)
  return own ? { ...verdict, own } : verdict
}

/** The log skipped something. Nothing is committed; the desk loads a snapshot and goes on from there. */
export function logGap(): AppError {
  return new AppError({ code: 'log-gap', retryable: true, say: { zh: '与网关的记录有缺口，正在重新同步。', en: 'The record has a gap; loading it again.' } })
}

/** The conversation was answered: its draft has done its work, whoever took it up. */
export function settleDraft(engine: Engine, conversationId: string): void {
  abandonDraft(engine, conversationId)
  engine.publish({ kind: 'draft', conversationId, draft: currentDraft(engine, conversationId) })
}

/** Stores one message of the log. Must run inside a transaction. @returns what to do after the commit, or null when it was known. */
export function storeMessage(engine: Engine, received: Message): (() => void) | null {
  const { store } = engine
  const found = store.conversations.get(received.conversationId)
  // The log names a conversation before its first message; anything else is a gap, and going on would lose this message.
  if (!found) throw logGap()
  // Numbers only rise: what is newer than the newest need not be looked up.
  if (received.seq <= found.lastSeq && store.messages.has(received.id)) return null
  const record = found.sinceSeq < 0 ? readAgain(engine, found) : found
  const isCustomer = received.author.kind === 'customer'
  const isNewMatter = isCustomer && beginsMatterHere(engine, record, received)
  const verdict = isCustomer ? understand(engine, received, isNewMatter ? { ...record, sinceSeq: received.seq } : record) : null
  const message = keptMessage(engine, received, verdict)
  // To ask whether autopilot may answer is no answer of a person's that its own could be held against.
  if (message.author.kind === 'agent' && !isHandBack(message.id, message.conversationId)) personAnswered(engine, message, record)
  if (verdict) customerAnswered(engine, message, verdict.emotion.level)
  // Its place is taken by another message: this desk's copy is of another log.
  if (!store.messages.insert(message, verdict)) throw logGap()
  const run = isCustomer ? null : runOf(engine, message.id)
  const arrived = !isCustomer && store.outbox.remove(message.id)
  // It is in the log: killed before the acknowledgement, it would wait for its window for ever.
  const left = run && leaveRun(engine, run)
  const promised = arrived && takeUpPromises(engine, message)
  // A reply may have kept what was promised before.
  const followed = promised || (!isCustomer && store.followUps.openOf(message.conversationId).length > 0)
  const { next, state } = derive(record, message, verdict, { isNewMatter, agrees: () => agreesHere(engine, record, message) })
  const { conversation: _unchanged, ...derived } = next
  store.conversations.saveDerived(message.conversationId, derived)
  if (state && next.waitingSince !== null && message.at > engine.clock.now() - DRAFT_AGE_MS) {
    store.jobs.put('draft', message.conversationId, message.seq, engine.live.focused.has(message.conversationId) ? ON_SCREEN : state.emotionLevel + state.escalation)
    store.jobs.put('routine', message.conversationId, message.seq)
  }
  const raised = state?.flag?.messageId === message.id
  return () => {
    engine.publish({ kind: 'message', message: fromLog(engine, { message, verdict }) })
    // A reply may have told somebody of an incident; whoever looks at the list sees it.
    if (!isCustomer && openIncidents(engine).length > 0) engine.publish({ kind: 'team' })
    if (left) engine.publish({ kind: 'run', conversationId: message.conversationId, run: left })
    if (followed) tellPromise(engine, message.conversationId)
    if (isCustomer) {
      engine.trace('message-in', message.conversationId, `seq ${message.seq} ${verdict?.language.code ?? ''} ${verdict?.topics.map((t) => t.label).join('+') ?? ''}`.trimEnd())
      engine.publish({ kind: 'context', conversationId: message.conversationId })
    }
    if (raised) engine.trace('flag', message.conversationId, `${verdict?.emotion.label ?? ''} ${state?.marks.join('+') ?? ''}`.trim())
    if (arrived) engine.trace('reply', message.conversationId, `seq ${message.seq} ${message.author.kind}`)
  }
}

/** Applies one change of the log. Must run inside a transaction. @returns what to do after the commit. */
export function applyChange(engine: Engine, change: ReceivedChange): (() => void) | null {
  const { store } = engine
  switch (change.type) {
    case 'message':
      return storeMessage(engine, change.message)
    case 'message-recalled':
      return applyRecall(engine, change)
    case 'read':
      store.readMarks.set(change.conversationId, change.seq)
      return () => engine.publish({ kind: 'read', conversationId: change.conversationId, seq: change.seq })
    case 'conversation': {
      const before = store.conversations.get(change.conversation.id)?.conversation
      for (const call of ['status', 'snooze'] as const) store.commands.hear(call, change.conversation.id, change)
      if (before?.status === 'open' && change.conversation.status === 'resolved') conversationEnded(engine, change.conversation.id)
      store.conversations.upsert({ ...change.conversation, ...ownWord(engine, before) })
      // Identity came after the question: what was drafted without the orders is drafted again.
      if (before && before.customerId !== change.conversation.customerId) redraft(engine, change.conversation.id)
      return () => engine.publish({ kind: 'context', conversationId: change.conversation.id })
    }
    case 'customer': {
      store.shop.putCustomer(change.customer, change.orders)
      // Facts may have come after the question: what was drafted without them is drafted again.
      const touched = store.conversations.ofCustomer(change.customer.id)
      for (const id of touched) redraft(engine, id)
      forgetTouches(engine, touched)
      return () => {
        touched.forEach((conversationId) => engine.publish({ kind: 'context', conversationId }))
        // Orders decide what an incident touches.
        if (openIncidents(engine).length > 0) touched.forEach((id) => publishRow(engine, id))
      }
    }
    case 'shop':
      store.settings.write('shop', change.shop)
      return () => engine.publish({ kind: 'desk', state: deskState(engine) })
    case 'article':
      store.shop.putArticle(change.article)
      return () => engine.knowledgeChanged(change.article.id)
    case 'article-removed':
      store.shop.removeArticle(change.id)
      return () => engine.knowledgeChanged(change.id)
    case 'product':
      store.shop.putProduct(change.product)
      engine.productsChanged()
      return null
    case 'case':
      return receiveCase(engine, change.case)
    case 'policy':
      store.shop.putPolicy(change.policy)
      return () => {
        engine.publish({ kind: 'desk', state: deskState(engine) })
        // Its levels may be a colleague's.
        engine.publish({ kind: 'autonomy', fell: null })
      }
    case 'policy-version':
      // Whoever wants the history asks the gateway for it.
      return null
    case 'autopilot':
      if (change.by !== engine.seatId && change.paused) store.commands.dropPending('pauseAutopilot', null)
      // Own word on its way: only another seat's pause is stronger.
      store.commands.hear('pauseAutopilot', null, change)
      if (store.commands.pending('pauseAutopilot', null)) return null
      store.settings.write('autopilot-paused', change.paused)
      return () => {
        // Another seat threw the switch: what waits here is stopped as well.
        if (change.paused) stopAllRuns(engine)
        engine.publish({ kind: 'desk', state: deskState(engine) })
      }
    case 'autopilot-hold':
      return receiveHold(engine, change.hold)
    case 'policy-proposal':
      return receiveProposal(engine, change.proposal)
    case 'note':
      // Our own newer words are on their way.
      if (store.commands.about('note', 'noteId', change.note.id)) return null
      store.notes.put(change.note)
      return () => engine.publish({ kind: 'context', conversationId: change.note.conversationId })
    case 'resolution': {
      const { resolution } = change
      // It has the id of the call that made it: that has arrived, whether its acknowledgement did or not.
      store.commands.remove(resolution.id)
      store.commands.hear('disposition', resolution.conversationId, change)
      const own = store.commands.about('disposition', 'resolutionId', resolution.id) ? store.resolutions.get(resolution.id)?.disposition : undefined
      store.resolutions.put(own ? { ...resolution, disposition: own } : resolution)
      const isReadAgain = mattersAgain(engine, resolution)
      return () => {
        engine.publish({ kind: 'context', conversationId: resolution.conversationId })
        if (isReadAgain) publishRow(engine, resolution.conversationId)
      }
    }
    case 'follow-up':
      return receivePromise(engine, change.followUp)
    case 'account':
      store.shared.put('account', change.account.id, change.account)
      return () => {
        engine.publish({ kind: 'team' })
        if (change.account.id === whoAmI(engine).accountId) engine.ownAccountChanged()
      }
      return () => engine.publish({ kind: 'team' })
    case 'routing':
      return receiveRouting(engine, change.routing)
    case 'channel':
      store.shared.put('channel', change.connector.id, change.connector)
      return () => engine.publish({ kind: 'team' })
    case 'delivery':
      return receiveDelivery(engine, change.delivery)
    case 'review':
      return receiveReview(engine, change.review)
    case 'ticket':
      return receiveTicket(engine, change.ticket)
    case 'shift':
      return receiveShift(engine, change.shift)
    case 'rating':
      return receiveRating(engine, change.rating)
    case 'shop-rules':
      return receiveShopRules(engine, change.rules)
    case 'incident':
      return receiveIncident(engine, change.incident)
    case 'campaign':
      return receiveCampaign(engine, change.campaign)
    case 'workflow-version':
      return receiveWorkflow(engine, change.entry)
    case 'workflow-use':
      return receiveWorkflowUse(engine, change.use)
    case 'effect':
      return receiveEffect(engine, change.effect)
    case 'phrase':
      return receivePhrase(engine, change.phrase.id, change.phrase)
    case 'phrase-removed':
      return receivePhrase(engine, change.id, null)
    case 'unknown':
      return null
  }
}

/** What this desk has changed of a conversation and the gateway does not know yet: its older word must not flicker over it. */
function ownWord({ store }: Engine, now: Conversation | undefined): Partial<Conversation> {
  if (!now) return {}
  return {
    ...(store.commands.pending('status', now.id) ? { status: now.status, resolution: now.resolution } : {}),
    ...(store.commands.pending('snooze', now.id) ? { snooze: now.snooze } : {}),
  }
}

function redraft(engine: Engine, conversationId: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record || record.waitingSince === null || record.lastCustomerSeq === 0) return
  engine.store.jobs.put('draft', conversationId, record.lastCustomerSeq)
  engine.store.jobs.put('routine', conversationId, record.lastCustomerSeq)
}

/** The id of the conversation that a change is about, if any. */
function touchedBy(change: ReceivedChange): string | null {
  if (change.type === 'message') return change.message.conversationId
  if (change.type === 'message-recalled') return change.conversationId
  return change.type === 'conversation' ? change.conversation.id : null
}

/** The id of the conversation that a change answers, if it does. */
function answeredBy(change: ReceivedChange): string | null {
  return change.type === 'message' && change.message.author.kind !== 'customer' && !isGreeting(change.message.id, change.message.conversationId) ? change.message.conversationId : null
}

/** The id of the conversation in which a customer has written, if it is such a change. */
function askedIn(change: ReceivedChange): string | null {
  return change.type === 'message' && change.message.author.kind === 'customer' ? change.message.conversationId : null
}

/**
 * Applies changes and moves the cursor in ONE transaction, then tells the windows. Applying the same changes twice is
 * harmless.
 * @param cursor log number after these changes; null leaves it (pages of a snapshot)
 */
export function receive(engine: Engine, changes: readonly ReceivedChange[], cursor: number | null): void {
  const { store } = engine
  const { result: after, records } = store.transactionOfLog(() => store.conversations.inBatch(() => {
    const done = changes.map((change) => applyChange(engine, change))
    if (cursor !== null) store.settings.write('cursor', cursor)
    return done
  }))
  for (const tell of after) tell?.()
  for (const id of new Set(changes.map(answeredBy))) if (id) settleDraft(engine, id)
  for (const id of new Set(changes.map(touchedBy))) if (id) publishRow(engine, id, records.get(id))
  for (const id of changes.map(askedIn)) if (id) engine.live.unnoted.add(id)
  engine.wake('drafts')
  // The request of a draft leaves in this turn of the loop; the others look round in the next.
  setImmediate(() => { for (const worker of BEHIND_DRAFTS) engine.wake(worker) })
}
