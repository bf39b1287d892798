import type { Rows } from '../../bridge/patches.ts'
import { inOrder } from './order.ts'

/** Where to go after `id` is settled: the first that needs a person, else nobody. */
export function nextAfter(rows: Rows, id: string): string | null {
  const waiting = [...rows.values()].filter((row) => row.section === 'needs-you' && row.id !== id)
  return inOrder(waiting)[0] ?? null
}
