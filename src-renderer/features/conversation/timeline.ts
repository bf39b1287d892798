import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

/** A longer silence than this, in milliseconds, is worth its time of day. */
const GAP_MS = 5 * 60_000

export type TimelineItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'time'; key: string; at: number }
  /** `joined`: same author as just before. `turned`: from here on the customer is angry. */
  | { kind: 'message'; key: string; message: ThreadMessage; joined: boolean; turned: boolean }

const dayOf = (at: number) => new Date(at).toDateString()

/** Messages with day separators, times after a silence, and the place where the mood turned. */
export function timeline(messages: readonly ThreadMessage[]): TimelineItem[] {
  const items: TimelineItem[] = []
  let before: ThreadMessage | null = null
  let level = 0
  for (const message of messages) {
    const newDay = !before || dayOf(before.at) !== dayOf(message.at)
    const silence = before !== null && message.at - before.at > GAP_MS
    if (newDay) items.push({ kind: 'day', key: `day-${message.id}`, at: message.at })
    else if (silence) items.push({ kind: 'time', key: `time-${message.id}`, at: message.at })
    const now = message.verdict?.emotion.level ?? level
    const joined = !newDay && !silence && before?.author.kind === message.author.kind
    items.push({ kind: 'message', key: message.id, message, joined, turned: now >= 3 && level < 3 })
    level = now
    before = message
  }
  return items
}

/** Number of the last customer message on the screen; what a reply answers. 0 when the customer wrote none. */
export function lastCustomerSeq(messages: readonly ThreadMessage[]): number {
  return messages.findLast((m) => m.author.kind === 'customer' && m.seq !== null)?.seq ?? 0
}
