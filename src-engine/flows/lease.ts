import { toAppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { isColleagues, openOffer } from './team/hand-on.ts'
import { tellPresence } from './team/presence.ts'

/** Urgency of what a person looks at; moods end at 4. */
export const ON_SCREEN = 100

/** A lease is renewed while at least this much is left, in milliseconds. */
const MARGIN_MS = 20_000

export function holdsLease(engine: Engine, conversationId: string): boolean {
  return (engine.live.leases.get(conversationId) ?? 0) > engine.clock.now()
}

/** Asks for the lease, or renews it when it runs out soon. @returns does this seat hold it now? False when offline. */
export async function takeLease(engine: Engine, conversationId: string): Promise<boolean> {
  if ((engine.live.leases.get(conversationId) ?? 0) > engine.clock.now() + MARGIN_MS) return true
  if (!engine.live.caughtUp) return false
  try {
    const answer = await engine.link.call('lease', { conversationId, want: true })
    if (answer.granted && answer.expiresAt !== null) engine.live.leases.set(conversationId, answer.expiresAt)
    else engine.live.leases.delete(conversationId)
    return answer.granted
  } catch (thrown) {
    if (!toAppError(thrown).retryable) engine.live.leases.delete(conversationId)
    return false
  }
}

/** Gives the lease back; when the line is cut it runs out by itself. */
export async function dropLease(engine: Engine, conversationId: string): Promise<void> {
  if (!engine.live.leases.delete(conversationId) || !engine.live.caughtUp) return
  await engine.link.call('lease', { conversationId, want: false }).catch(() => undefined)
}

/** Renews what is on the screen or waits to be sent automatically; called every few seconds. */
export async function renewLeases(engine: Engine): Promise<void> {
  const needed = new Set([...engine.live.focused.keys(), ...engine.store.runs.active().map((run) => run.conversationId)])
  for (const conversationId of needed) if (!isColleagues(engine, conversationId)) await takeLease(engine, conversationId)
}

/** Gives back what nobody looks at, nothing waits to be sent in and autopilot has not still to look at: a night desk would hold it for nothing. */
export async function dropIdleLeases(engine: Engine): Promise<void> {
  const { live, store } = engine
  const active = new Set(store.runs.active().map((run) => run.conversationId))
  for (const conversationId of [...live.leases.keys()]) {
    if (!live.focused.has(conversationId) && !active.has(conversationId) && store.jobs.get('routine', conversationId) === null && store.workflowRuns.latest(conversationId)?.open !== true) await dropLease(engine, conversationId)
  }
}

/** A window shows it no longer; the lease is given back when none does. */
function leave(engine: Engine, conversationId: string): void {
  const { focused } = engine.live
  const others = (focused.get(conversationId) ?? 0) - 1
  if (others > 0) return void focused.set(conversationId, others)
  if (focused.delete(conversationId)) void dropLease(engine, conversationId)
}

/**
 * Which conversation a window shows now: drafted first, leased while any window shows it.
 * @returns the one that it counts for from now on; null: none, or one that is not known here
 */
export function focusConversation(engine: Engine, before: string | null, now: string | null): string | null {
  if (before === now) return now
  if (before !== null) leave(engine, before)
  void Promise.resolve().then(() => tellPresence(engine))
  if (now === null || !engine.store.conversations.get(now)) return null
  engine.live.focused.set(now, (engine.live.focused.get(now) ?? 0) + 1)
  if (!isColleagues(engine, now)) void takeLease(engine, now)
  void openOffer(engine, now)
  engine.store.jobs.setUrgency('draft', now, ON_SCREEN)
  engine.wake('drafts')
  return now
}
