import { refuse } from '../../refusals.ts'
import type { WriteTx } from '../../store/store.ts'

/** What one visitor may do; counted in the store, so that a reload or another node gives nothing extra. */
export const LIMITS = {
  message: { count: 20, windowMs: 10_000 },
  upload: { count: 30, windowMs: 600_000 },
} as const

/** @throws AppError `rate-limited`; the transaction is then undone, the refused try does not lengthen the wait. */
export async function countOrRefuse(tx: WriteTx, now: number, what: keyof typeof LIMITS, visitor: string): Promise<void> {
  const { count, windowMs } = LIMITS[what]
  if (await tx.count(`${what}:${visitor}`, windowMs, now) > count) throw refuse('rate-limited')
}

/** A limit for one socket's cheap calls (hello, typing), which touch no row: at most `count` in `windowMs`. */
export function socketLimit(now: () => number, count: number, windowMs: number): () => boolean {
  let openedAt = 0
  let used = 0
  return () => {
    const at = now()
    if (at >= openedAt + windowMs) {
      openedAt = at
      used = 0
    }
    used += 1
    return used <= count
  }
}
