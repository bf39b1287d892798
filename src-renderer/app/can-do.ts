import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows } from '../bridge/patches.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import type { Action } from './keymap.ts'
import { screen } from './screen.ts'

/** Would this action do anything now? Says what to offer; the action itself asks again. */
export function canDo(desk: Desk, action: Action): boolean {
  const { selected, toasts } = screen.get()
  const rows = desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
  switch (action) {
    case 'next': case 'previous': return rows.size > 0
    case 'compose': case 'queue': case 'context': return selected !== null
    case 'resolve': return selected !== null && rows.get(selected)?.section !== 'done'
    case 'undo': return toasts.some((toast) => toast.undo !== null)
    case 'undo-autopilot': return selected !== null && desk.cache.getQueryData<AutopilotRun | null>(keys.run(selected))?.state === 'undo'
    default: return true
  }
}
