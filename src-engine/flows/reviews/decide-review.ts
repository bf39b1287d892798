import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import { isApproved, type Review } from '../../../src-shared/domain/review.ts'
import { AppError, toAppError } from '../../../src-shared/errors.ts'
import { editDistance } from '../../domain/learning/distance.ts'
import type { Engine } from '../context.ts'
import { publishDesk, publishRow } from '../inbox.ts'
import { ownSeat } from '../own-seat.ts'
import { suggestReply } from '../suggest-reply.ts'
import { fromOutbox } from '../thread.ts'
import { knownReview } from './known-review.ts'
import { receiveReview } from './receive-review.ts'
import { wantsApart } from '../wants-apart.ts'

/** A decision is worth something only at once: it is never kept for later. */
function unreachable(cause?: unknown): AppError {
  return new AppError({ code: 'review-offline', retryable: true, say: { zh: '现在连不上网关，审核没有提交；连上后再决定。', en: 'No connection, so nothing was decided. Decide once it is back.' } }, { cause })
}

const notFound = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '这条审核已经不在了。', en: 'That review is gone.' } })

/** @throws AppError `review-offline`, or as the gateway refuses it */
export async function atOnce<T>(engine: Engine, ask: () => Promise<T>): Promise<T> {
  if (!engine.live.caughtUp) throw unreachable()
  return ask().catch((thrown: unknown) => {
    const error = toAppError(thrown)
    throw error.code === 'offline' ? unreachable(thrown) : error
  })
}

const keep = (engine: Engine, review: Review): void => engine.store.transaction(() => receiveReview(engine, review))?.()

/** Other words than were proposed are what the next reply should have said: suggested as a reply of an agent's own is. */
function learn(engine: Engine, { id, conversationId, subject, decision, basedOnSeq, askedAt }: Review): void {
  if (subject.kind !== 'reply' || !decision?.text) return
  suggestReply(engine, {
    id, conversationId, authorKind: 'agent', authorName: decision.by.name, text: decision.text, attachments: subject.attachments, basedOnSeq, draftId: null, runId: null, apart: false,
    createdAt: askedAt, notBefore: 0, state: 'queued', holdReason: null,
  }, { outcome: 'heavy', why: null, distance: editDistance(subject.text, decision.text) }, decision.by.name)
}

/** Decides for everybody, once. @throws AppError `review-offline`, `not-found`, `own-review`, `not-permitted` */
export async function decideReview(engine: Engine, { id, reviewId, verdict, text, reason }: CallParams<'review.decide'>): Promise<CallResult<'review.decide'>> {
  const { review, first } = await atOnce(engine, () => engine.link.call('review.decide', { id, reviewId, verdict, name: ownSeat(engine).name, ...(text === undefined ? {} : { text }), ...(reason === undefined ? {} : { reason }) }))
  keep(engine, review)
  engine.store.audit.add(engine.clock.now(), 'review-decided', reviewId, review.state)
  if (first && review.state === 'edited') learn(engine, review)
  return { state: review.state, first }
}

/** @throws AppError `review-offline`, `not-found` */
export async function undoReview(engine: Engine, reviewId: string): Promise<CallResult<'review.undo'>> {
  const { review, undone } = await atOnce(engine, () => engine.link.call('review.undo', { id: engine.newId(), reviewId }))
  keep(engine, review)
  return { undone }
}

/** The desk that asked is away: the approved words go from here, under the same id and so once. @throws AppError `not-found` */
export function sendApproved(engine: Engine, reviewId: string): void {
  const { store } = engine
  const review = knownReview(engine, reviewId)
  if (review?.subject.kind !== 'reply' || !isApproved(review)) throw notFound()
  const { id, conversationId, subject, decision, basedOnSeq, by } = review
  if (store.messages.has(id)) return
  const item = {
    id, conversationId, authorKind: 'agent' as const, authorName: by.name, text: decision?.text ?? subject.text, attachments: subject.attachments, basedOnSeq, draftId: null, runId: null, apart: wantsApart(engine, conversationId),
    createdAt: engine.clock.now(), notBefore: 0, state: 'queued' as const, holdReason: null,
  }
  const added = store.transaction(() => {
    if (!store.outbox.add(item)) return false
    // Its pictures are at the gateway since it was asked for.
    store.outbox.setUploaded(id, true)
    store.audit.add(engine.clock.now(), 'review-sent-here', id)
    return true
  })
  if (!added) return
  engine.publish({ kind: 'message', message: fromOutbox(item) })
  publishRow(engine, conversationId)
  publishDesk(engine)
  engine.wake('outbox')
}
