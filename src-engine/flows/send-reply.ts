import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { gapsIn } from '../../src-shared/domain/phrase-gaps.ts'
import { isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import { quoteOf } from '../../src-shared/domain/quote-of.ts'
import { blocking } from '../../src-shared/domain/protects.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { NewReply, OutboxItem } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { guardReply } from './guard-reply.ts'
import { publishDesk, publishRow } from './inbox.ts'
import { ownAccountId } from './own-seat.ts'
import { keepPromises } from './promise-reply.ts'
import { recordOutcome } from './record-outcome.ts'
import { askReview } from './reviews/ask-review.ts'
import { whyReplyWaits } from './reviews/reasons.ts'
import { readReviews } from './reviews/seen.ts'
import { withdrawReview } from './reviews/withdraw.ts'
import { publishUnsent } from './save-unsent.ts'
import { setStatus } from './set-status.ts'
import { stopRun } from './stop-run.ts'
import { keepOverride, refuseStopped } from './stopped-words.ts'
import { suggestReply } from './suggest-reply.ts'
import { fromOutbox, unknownConversation, withOwnWords } from './thread.ts'
import { MAX_PICTURES, picturesTogether, putBack } from './words-back.ts'
import { wantsApart } from './wants-apart.ts'

/** Whoever writes to a resolved conversation opens it again. @throws AppError `not-found` */
function reopen(engine: Engine, conversationId: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  if (record.conversation.status === 'resolved') setStatus(engine, conversationId, 'open')
}

/** A phrase's variable that nobody filled must not reach a customer. */
function unfilled(names: string): AppError {
  return new AppError({ code: 'phrase-gap', retryable: false, say: { zh: `${names} 还没有填，这条没有发出。`, en: `${names} is not filled in yet, so this was not sent.` } })
}

/**
 * Queues a person's reply: one transaction for the outbox row, the composer's words and the audit; paints at once. What the
 * guard stops is refused here too, whatever the window knew; what was queued before is not looked at again.
 * @param words `set-words`: a phrase of ours that the person chose; what they write meanwhile stays, and nothing is learned of it
 * @throws AppError `not-found`, `phrase-gap`, `reply-stopped`, `not-permitted`
 */
export function sendReply(engine: Engine, params: CallParams<'reply.send'>, agentName: string, words: 'composed' | 'set-words' = 'composed'): void {
  const isComposed = words === 'composed'
  const { store } = engine
  if (store.messages.has(params.id) || store.outbox.get(params.id)) return
  const gaps = gapsIn(params.text)
  if (gaps.length > 0) throw unfilled(gaps.map(({ name }) => `{${name}}`).join(' '))
  // Words of ours have been looked at when they were written.
  const looked = isComposed ? guardReply(engine, { conversationId: params.conversationId, text: params.text }).findings : null
  refuseStopped(engine, looked ?? [], params.standsBy)
  const override = looked !== null && blocking(looked).length > 0 && params.standsBy?.how === 'override' ? params.standsBy.reason : null
  reopen(engine, params.conversationId)
  const { why, findings } = whyReplyWaits(engine, params.text, { accountId: ownAccountId(engine), looked, isOverridden: override !== null })
  const quoted = params.quoteId ? store.messages.get(params.quoteId) : null
  const item: NewReply = {
    id: params.id, conversationId: params.conversationId, authorKind: 'agent', authorName: agentName, text: params.text,
    attachments: params.attachments, quote: quoted ? quoteOf(quoted.message) : null, apart: wantsApart(engine, params.conversationId), basedOnSeq: params.basedOnSeq, draftId: params.draftId, runId: null,
    createdAt: engine.clock.now(), notBefore: 0,
    ...(why.length > 0 ? { state: 'held', holdReason: 'review' } : { state: 'queued', holdReason: null }),
  }
  const added = store.transaction(() => {
    if (store.messages.has(item.id) || store.outbox.get(item.id)) return null
    const outcome = isComposed ? recordOutcome(engine, item, params.writing) : null
    if (!store.outbox.add(item)) return null
    readReviews(engine, item.conversationId)
    if (override !== null) keepOverride(engine, item.id, override)
    if (why.length > 0) {
      const { id, conversationId, text, attachments, basedOnSeq } = item
      askReview(engine, { id, conversationId, subject: { kind: 'reply', text, attachments }, why, findings, basedOnSeq })
    }
    keepPromises(engine, item, params.promises ?? [])
    if (params.ownWords) store.translations.keepOwnWords(item.id, params.ownWords)
    if (isComposed) {
      store.unsent.set(item.conversationId, '')
      store.unsentParts.set(item.conversationId, { attachments: [], quoteId: null })
    }
    store.jobs.done('routine', item.conversationId, Number.MAX_SAFE_INTEGER)
    store.audit.add(item.createdAt, 'reply-queued', item.id, item.draftId ? 'from-draft' : 'own')
    return { outcome }
  })
  if (!added) return
  // A person answers: an automatic reply that still waits would only repeat it.
  stopRun(engine, item.conversationId, 'undone', 'person-replied')
  engine.publish({ kind: 'message', message: withOwnWords(engine, fromOutbox(item)) })
  engine.publish({ kind: 'draft', conversationId: item.conversationId, draft: null })
  if (isComposed) publishUnsent(engine, item.conversationId, null)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  engine.wake('uploads')
  engine.wake('outbox')
  engine.wake('outcomes')
  // Last, because nobody waits for it.
  if (added.outcome) suggestReply(engine, item, added.outcome.judged, agentName)
}

/** The reply was given to the line and may have arrived: to change it now could send two. */
export function onTheLine(): AppError {
  return new AppError({ code: 'on-the-line', retryable: true, say: { zh: '这条正在发出，还不知道对方收到没有；等连接恢复后再改。', en: 'That reply is on its way and may have arrived. Wait until the line is back.' } })
}

function waitingReply(engine: Engine, id: string): OutboxItem {
  const item = engine.store.outbox.get(id)
  if (!item) throw new AppError({ code: 'already-sent', retryable: false, say: { zh: '这条回复已经发出，不能再改。', en: 'That reply has been sent already.' } })
  return item
}

/** The person read what came since and sends the held reply after all. */
export function releaseReply(engine: Engine, id: string, basedOnSeq: number): void {
  const item = waitingReply(engine, id)
  if (item.state !== 'held' || item.holdReason === 'review') return
  reopen(engine, item.conversationId)
  engine.store.transaction(() => {
    engine.store.outbox.release(id, basedOnSeq, engine.clock.now())
    engine.store.audit.add(engine.clock.now(), 'reply-released', id)
  })
  const released = engine.store.outbox.get(id)
  if (released) engine.publish({ kind: 'message', message: withOwnWords(engine, fromOutbox(released)) })
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  engine.wake('uploads')
  engine.wake('outbox')
}

function tooManyPictures(): AppError {
  return new AppError({
    code: 'too-many-pictures', retryable: false,
    say: { zh: `输入框里已有图片，加上这条的就超过 ${MAX_PICTURES} 张了。请先发出或移除几张，再取回。`, en: `With the pictures in the box there would be more than ${MAX_PICTURES}. Send or remove some first, then take this back.` },
  })
}

/**
 * Takes a waiting or held reply back into the composer, before what stands there meanwhile.
 * @returns what it held @throws AppError `not-found`, `on-the-line`, `too-many-pictures`
 */
export function takeBackReply(engine: Engine, id: string): CallResult<'reply.takeBack'> {
  const item = waitingReply(engine, id)
  if (item.onTheLine) throw onTheLine()
  const attachments = picturesTogether(engine, item)
  if (attachments === null) throw tooManyPictures()
  engine.store.transaction(() => {
    withdrawReview(engine, item)
    putBack(engine, item, attachments)
  })
  engine.publish({ kind: 'message-gone', conversationId: item.conversationId, id })
  publishUnsent(engine, item.conversationId, null)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  if (item.holdReason === 'review') engine.wake('outbox')
  return { text: isHandBack(item.id, item.conversationId) ? '' : item.text, attachments: item.attachments, quote: item.quote }
}
