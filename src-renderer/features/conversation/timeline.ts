import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

/** A longer silence than this, in milliseconds, is worth its time of day. */
const GAP_MS = 5 * 60_000

/**
 * A message with what stands above it. One item a message, so that the place of the list hangs on messages when an older
 * page comes before them.
 */
export interface TimelineItem {
  message: ThreadMessage
  /** A new day begins, or a silence ended. */
  above: 'day' | 'time' | null
  /** Same author as just before. */
  joined: boolean
  /** From here on the customer is angry. */
  turned: boolean
}

const dayOf = (at: number) => new Date(at).toDateString()

/** Messages with day separators, times after a silence, and the place where the mood turned. */
export function timeline(messages: readonly ThreadMessage[]): TimelineItem[] {
  let before: ThreadMessage | null = null
  let level = 0
  return messages.map((message) => {
    const newDay = !before || dayOf(before.at) !== dayOf(message.at)
    const silence = before !== null && message.at - before.at > GAP_MS
    const now = message.verdict?.emotion.level ?? level
    const item: TimelineItem = {
      message,
      above: newDay ? 'day' : silence ? 'time' : null,
      joined: !newDay && !silence && before?.author.kind === message.author.kind,
      turned: now >= 3 && level < 3,
    }
    level = now
    before = message
    return item
  })
}

/** Does a reply of the person still wait here, for the line or for them? */
export function waitsToGo(messages: readonly ThreadMessage[]): boolean {
  return messages.some((m) => m.delivery === 'queued' || m.delivery === 'held')
}

/** Number of the last customer message on the screen; what a reply answers. 0 when the customer wrote none. */
export function lastCustomerSeq(messages: readonly ThreadMessage[]): number {
  return messages.findLast((m) => m.author.kind === 'customer' && m.seq !== null)?.seq ?? 0
}
