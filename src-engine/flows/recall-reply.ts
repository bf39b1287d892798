import { AppError, toAppError } from '../../src-shared/errors.ts'
import type { SeatResult } from '../../src-shared/wire/seat.ts'
import { applyRecall } from './apply-recall.ts'
import type { Engine } from './context.ts'
import { publishRow } from './inbox.ts'
import { forgetReply } from './record-outcome.ts'

type Reason = Extract<SeatResult<'recall'>, { status: 'refused' }>['reason']

const REFUSED: Record<Reason, { zh: string; en: string }> = {
  'too-late': { zh: '发出超过两分钟，撤不回了；对方还能看到这条消息。', en: 'It is more than two minutes old and cannot be taken back. The customer still sees it.' },
  'not-yours': { zh: '这条不是从这里发的，撤不回。', en: 'Another desk sent this one, so it cannot be taken back here.' },
  channel: { zh: '这个渠道不支持撤回；对方还能看到这条消息。', en: 'This channel cannot take messages back. The customer still sees it.' },
}

/** A recall is worth something only at once: it is never kept for later. */
function unreachable(cause?: unknown): AppError {
  return new AppError({
    code: 'recall-offline', retryable: false,
    say: { zh: '现在连不上，没能撤回；对方可能已经看到。恢复后两分钟内还可以再试。', en: 'No connection, so nothing was taken back and the customer may see it. Try again once it is back, within the two minutes.' },
  }, { cause })
}

/**
 * Takes a reply that went out back from the customer. Repeating it is harmless; where the answer was lost, the log tells.
 * @throws AppError `recall-offline`, `recall-too-late`, `recall-not-yours`, `recall-channel`, `not-found`.
 */
export async function recallReply(engine: Engine, id: string): Promise<void> {
  const { store } = engine
  const message = store.messages.get(id)?.message
  if (message?.recalledAt !== undefined) return
  if (!engine.live.caughtUp) throw unreachable()
  const answer = await engine.link.call('recall', { id }).catch((thrown: unknown) => {
    const error = toAppError(thrown)
    throw error.code === 'offline' ? unreachable(thrown) : error
  })
  if (answer.status === 'refused') throw new AppError({ code: `recall-${answer.reason}`, retryable: false, say: REFUSED[answer.reason] })
  if (!message) return
  const tell = store.transaction(() => {
    store.audit.add(engine.clock.now(), 'reply-recalled', id)
    forgetReply(engine, id)
    return applyRecall(engine, { conversationId: message.conversationId, id, at: answer.at })
  })
  tell?.()
  publishRow(engine, message.conversationId)
}
