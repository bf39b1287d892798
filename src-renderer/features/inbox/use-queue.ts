import { useMemo, useState } from 'react'
import type { Rows } from '../../bridge/patches.ts'
import { moved } from './moved.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'
import { useCollapsed } from './collapsed.ts'
import { heldOrder, linesOf, shownNow, type QueueLine, type Shown } from './order.ts'
import { alarmingIds } from '../promises/alarming.ts'
import { overdueIds } from './waiting.ts'

/**
 * The lines to show. While the list is in use (pointer or focus inside) nobody changes place; `pending` then tells what
 * `apply` would do.
 */
export function useQueue(rows: Rows) {
  const [held, setHeld] = useState<Shown | null>(null)
  const offset = useDeskState()?.clockOffset ?? 0
  const collapsed = useCollapsed()
  const overdue = useNow((now) => `${overdueIds(rows.values(), now + offset)} ${alarmingIds(rows.values(), now + offset)}`)
  const fresh = useMemo(() => shownNow(rows, new Set(overdue.split(' '))), [rows, overdue])
  const shown = useMemo(() => (held ? heldOrder(held, rows) : fresh), [held, rows, fresh])
  if (held && shown !== held) setHeld(shown)
  const lines: QueueLine[] = useMemo(() => linesOf(shown, collapsed), [shown, collapsed])
  const pending = useMemo(() => (held ? moved(shown.ids, fresh.ids) : { up: 0, changed: false }), [held, shown, fresh])
  return {
    lines,
    pending,
    hold: () => setHeld((now) => now ?? fresh),
    letGo: () => setHeld(null),
    apply: () => setHeld((now) => now && fresh),
  }
}
