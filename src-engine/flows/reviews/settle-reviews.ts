import { isApproved, type Review } from '../../../src-shared/domain/review.ts'
import type { WishedEffect } from '../../store/effects.ts'
import type { OutboxItem } from '../../store/outbox.ts'
import type { Engine } from '../context.ts'
import { guardReply } from '../guard-reply.ts'
import { publishDesk, publishRow } from '../inbox.ts'
import { askToPerform } from '../perform-action.ts'
import { keepPromises } from '../promise-reply.ts'
import { settleEffect } from '../receive-effect.ts'
import { forgetReply } from '../record-outcome.ts'
import { publishUnsent } from '../save-unsent.ts'
import { overrideOf } from '../stopped-words.ts'
import { fromOutbox, withOwnWords } from '../thread.ts'
import { picturesTogether, putBack } from '../words-back.ts'
import { askReview } from './ask-review.ts'
import { knownReview } from './known-review.ts'
import { whyReplyWaits } from './reasons.ts'

const waitsForReview = ({ state, holdReason }: OutboxItem): boolean => state === 'held' && holdReason === 'review'

/**
 * Brings what is known of reviews upon the replies and actions of this desk that wait for them. Done again it changes
 * nothing: after a kill, a cut or another log it goes on from what is there.
 */
export function settleReviews(engine: Engine): void {
  for (const item of engine.store.outbox.all()) {
    if (item.authorKind !== 'agent' || item.onTheLine) continue
    const review = knownReview(engine, item.id)
    if (review) settleReply(engine, item, review)
    else if (waitsForReview(item)) askAgain(engine, item)
  }
  for (const wish of engine.store.effects.unsettled()) {
    const review = wish.runId === null ? knownReview(engine, wish.id) : null
    if (review) settleAction(engine, wish, review)
  }
}

/** When the next decision about an action can no longer be taken back; null: none waits for that. */
export function nextReview(engine: Engine): number | null {
  const now = engine.clock.now()
  const times = engine.store.effects.unsettled().flatMap(({ id }) => knownReview(engine, id)?.decision?.undoUntil ?? []).filter((at) => at > now)
  return times.length > 0 ? Math.min(...times) : null
}

function settleReply(engine: Engine, item: OutboxItem, review: Review): void {
  const { store } = engine
  const undoUntil = review.decision?.undoUntil ?? 0
  if (isApproved(review)) {
    if (waitsForReview(item)) change(engine, item, () => approve(engine, item, review.decision?.text ?? item.text, undoUntil))
  } else if (review.state === 'open') {
    // Whoever decided has taken it back.
    if (item.state === 'queued' || item.notBefore > 0) change(engine, item, () => store.outbox.keepForReview(item.id, 0))
  } else if (review.state === 'rejected' && engine.clock.now() < undoUntil) {
    if (!waitsForReview(item) || item.notBefore !== undoUntil) change(engine, item, () => store.outbox.keepForReview(item.id, undoUntil))
  } else if (waitsForReview(item)) giveBack(engine, item)
}

function approve(engine: Engine, item: OutboxItem, text: string, notBefore: number): void {
  const { store } = engine
  const now = engine.clock.now()
  if (text !== item.text) {
    // The draft is not to be judged by words that somebody else chose, nor are promises kept that are not made any more.
    forgetReply(engine, item.id)
    keepPromises(engine, { id: item.id, text, createdAt: now }, [])
  }
  store.outbox.approve(item.id, text, notBefore, now)
  store.audit.add(now, 'review-approved', item.id, text === item.text ? '' : 'edited')
}

function change(engine: Engine, { id, conversationId }: OutboxItem, work: () => void): void {
  engine.store.transaction(work)
  const now = engine.store.outbox.get(id)
  if (now) engine.publish({ kind: 'message', message: withOwnWords(engine, fromOutbox(now)) })
  publishRow(engine, conversationId)
  publishDesk(engine)
  engine.wake('uploads')
}

/** The words come back to whoever wrote them; where the composer has no room for its pictures, it is kept as it is. */
function giveBack(engine: Engine, item: OutboxItem): void {
  const attachments = picturesTogether(engine, item)
  if (attachments === null) return change(engine, item, () => engine.store.outbox.hold(item.id, 'refused'))
  engine.store.transaction(() => putBack(engine, item, attachments))
  engine.publish({ kind: 'message-gone', conversationId: item.conversationId, id: item.id })
  publishUnsent(engine, item.conversationId, null)
  engine.publish({ kind: 'context', conversationId: item.conversationId })
  publishRow(engine, item.conversationId)
  publishDesk(engine)
}

/** The log that held the request is another one now: it is asked again, or goes where nothing asks for it any more. */
function askAgain(engine: Engine, item: OutboxItem): void {
  const { id, conversationId, text, attachments, basedOnSeq } = item
  const looked = guardReply(engine, { conversationId, text }).findings
  const { why, findings } = whyReplyWaits(engine, text, { accountId: null, looked, isOverridden: overrideOf(engine, id) !== null })
  const asks = why.length > 0 ? why : [{ rule: 'asked-before', say: { zh: '这条已提交过审核。', en: 'This was handed in for a review before.' } }]
  engine.store.transaction(() => askReview(engine, { id, conversationId, subject: { kind: 'reply', text, attachments }, why: asks, findings, basedOnSeq }))
}

function settleAction(engine: Engine, wish: WishedEffect, review: Review): void {
  const { store } = engine
  const { decision, state } = review
  if (state === 'open' || (decision && engine.clock.now() < decision.undoUntil)) return
  if (!isApproved(review)) {
    const { askedAt: _asked, ...effect } = wish
    return settleEffect(engine, { ...effect, outcome: { state: 'refused', reason: 'policy', detail: `review:${state}` }, at: engine.clock.now() })
  }
  if (!store.commands.of('perform').some(({ id }) => id === wish.id)) store.transaction(() => askToPerform(engine, wish))
}
