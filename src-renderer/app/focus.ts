import { patchScreen, screen } from './screen.ts'

/** Places that keys jump to; found by their mark, so that no part needs to know another. */
export const FOCUS = { composer: 'composer', queue: 'queue', search: 'search' } as const

/** Longest wait for the place to be drawn, in milliseconds. */
const WAIT_MS = 5000

/** Focuses the place as soon as it is drawn, unless the person went somewhere else meanwhile. */
function focusWhenThere(place: string, until = performance.now() + WAIT_MS, from = document.activeElement): void {
  const element = document.querySelector<HTMLElement>(`[data-focus="${place}"]:not(:disabled)`)
  if (element) return element.focus()
  const now = document.activeElement
  if (performance.now() > until || (now !== from && now !== document.body)) return
  requestAnimationFrame(() => focusWhenThere(place, until, from))
}

/** Focuses the composer of the conversation that is being opened: that of the one before goes with this frame. */
export const focusComposer = (): void => void requestAnimationFrame(() => focusWhenThere(FOCUS.composer))
export const focusQueue = (): void => focusWhenThere(FOCUS.queue)
export const focusSearch = (): void => focusWhenThere(FOCUS.search)

/** Esc: closes the drawer if it is open, else goes back to the queue. */
export function back(): void {
  if (screen.get().drawer) patchScreen({ drawer: false })
  else focusQueue()
}
