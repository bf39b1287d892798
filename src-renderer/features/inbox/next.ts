import type { Rows } from '../../bridge/patches.ts'
import { inOrder } from './order.ts'
import { isAlarming } from '../promises/alarming.ts'
import { waitTone } from './waiting.ts'

/** Where to go after `id` is settled: the first that needs a person, as the queue shows them, else nobody. @param now gateway time */
export function nextAfter(rows: Rows, id: string, now: number): string | null {
  const waiting = [...rows.values()].filter((row) => row.section === 'needs-you' && row.id !== id)
  const overdue = new Set(waiting.filter((row) => waitTone(row.clock, now) === 'late' || isAlarming(row, now)).map((row) => row.id))
  return inOrder(waiting, overdue)[0] ?? null
}

/** Where the person stands in the queue. `settled`: needed a person while it was open, and does no longer. */
export interface Standing {
  id: string | null
  settled: boolean
}

/**
 * Where a step in the queue leads, `ids` being the order on the screen: to the neighbour; down from a settled row and
 * from the last one to the first that needs a person, so that "next" answers one customer after the other. null: stay.
 * @param now gateway time
 */
export function stepFrom(ids: readonly string[], rows: Rows, { id, settled }: Standing, by: 1 | -1, now: number): string | null {
  const at = id === null ? -1 : ids.indexOf(id)
  if (id === null || at < 0) return ids[0] ?? null
  const neighbour = ids[at + by] ?? null
  return by === 1 && (settled || neighbour === null) ? (nextAfter(rows, id, now) ?? neighbour) : neighbour
}
