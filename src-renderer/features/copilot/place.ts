import { inContextOf, focusComposer, focusCopilot, FOCUS } from '../../app/focus.ts'
import { remember, remembered } from '../../app/memory.ts'
import { patchScreen } from '../../app/screen.ts'
import { createStore, useStore } from '../../ui/store.ts'

export type Tab = 'context' | 'copilot'

/** What the column at the right shows; `beside`: the copilot has a column of its own where the window is wide enough. */
interface Place { tab: Tab; beside: boolean }

const place = createStore<Place>({ tab: 'context', beside: remembered('copilot-beside') === 'yes' })

export const usePlace = <T>(select: (now: Place) => T): T => useStore(place, select)

export const showTab = (tab: Tab): void => place.set((now) => ({ ...now, tab }))

/** A column of its own, or a tab of the context again. */
export function setBeside(beside: boolean): void {
  place.set({ tab: beside ? 'context' : 'copilot', beside })
  remember('copilot-beside', beside ? 'yes' : 'no')
}

/** To the box of the copilot; from there back to where the answer is written. */
export function toggleCopilot(): void {
  if (inContextOf(FOCUS.copilot)) return leaveCopilot()
  if (!place.get().beside || !isWide()) showTab('copilot')
  patchScreen({ drawer: true })
  focusCopilot()
}

/** Back to the reply; a drawer goes. */
export function leaveCopilot(): void {
  patchScreen({ drawer: false })
  focusComposer()
}

/** From here on there is room for a column more. */
const WIDE = '(width >= 1600px)'
export const isWide = (): boolean => matchMedia(WIDE).matches
export const wideQuery = (): MediaQueryList => matchMedia(WIDE)
