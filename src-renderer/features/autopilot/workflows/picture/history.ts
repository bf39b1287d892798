import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'

/** A drawing with what it was before. `base`: what it began with. `field`: what the newest change was to, so that typing on is one change; null: something else. */
export interface History { base: Workflow; past: readonly Workflow[]; now: Workflow; future: readonly Workflow[]; field: string | null }

/** Changes that can be taken back. */
const KEPT = 100

export const startHistory = (now: Workflow): History => ({ base: now, past: [], now, future: [], field: null })

/** @param field names what is being typed into; changes to the same in a row are taken back together */
export function changedTo(history: History, next: Workflow, field: string | null = null): History {
  if (next === history.now) return history
  if (field !== null && field === history.field) return { ...history, now: next, future: [] }
  return { ...history, past: [...history.past.slice(1 - KEPT), history.now], now: next, future: [], field }
}

export function undone(history: History): History {
  const before = history.past.at(-1)
  return before ? { ...history, past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], field: null } : history
}

export function redone(history: History): History {
  const [next, ...future] = history.future
  return next ? { ...history, past: [...history.past, history.now], now: next, future, field: null } : history
}
