import type { InboxRow } from '../../../../src-shared/contract/desk.ts'
import type { Routing } from '../../../../src-shared/domain/routing.ts'

const DONE: ReadonlySet<InboxRow['section']> = new Set(['done', 'past', 'snoozed'])

/** Open conversations as a supervisor looks at them: who is angriest, then whose answer is due first, then who waits longest. */
export function inWallOrder(rows: Iterable<InboxRow>): InboxRow[] {
  const anger = (row: InboxRow): number => (row.flagged ? Math.max(row.emotionLevel, 1) : 0)
  const due = (row: InboxRow): number => row.clock?.dueAt ?? row.waitingSince ?? Number.POSITIVE_INFINITY
  return [...rows].filter(({ section }) => !DONE.has(section)).sort((a, b) => anger(b) - anger(a) || Math.sign(due(a) - due(b)) || b.lastAt - a.lastAt)
}

/** What stands already keeps its place, what is gone leaves, what is new comes at the end: nothing jumps under the eye. */
export function keptOrder(before: readonly string[], rows: readonly InboxRow[]): string[] {
  const here = new Set(rows.map(({ id }) => id))
  const known = new Set(before)
  return [...before.filter((id) => here.has(id)), ...rows.map(({ id }) => id).filter((id) => !known.has(id))]
}

export const routingOf = (routings: readonly Routing[], id: string): Routing | null => routings.find(({ conversationId }) => conversationId === id) ?? null
