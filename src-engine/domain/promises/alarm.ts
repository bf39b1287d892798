import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import type { RowPromise } from '../../../src-shared/contract/promises.ts'
import type { Terms } from './terms.ts'

/** From when a promise calls for attention, milliseconds; never before it was made. */
export const alarmAt = ({ dueAt, promisedAt }: Pick<FollowUp, 'dueAt' | 'promisedAt'>, { alarmMinutes }: Pick<Terms, 'alarmMinutes'>): number =>
  Math.max(Math.min(promisedAt, dueAt), dueAt - alarmMinutes * 60_000)

/** What a conversation's line in the queue tells: its next promise, the seat's own first. null: none is open. */
export function rowPromise(open: readonly FollowUp[], seatId: string, terms: Pick<Terms, 'alarmMinutes'>): RowPromise | null {
  const own = (one: FollowUp): boolean => one.owner.id === seatId
  const [next] = open.toSorted((a, b) => Number(own(b)) - Number(own(a)) || a.dueAt - b.dueAt)
  return next ? { kind: next.kind, dueAt: next.dueAt, alarmAt: alarmAt(next, terms), own: own(next), open: open.length } : null
}
