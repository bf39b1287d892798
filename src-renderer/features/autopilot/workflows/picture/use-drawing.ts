import { useCallback, useState } from 'react'
import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'
import { changedTo, redone, startHistory, undone, type History } from './history.ts'
import { isPlaced, laidOut } from './layout.ts'

/** Drawings that were left without saving, by workflow: Esc closes the page, and nothing drawn is lost by it. */
const left = new Map<string, History>()

const begin = (saved: Workflow): History => startHistory(isPlaced(saved) ? saved : laidOut(saved))

export interface Drawing {
  workflow: Workflow
  canUndo: boolean
  canRedo: boolean
  /** @param field names what is typed into, so that a sentence is one change */
  change: (next: (now: Workflow) => Workflow, field?: string) => void
  undo: () => void
  redo: () => void
  /** Begins anew with what was saved, or with what stood before. */
  restart: (saved: Workflow) => void
}

/** A workflow being drawn, from what was saved or from where it was left. What was left of an older version is not taken up. */
export function useDrawing(saved: Workflow): Drawing {
  const [history, setHistory] = useState(() => {
    const before = left.get(saved.id)
    return before?.now.version === saved.version ? before : begin(saved)
  })
  const set = useCallback((next: (now: History) => History) => setHistory((now) => {
    const changed = next(now)
    left.set(changed.now.id, changed)
    return changed
  }), [])
  const change = useCallback<Drawing['change']>((next, field) => set((now) => changedTo(now, next(now.now), field)), [set])
  const undo = useCallback(() => set(undone), [set])
  const redo = useCallback(() => set(redone), [set])
  const restart = useCallback((one: Workflow) => set(() => begin(one)), [set])
  return { workflow: history.now, canUndo: history.past.length > 0, canRedo: history.future.length > 0, change, undo, redo, restart }
}
