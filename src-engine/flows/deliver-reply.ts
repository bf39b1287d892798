import type { Message } from '../../src-shared/domain/message.ts'
import { toAppError } from '../../src-shared/errors.ts'
import type { SendResult } from '../../src-shared/wire/seat.ts'
import { isNightReply } from '../domain/night/night-id.ts'
import type { HoldReason, OutboxItem } from '../store/outbox.ts'
import { leaveRun } from './leave-run.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { publishDesk, publishRow } from './inbox.ts'
import { takeLease } from './lease.ts'
import { settleDraft, storeMessage } from './receive.ts'
import { stillNight } from './night-reply.ts'
import { stillRoutine } from './settle-routine.ts'
import { isRunWords, stillInRun } from './workflows/still-in-run.ts'
import { stopRun } from './stop-run.ts'
import { forgetOverride, overrideOf } from './stopped-words.ts'
import { fromOutbox, withOwnWords } from './thread.ts'

/** A reply that waited longer than this answers a moment that is gone; a person decides. */
export const TOO_OLD_MS = 12 * 3_600_000

/** Why this waiting reply must not leave as it is, by what this desk knows; the gateway checks the same again. */
export function reasonToHold(engine: Engine, item: OutboxItem): HoldReason | null {
  const record = engine.store.conversations.get(item.conversationId)
  if (!record) return 'refused'
  if (record.lastCustomerSeq > item.basedOnSeq) return 'newer-message'
  // Resolved by this desk after the reply was written: the reply goes first (jobs/outbox.ts).
  if (record.conversation.status === 'resolved' && !engine.store.commands.pending('status', item.conversationId)) return 'closed'
  if (engine.clock.now() - item.createdAt > TOO_OLD_MS) return 'too-old'
  return null
}

/** Keeps a reply for the person, with the reason; an automatic one is stopped instead, the case goes to the person. */
export function hold(engine: Engine, item: OutboxItem, reason: HoldReason): void {
  if (item.runId !== null) {
    stopRun(engine, item.conversationId, 'handed-over', reason)
    return
  }
  engine.store.transaction(() => {
    engine.store.outbox.hold(item.id, reason)
    engine.store.audit.add(engine.clock.now(), 'reply-held', item.id, reason)
  })
  const held = engine.store.outbox.get(item.id)
  if (held) engine.publish({ kind: 'message', message: withOwnWords(engine, fromOutbox(held)) })
  engine.trace('held', item.conversationId, reason)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
}

function accepted(engine: Engine, item: OutboxItem, answer: SendResult & { status: 'accepted' }): void {
  const message: Message = {
    id: item.id, conversationId: item.conversationId, seq: answer.seq, at: answer.at, text: item.text, attachments: item.attachments,
    author: { kind: item.authorKind, id: engine.seatId, name: item.authorName }, ...(item.quote ? { quote: item.quote } : {}), ...(answer.apart === true ? { apart: true } : {}),
  }
  const tell = engine.store.transaction(() => {
    const run = item.runId ? engine.store.runs.get(item.runId) : null
    if (run) leaveRun(engine, run)
    forgetOverride(engine, item.id)
    engine.store.audit.add(engine.clock.now(), 'reply-sent', item.id, `${item.authorKind} seq ${answer.seq}`)
    const after = storeMessage(engine, message)
    // Known already: the log's event came before this acknowledgement.
    engine.store.outbox.remove(item.id)
    return after
  })
  tell?.()
  settleDraft(engine, item.conversationId)
  const run = item.runId ? engine.store.runs.get(item.runId) : null
  if (run) engine.publish({ kind: 'run', conversationId: item.conversationId, run })
  publishRow(engine, item.conversationId)
  publishDesk(engine)
  if (run) engine.wake('workflows')
}

/** First wait before the next try when the gateway says: not now; doubled each time. */
const TRY_AGAIN_MS = 5_000
const MAX_TRIES = 6

/** An automatic reply that could not leave when its window ended (a cut, a restart) spoke of facts that may have changed. */
const AUTOMATIC_TOO_OLD_MS = 60_000

/**
 * May this automatic reply leave? The lease first, which takes a moment; then, without another wait before it is sent, the
 * kill switch and the whole decision again from the facts of now.
 */
async function mayAct(engine: Engine, item: OutboxItem): Promise<boolean> {
  const stop = (state: 'undone' | 'handed-over', reason: string): false => {
    stopRun(engine, item.conversationId, state, reason)
    return false
  }
  if (engine.clock.now() > item.notBefore + AUTOMATIC_TOO_OLD_MS) return stop('handed-over', 'too-old')
  // Another seat has taken it over: whoever holds it decides.
  if (!(await takeLease(engine, item.conversationId))) return engine.live.caughtUp ? stop('handed-over', 'lease') : false
  if (!engine.store.outbox.get(item.id)) return false
  if (autopilotPaused(engine)) return stop('undone', 'paused')
  const isMeant = isNightReply(item.id, item.conversationId) ? stillNight(engine, item.conversationId)
    : isRunWords(engine, item) ? stillInRun(engine, item) : stillRoutine(engine, item.conversationId, item.text)
  return isMeant || stop('handed-over', 'facts-changed')
}

/** The gateway cannot take it now, for a reason of its own: others go on, this one tries again, in the end a person looks. */
export function notNow(engine: Engine, item: OutboxItem): void {
  engine.store.outbox.settle(item.id)
  if (item.tries + 1 >= MAX_TRIES) hold(engine, item, 'refused')
  else engine.store.outbox.delay(item.id, engine.clock.now() + TRY_AGAIN_MS * 2 ** item.tries)
}

/** The gateway has lost a picture that it had: the next try begins with the pictures. */
function uploadAgain(engine: Engine, item: OutboxItem): void {
  engine.store.outbox.setUploaded(item.id, false)
  notNow(engine, item)
  engine.wake('uploads')
}

function settle(engine: Engine, item: OutboxItem, answer: SendResult): void {
  if (answer.status === 'accepted') return accepted(engine, item, answer)
  engine.store.outbox.settle(item.id)
  hold(engine, item, answer.reason)
}

/**
 * Sends one waiting reply, or holds it with its reason. What was read of it before a wait is read again.
 * @returns false when the line is away and the worker should wait.
 */
export async function deliverReply(engine: Engine, id: string): Promise<boolean> {
  const item = engine.store.outbox.get(id)
  if (!item || item.state === 'held') return true
  const reason = reasonToHold(engine, item)
  if (reason && !item.onTheLine) {
    hold(engine, item, reason)
    return true
  }
  if (item.authorKind === 'autopilot' && !item.onTheLine && !(await mayAct(engine, item))) return engine.live.caughtUp
  // From here to the call nothing is awaited: what was checked still holds.
  engine.store.outbox.putOnTheLine(id)
  const override = overrideOf(engine, id)
  try {
    const answer = await engine.link.call('send', {
      id, conversationId: item.conversationId, text: item.text, attachments: item.attachments,
      author: { kind: item.authorKind, name: item.authorName }, basedOnSeq: item.basedOnSeq, quoteId: item.quote?.id ?? null, apart: item.apart,
      ...(override === null ? {} : { override: { reason: override } }),
      ...(item.runId === null ? {} : { intent: engine.store.runs.get(item.runId)?.intent }),
    })
    settle(engine, item, answer)
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'offline') return false
    if (error.code === 'attachment-missing') uploadAgain(engine, item)
    else if (error.retryable) notNow(engine, item)
    else {
      engine.store.outbox.settle(id)
      hold(engine, item, 'refused')
    }
  }
  return true
}
