import { refuse } from '../../refusals.ts'
import type { WriteTx } from '../../store/store.ts'

/** Counted in the store, so that a reload or another node gives nothing extra. */
export const LIMITS = {
  message: { count: 20, windowMs: 10_000 },
  upload: { count: 30, windowMs: 600_000 },
  /** Addresses that a visitor leaves. */
  contact: { count: 5, windowMs: 3_600_000 },
  /** Of the whole shop. Who comes too late keeps the message in the browser, which sends it again by itself. */
  conversation: { count: 600, windowMs: 60_000 },
} as const
/** Calls of one visitor over all tabs; counted in memory, because they may cost no write. */
const CHEAP_CALLS = { count: 120, windowMs: 10_000 }
const VERIFY_CALLS = { count: 30, windowMs: 60_000 }

/**
 * @param who a visitor, or the shop for what is limited over all visitors.
 * @throws AppError `rate-limited`; the transaction is then undone, the refused try does not lengthen the wait.
 */
export async function countOrRefuse(tx: WriteTx, now: number, what: keyof typeof LIMITS, who: string): Promise<void> {
  const { count, windowMs } = LIMITS[what]
  if (await tx.count(`${what}:${who}`, windowMs, now) > count) throw refuse('rate-limited')
}

/** Whether one more call of a visitor is allowed. */
export type VisitorLimit = (visitor: string) => boolean
export interface ChatLimits { cheap: VisitorLimit; verify: VisitorLimit }

export function chatLimits(now: () => number): ChatLimits {
  return { cheap: visitorLimit(now, CHEAP_CALLS), verify: visitorLimit(now, VERIFY_CALLS) }
}

/** At most `count` calls in `windowMs` for each visitor; who opens more tabs or connects again gains nothing. */
export function visitorLimit(now: () => number, { count, windowMs }: { count: number; windowMs: number }): VisitorLimit {
  /** In the order in which the windows opened, so that the run-out ones are found at the front. */
  const windows = new Map<string, { openedAt: number; used: number }>()
  return (visitor) => {
    const at = now()
    const isOver = ({ openedAt }: { openedAt: number }) => openedAt > at || openedAt + windowMs <= at
    for (const [old, window] of windows) {
      if (!isOver(window)) break
      windows.delete(old)
    }
    let window = windows.get(visitor)
    if (window === undefined || isOver(window)) {
      windows.delete(visitor)
      window = { openedAt: at, used: 0 }
      windows.set(visitor, window)
    }
    window.used += 1
    return window.used <= count
  }
}
