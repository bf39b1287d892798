import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows, ThreadView } from '../bridge/patches.ts'
import { isWriter } from '../bridge/people.ts'
import { hasRun } from '../bridge/workflows.ts'
import type { DeskState } from '../../src-shared/contract/desk.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { isDone } from './do.ts'
import type { Action } from './keymap.ts'
import { screen } from './screen.ts'

/** What a reader may not: each of these answers a customer or changes something for everybody. */
const WRITES: ReadonlySet<Action> = new Set<Action>(['resolve', 'snooze', 'snooze-tomorrow', 'note', 'disposition', 'mark-order', 'order-action', 'promise-drop', 'hand-over', 'phrases', 'quote', 'recall-reply', 'correct', 'rewrite', 'check-reply', 'ticket', 'undo-autopilot', 'pause-autopilot', 'workflow-hold', 'workflow-take', 'hand-back'])

/** May whoever sits here do this? */
export const mayDo = (desk: Desk, action: Action): boolean => !WRITES.has(action) || isWriter(desk.cache.getQueryData<DeskState>(keys.desk)?.me)

/** Would this action do anything now? Says what to offer; the action itself asks again. */
export function canDo(desk: Desk, action: Action): boolean {
  const { selected, toasts, lastResolved } = screen.get()
  if (!mayDo(desk, action)) return false
  const rows = desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
  switch (action) {
    case 'next': case 'previous': return rows.size > 0
    case 'compose': case 'queue': case 'context': case 'copilot': case 'note': case 'phrases': case 'quote': case 'recall-reply': case 'correct': case 'rewrite': case 'check-reply': case 'translate': case 'teach': case 'evidence': case 'trace': case 'hand-over': case 'promises': case 'promise-drop': case 'other-window': return selected !== null
    case 'resolve': case 'snooze': case 'snooze-tomorrow': return selected !== null && !isDone(rows.get(selected)?.section)
    case 'hand-back': return selected !== null && !isDone(rows.get(selected)?.section) && rows.get(selected)?.answers?.by === 'person'
    case 'disposition': return lastResolved !== null || (selected !== null && isDone(rows.get(selected)?.section))
    case 'mark-order': case 'order-action': return selected !== null && (desk.cache.getQueryData<ThreadView>(keys.thread(selected))?.orders.length ?? 0) > 0
    case 'take-offer': return [...rows.values()].some(({ offer }) => offer !== undefined && offer !== null)
    case 'undo': return toasts.some((toast) => toast.undo !== null)
    case 'undo-autopilot': return selected !== null && desk.cache.getQueryData<AutopilotRun | null>(keys.run(selected))?.state === 'undo'
    case 'workflow-hold': case 'workflow-take': return selected !== null && hasRun(desk, selected)
    default: return true
  }
}
