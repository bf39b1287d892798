import type { Message } from '../../src-shared/domain/message.ts'
import { toAppError } from '../../src-shared/errors.ts'
import type { SendResult } from '../../src-shared/wire/seat.ts'
import type { HoldReason, OutboxItem } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { publishDesk, publishRow } from './inbox.ts'
import { takeLease } from './lease.ts'
import { storeMessage } from './receive.ts'
import { stopRun } from './stop-run.ts'
import { fromOutbox } from './thread.ts'

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
function hold(engine: Engine, item: OutboxItem, reason: HoldReason): void {
  if (item.runId !== null) {
    stopRun(engine, item.conversationId, 'handed-over', reason)
    return
  }
  engine.store.transaction(() => {
    engine.store.outbox.hold(item.id, reason)
    engine.store.audit.add(engine.clock.now(), 'reply-held', item.id, reason)
  })
  const held = engine.store.outbox.get(item.id)
  if (held) engine.publish({ kind: 'message', message: fromOutbox(held) })
  engine.trace('held', item.conversationId, reason)
  publishRow(engine, item.conversationId)
  publishDesk(engine)
}

function accepted(engine: Engine, item: OutboxItem, answer: SendResult & { status: 'accepted' }): void {
  const message: Message = {
    id: item.id, conversationId: item.conversationId, seq: answer.seq, at: answer.at, text: item.text, attachments: item.attachments,
    author: { kind: item.authorKind, id: 'this-desk', name: item.authorName },
  }
  const tell = engine.store.transaction(() => {
    const run = item.runId ? engine.store.runs.get(item.runId) : null
    if (run) engine.store.runs.save({ ...run, state: 'done' }, engine.clock.now())
    engine.store.audit.add(engine.clock.now(), 'reply-sent', item.id, `${item.authorKind} seq ${answer.seq}`)
    const after = storeMessage(engine, message)
    // Known already: the log's event came before this acknowledgement.
    engine.store.outbox.remove(item.id)
    return after
  })
  tell?.()
  const run = item.runId ? engine.store.runs.get(item.runId) : null
  if (run) engine.publish({ kind: 'run', conversationId: item.conversationId, run })
  publishRow(engine, item.conversationId)
  publishDesk(engine)
}

/** An automatic reply that could not leave when its window ended (a cut, a restart) spoke of facts that may have changed. */
const AUTOMATIC_TOO_OLD_MS = 60_000

/** May this automatic reply leave? The kill switch and the lease are read before every step. */
async function mayAct(engine: Engine, item: OutboxItem): Promise<boolean> {
  if (engine.store.settings.read('autopilot-paused', false)) {
    stopRun(engine, item.conversationId, 'undone', 'paused')
    return false
  }
  if (engine.clock.now() > item.notBefore + AUTOMATIC_TOO_OLD_MS) {
    stopRun(engine, item.conversationId, 'handed-over', 'too-old')
    return false
  }
  if (await takeLease(engine, item.conversationId)) return true
  // Another seat has taken it over: whoever holds it decides.
  if (engine.live.caughtUp) stopRun(engine, item.conversationId, 'handed-over', 'lease')
  return false
}

/**
 * Sends one waiting reply, or holds it with its reason.
 * @returns false when the line is away and the worker should wait.
 */
export async function deliverReply(engine: Engine, item: OutboxItem): Promise<boolean> {
  const reason = reasonToHold(engine, item)
  if (reason) {
    hold(engine, item, reason)
    return true
  }
  if (item.authorKind === 'autopilot' && !(await mayAct(engine, item))) return engine.live.caughtUp
  try {
    const answer = await engine.link.call('send', {
      id: item.id, conversationId: item.conversationId, text: item.text, attachments: item.attachments,
      author: { kind: item.authorKind, name: item.authorName }, basedOnSeq: item.basedOnSeq,
    })
    if (answer.status === 'accepted') accepted(engine, item, answer)
    else hold(engine, item, answer.reason)
    return true
  } catch (thrown) {
    if (toAppError(thrown).retryable) return false
    hold(engine, item, 'refused')
    return true
  }
}
