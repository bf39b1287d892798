import { useCallback, useState } from 'react'
import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'
import { changedTo, redone, startHistory, undone, type History } from './history.ts'
import { isPlaced, laidOut } from './layout.ts'

/** Drawings that were left without saving, by workflow: Esc closes the page, and nothing drawn is lost by it. */
const left = new Map<string, History>()

const begin = (saved: Workflow): History => startHistory(isPlaced(saved) ? saved : laidOut(saved))

export interface Drawing {
  workflow: Workflow
  /** Is it other than what was saved? */
  isChanged: boolean
  canUndo: boolean
  canRedo: boolean
  /** @param field names what is typed into, so that a sentence is one change */
  change: (next: (now: Workflow) => Workflow, field?: string) => void
  undo: () => void
  redo: () => void
  /** Back to what was saved; a change like any other, which can be taken back. */
  discard: () => void
  /** Begins anew with what was saved. */
  restart: (saved: Workflow) => void
}

/** A workflow being drawn, from what was saved or from where it was left. A version that was saved elsewhere takes its place. */
export function useDrawing(saved: Workflow): Drawing {
  const [history, setHistory] = useState(() => {
    const before = left.get(saved.id)
    return before && before.now.version >= saved.version ? before : begin(saved)
  })
  if (saved.version > history.now.version) setHistory(begin(saved))
  const set = useCallback((next: (now: History) => History) => setHistory((now) => {
    const changed = next(now)
    left.set(changed.now.id, changed)
    return changed
  }), [])
  const change = useCallback<Drawing['change']>((next, field) => set((now) => changedTo(now, next(now.now), field)), [set])
  const undo = useCallback(() => set(undone), [set])
  const redo = useCallback(() => set(redone), [set])
  const discard = useCallback(() => set((now) => changedTo(now, now.base)), [set])
  const restart = useCallback((one: Workflow) => set(() => begin(one)), [set])
  return { workflow: history.now, isChanged: history.now !== history.base, canUndo: history.past.length > 0, canRedo: history.future.length > 0, change, undo, redo, discard, restart }
}
