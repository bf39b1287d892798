import type { Rows } from '../../bridge/patches.ts'
import { inOrder } from './order.ts'

/** Where to go after `id` is settled: the first that needs a person, else nobody. */
export function nextAfter(rows: Rows, id: string): string | null {
  const waiting = [...rows.values()].filter((row) => row.section === 'needs-you' && row.id !== id)
  return inOrder(waiting)[0] ?? null
}

/** Where the person stands in the queue. `settled`: needed a person while it was open, and does no longer. */
export interface Standing {
  id: string | null
  settled: boolean
}

/**
 * Where a step in the queue leads, `ids` being the order on the screen: to the neighbour; down from a settled row and
 * from the last one to the first that needs a person, so that "next" answers one customer after the other. null: stay.
 */
export function stepFrom(ids: readonly string[], rows: Rows, { id, settled }: Standing, by: 1 | -1): string | null {
  const at = id === null ? -1 : ids.indexOf(id)
  if (id === null || at < 0) return ids[0] ?? null
  const neighbour = ids[at + by] ?? null
  return by === 1 && (settled || neighbour === null) ? (nextAfter(rows, id) ?? neighbour) : neighbour
}
