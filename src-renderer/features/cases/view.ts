import { focusRow } from '../../app/focus.ts'
import { screen, select } from '../../app/screen.ts'
import { createStore, useStore } from '../../ui/store.ts'

/** Which case is on the screen, and whether cases stand in place of conversations. Whoever opens a conversation leaves them. */
interface CasesView {
  shown: boolean
  selected: string | null
  /** The conversation that was open before. */
  before: string | null
}
export const casesView = createStore<CasesView>({ shown: false, selected: null, before: null })

export function useCasesShown(): boolean {
  const shown = useStore(casesView, (s) => s.shown)
  return useStore(screen, (s) => s.selected === null) && shown
}

export const selectCase = (selected: string | null): void => casesView.set((now) => (now.selected === selected ? now : { ...now, selected }))

export function showCases(): void {
  const before = screen.get().selected
  casesView.set((now) => ({ ...now, shown: true, before }))
  select(null)
  focusRow()
}

export function showConversations(): void {
  const { before } = casesView.get()
  casesView.set((now) => ({ ...now, shown: false }))
  if (screen.get().selected === null) select(before)
  focusRow()
}

export function toggleCases(): void {
  if (casesView.get().shown && screen.get().selected === null) showConversations()
  else showCases()
}
