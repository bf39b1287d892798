import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows, ThreadView } from '../bridge/patches.ts'
import { hasRun } from '../bridge/workflows.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { isDone } from './do.ts'
import type { Action } from './keymap.ts'
import { screen } from './screen.ts'

/** Would this action do anything now? Says what to offer; the action itself asks again. */
export function canDo(desk: Desk, action: Action): boolean {
  const { selected, toasts, lastResolved } = screen.get()
  const rows = desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
  switch (action) {
    case 'next': case 'previous': return rows.size > 0
    case 'compose': case 'queue': case 'context': case 'copilot': case 'note': case 'phrases': case 'quote': case 'recall-reply': case 'correct': case 'rewrite': case 'check-reply': case 'translate': case 'teach': case 'evidence': case 'trace': case 'hand-over': case 'promises': case 'promise-drop': case 'other-window': return selected !== null
    case 'resolve': case 'snooze': case 'snooze-tomorrow': return selected !== null && !isDone(rows.get(selected)?.section)
    case 'disposition': return lastResolved !== null || (selected !== null && isDone(rows.get(selected)?.section))
    case 'mark-order': case 'order-action': return selected !== null && (desk.cache.getQueryData<ThreadView>(keys.thread(selected))?.orders.length ?? 0) > 0
    case 'undo': return toasts.some((toast) => toast.undo !== null)
    case 'undo-autopilot': return selected !== null && desk.cache.getQueryData<AutopilotRun | null>(keys.run(selected))?.state === 'undo'
    case 'workflow-hold': case 'workflow-take': return selected !== null && hasRun(desk, selected)
    default: return true
  }
}
