import { toAppError } from '../../src-shared/errors.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import type { Engine } from '../flows/context.ts'
import { commandDone } from '../flows/command-done.ts'
import { deliverReply } from '../flows/deliver-reply.ts'
import { publishRow } from '../flows/inbox.ts'
import { settleEffect } from '../flows/receive-effect.ts'
import { settlePromise } from '../flows/receive-promise.ts'
import { settleShared } from '../flows/receive-shared.ts'
import { onRefused } from '../flows/refused-command.ts'
import { nextReview, settleReviews } from '../flows/reviews/settle-reviews.ts'
import { withdraw } from '../flows/set-status.ts'
import type { WaitingCommand } from '../store/commands.ts'
import { createWorker, type Worker } from './worker.ts'

const RETRY_MS = 2_000

/** As stored for `status`: what the gateway is told, and the last customer message that the person had seen. */
type StatusParams = SeatParams<'status'> & { basedOnSeq?: number }

function sendCommand(engine: Engine, { call, params }: WaitingCommand): Promise<unknown> {
  const { heard: _theirs, ...wire } = params
  // Of a status it is this desk's own affair.
  if (call === 'status') delete wire['basedOnSeq']
  return engine.link.call(call, wire as SeatParams<typeof call>)
}

/** Resolving a conversation waits for the replies written to it before. */
function waitsForReplies(engine: Engine, { params }: WaitingCommand): boolean {
  const { conversationId, status } = params as Partial<StatusParams>
  return status === 'resolved' && conversationId !== undefined && engine.store.outbox.of(conversationId).some((o) => o.state === 'queued')
}

/** null: never. */
const earliest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))

/** What may be sent now, oldest first: of one conversation nothing overtakes what was wished before. */
function sendable(engine: Engine): WaitingCommand[] {
  const blocked = new Set<unknown>()
  return engine.store.commands.all().filter((command) => {
    const { conversationId } = command.params
    if (waitsForReplies(engine, command)) blocked.add(conversationId)
    return conversationId === undefined || !blocked.has(conversationId)
  })
}

/** Resolved before the customer's newest words were seen: it stays open, or those words would vanish with it. */
function outdated(engine: Engine, { params }: WaitingCommand): boolean {
  const { conversationId, status, basedOnSeq } = params as Partial<StatusParams>
  if (status !== 'resolved' || conversationId === undefined || basedOnSeq === undefined) return false
  return (engine.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0) > basedOnSeq
}

function dropOutdated(engine: Engine, command: WaitingCommand): void {
  const { conversationId } = command.params as StatusParams
  const record = engine.store.conversations.get(conversationId)
  engine.store.transaction(() => {
    engine.store.commands.remove(command.id)
    if (record) withdraw(engine, record, true)
    engine.store.audit.add(engine.clock.now(), 'resolve-dropped', conversationId, 'newer-message')
  })
  publishRow(engine, conversationId)
  engine.publish({ kind: 'context', conversationId })
}

/** @returns `offline` when the line is away, `later` when the gateway could not take one now. */
async function sendCommands(engine: Engine): Promise<'done' | 'later' | 'offline'> {
  const failed = new Set<unknown>()
  for (const command of sendable(engine)) {
    if (failed.has(command.params['conversationId'] ?? command.call)) continue
    if (outdated(engine, command)) {
      dropOutdated(engine, command)
      continue
    }
    try {
      const answer = await sendCommand(engine, command)
      if (command.call === 'followUp' || command.call === 'changeFollowUp') settlePromise(engine, command, (answer as SeatResult<'followUp'>).followUp)
      settleShared(engine, command.call, answer)
      if (command.call === 'perform') settleEffect(engine, (answer as SeatResult<'perform'>).effect)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'offline') return 'offline'
      if (error.retryable) {
        failed.add(command.params['conversationId'] ?? command.call)
        continue
      }
      onRefused(engine, command, error.code)
      continue
    }
    commandDone(engine, command)
    // What the screen marks as waiting is there now.
    if (command.call === 'note' || command.call === 'markOrder') engine.publish({ kind: 'context', conversationId: String(command.params['conversationId']) })
  }
  return failed.size > 0 ? 'later' : 'done'
}

/**
 * Sends what waits, first in first out per conversation, only when the desk has caught up. Waits for the end of the
 * nearest undo window, and tries again by itself when the line failed in between.
 */
export function createOutboxWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let stopTimer: (() => void) | null = null
  const wakeIn = (ms: number): void => {
    stopTimer?.()
    stopTimer = engine.clock.after(ms, () => worker.wake())
  }
  async function pass(): Promise<void> {
    settleReviews(engine)
    while (engine.live.caughtUp) {
      const commands = await sendCommands(engine)
      if (commands === 'offline') return wakeIn(RETRY_MS)
      const due = engine.store.outbox.due(engine.clock.now())
      if (due.length === 0) {
        if (commands === 'later') return wakeIn(RETRY_MS)
        if (sendable(engine).length > 0) continue
        break
      }
      for (const item of due) {
        if (!engine.live.caughtUp || !(await deliverReply(engine, item.id))) return wakeIn(RETRY_MS)
      }
    }
    const next = earliest(engine.store.outbox.nextDue(engine.clock.now()), nextReview(engine))
    if (next !== null) wakeIn(Math.max(10, next - engine.clock.now()))
  }
  const worker = createWorker(pass, onError)
  return worker
}
