import type { Snooze } from '../../../src-shared/domain/conversation.ts'

/** `asleep`: out of the way. `time`, `customer`: why it came back, until somebody has dealt with it. null: nothing to say. */
export type SnoozeState = 'asleep' | 'time' | 'customer' | null

/** What decides; `lastAt`: when the last message of anybody came, milliseconds. */
interface Facts {
  now: number
  resolved: boolean
  lastCustomerSeq: number
  lastAt: number
  /** Does the customer wait for an answer? */
  waiting: boolean
}

/**
 * Where a conversation that was put away stands. The customer's next message wakes it at once; at its time it wakes by
 * itself. A reply of ours that was still on its way wakes nothing.
 */
export function snoozeState(snooze: Snooze | null | undefined, facts: Facts): SnoozeState {
  if (!snooze || facts.resolved) return null
  if (facts.lastCustomerSeq > snooze.seenSeq) return facts.waiting ? 'customer' : null
  if (facts.now < snooze.until) return 'asleep'
  // Once it has woken, the next word of anybody has dealt with it.
  return facts.lastAt < snooze.until ? 'time' : null
}
